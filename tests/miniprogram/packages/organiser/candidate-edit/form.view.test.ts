import { placed, type FormPicture } from '../../../../../miniprogram/packages/organiser/candidate-edit/form-pictures';
import { formView, isComplete } from '../../../../../miniprogram/packages/organiser/candidate-edit/form.view';
import { editedCandidate, editedPoll } from '../edited-poll';

const { name, group, unit, sentence, detail, facts, criteria } = editedCandidate();
const texts = { name, group, unit, sentence, detail, facts, criteria };
const picture = (key: string, state: FormPicture['state'], percent = 100): FormPicture => ({
  key,
  src: key,
  file: null,
  state,
  percent,
  source: null,
});

function shown(shape: Partial<Parameters<typeof formView>[0]> = {}): ReturnType<typeof formView> {
  return formView({
    poll: editedPoll(),
    texts,
    pictures: [],
    video: undefined,
    isKept: false,
    isNew: false,
    isUploading: false,
    isSaving: false,
    wasTried: false,
    asked: undefined,
    ...shape,
  });
}

test('the text that publishing asks for says so until it is written', () => {
  const empty = { ...texts, unit: '', sentence: '' };
  expect(shown({ texts: empty }).lacks).toEqual({});
  expect(shown({ texts: empty, asked: 'sentence' }).lacks).toEqual({ sentence: '写一句话介绍' });
  expect(shown({ texts: { ...empty, sentence: '修好了路灯' }, asked: 'sentence' }).lacks).toEqual({});
});

test('each picture says what became of it', () => {
  const pictures = [
    picture('a', 'passed'),
    picture('b', 'uploading', 40),
    picture('c', 'failed'),
    picture('d', 'refused'),
    picture('e', 'pending'),
  ];
  expect(shown({ pictures }).pictures.map(({ state }) => state)).toEqual([
    '',
    '正在上传 40%',
    '没有传上去',
    '未通过',
    '待核对',
  ]);
});

test('nine pictures are the most', () => {
  const pictures = Array.from({ length: 9 }, (_, at) => picture(String(at), 'passed'));
  expect(shown({ pictures }).canAddPicture).toBe(false);
  expect(shown({ pictures: pictures.slice(1) }).canAddPicture).toBe(true);
});

test('name and group are locked once the poll is published, and saving wants a reason', () => {
  const rules = { ...editedPoll().rules, groups: [{ id: 'g1', name: '市级', min: 0, max: 3 }] };
  expect(shown({ poll: editedPoll({ rules }) })).toMatchObject({
    isLocked: false,
    groups: [
      { id: '', isChosen: true },
      { id: 'g1', isChosen: false },
    ],
  });
  const published = shown({ poll: editedPoll({ rules, status: 'published' }) });
  expect(published).toMatchObject({ isLocked: true, groups: [], button: { text: '保存并公开理由' } });
});

test('what is missing is said at its field once a save was tried', () => {
  const empty = { ...texts, name: ' ', facts: [{ figure: '216', unit: '个', label: '' }] };
  expect(isComplete(empty)).toBe(false);
  expect(shown({ texts: empty })).toMatchObject({ nameError: '', facts: [{ error: '' }] });
  expect(shown({ texts: empty, wasTried: true })).toMatchObject({
    nameError: '写上名称',
    facts: [{ error: '数字和说明都要写' }],
  });
});

test('a save waits for pictures on their way', () => {
  expect(shown({ isUploading: true }).button).toEqual({ text: '正在上传图片', isReady: false });
});

test('the poll’s criteria are asked for, each with what is written', () => {
  const written = { ...texts, criteria: [{ criterion: 'effectiveness' as const, text: '有效' }] };
  expect(shown({ texts: written }).criteria).toMatchObject([
    { id: 'innovation', text: '' },
    { id: 'effectiveness', text: '有效' },
  ]);
});

test('a picture is put into another place among the others', () => {
  const keys = (key: string, to: number): string =>
    placed(
      ['a', 'b', 'c'].map((each) => picture(each, 'passed')),
      key,
      to,
    )
      .map((each) => each.key)
      .join('');
  expect(keys('c', 0)).toBe('cab');
  expect(keys('a', 1)).toBe('bac');
  expect(keys('x', 1)).toBe('abc');
});
