import { CandidateSession } from '../../../../../miniprogram/packages/organiser/candidate-edit/candidate-session';
import type { EditedCandidate } from '../../../../../miniprogram/packages/organiser/services/candidates';
import { now } from '../../../samples';
import { installWechat, type FakeWechat } from '../../../wechat';
import { editedCandidate, editedPoll, qian } from '../edited-poll';

interface Call {
  procedure: string;
  input: { version: number; change: object; requestId?: string; reason?: string };
}

let wechat: FakeWechat;
let candidate: EditedCandidate;
let calls: Call[];

beforeEach(() => {
  wechat = installWechat();
  candidate = editedCandidate();
  calls = [];
  wechat.answer(({ data }) => {
    // The services build these calls.
    const call = data as Call;
    calls.push(call);
    if (call.procedure === 'poll.load') return { ok: true, data: { poll: editedPoll() }, now };
    if (call.procedure === 'candidate.save') {
      if (call.input.version !== candidate.version) {
        return { ok: false, error: { code: 'EDIT_CONFLICT', message: '' }, now };
      }
      candidate = { ...candidate, ...call.input.change, version: candidate.version + 1 };
    }
    return { ok: true, data: { candidate: structuredClone(candidate), listVersion: 6 }, now };
  });
});

async function opened(id?: string): Promise<CandidateSession> {
  const form = new CandidateSession('p1', id, () => undefined);
  expect(await form.load()).toBeUndefined();
  return form;
}

const asked = (procedure: string): Call[] => calls.filter((call) => call.procedure === procedure);

test('only what was changed is saved, with the reason that everybody reads', async () => {
  const form = await opened('c1');
  form.write({ sentence: '一块钱的早饭' });
  expect(await form.save('补上介绍')).toEqual({ ok: true });
  expect(asked('candidate.save')).toMatchObject([
    { input: { version: 2, change: { sentence: '一块钱的早饭' }, reason: '补上介绍' } },
  ]);
});

test('nothing changed is nothing to save', async () => {
  const form = await opened('c1');
  form.write({ unit: '市民政局 ' });
  expect(await form.save()).toEqual({ ok: true });
  expect(asked('candidate.save')).toEqual([]);
});

test('a repeated save of a new candidate asks with the same requestId; the next candidate has another', async () => {
  const form = await opened();
  form.write({ name: '新的' });
  await form.save();
  await form.save();
  form.startAnother();
  form.write({ name: '再一个' });
  await form.save();
  const ids = asked('candidate.add').map(({ input }) => input.requestId);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
});

test('texts that were not saved are there when the page is opened again, and can be thrown away', async () => {
  (await opened('c1')).write({ sentence: '没保存的' });
  const again = await opened('c1');
  expect(again).toMatchObject({ isKept: true, texts: { sentence: '没保存的' } });
  again.drop();
  expect((await opened('c1')).texts.sentence).toBe('');
});

test('a colleague’s other field is kept beside mine', async () => {
  const form = await opened('c1');
  form.write({ sentence: '我写的' });
  candidate = { ...candidate, unit: '钱进改的', version: 3, edited: { ...qian, at: now } };
  expect(await form.save()).toEqual({ ok: true });
  expect(candidate).toMatchObject({ sentence: '我写的', unit: '钱进改的' });
});

describe('a colleague’s change of the same field', () => {
  async function clashing(): Promise<CandidateSession> {
    const form = await opened('c1');
    form.write({ sentence: '我写的' });
    candidate = { ...candidate, sentence: '钱进写的', version: 3, edited: { ...qian, at: now } };
    expect(await form.save()).toEqual({ ok: false });
    return form;
  }

  test('is shown beside mine, and nothing is written over', async () => {
    const form = await clashing();
    expect(form.conflictView(now)).toMatchObject({
      title: '钱进在 今天 9:41 改过',
      clashes: [{ label: '一句话介绍', theirs: '钱进写的', mine: '我写的' }],
      isSettled: false,
    });
    expect(candidate.sentence).toBe('钱进写的');
  });

  test.each([
    ['mine', '我写的'],
    ['theirs', '钱进写的'],
  ] as const)('is settled by taking %s', async (side, sentence) => {
    const form = await clashing();
    form.choose('sentence', side);
    expect(await form.settle()).toEqual({ ok: true });
    expect(candidate.sentence).toBe(sentence);
    expect(form.conflictView(now)).toBeNull();
  });
});

test('facts and criteria of which nothing is written are left out', async () => {
  const form = await opened('c1');
  form.write({
    facts: [
      { figure: '216', unit: '个', label: '社区开饭' },
      { figure: '', unit: '', label: ' ' },
    ],
    criteria: [{ criterion: 'innovation', text: ' ' }],
  });
  await form.save();
  expect(candidate).toMatchObject({ facts: [{ figure: '216' }], criteria: [] });
});
