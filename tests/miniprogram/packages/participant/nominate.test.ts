import {
  emptyDraft,
  missingOf,
  nominationOf,
} from '../../../../miniprogram/packages/participant/nominate/nomination-draft';
import { nominateView } from '../../../../miniprogram/packages/participant/nominate/nominate.view';
import type { NominationForm } from '../../../../miniprogram/packages/participant/services/nominations';

const now = Date.parse('2026-11-24T10:00:00+08:00');
const day = 86_400_000;
const form: NominationForm = {
  title: '十佳实事',
  organiser: '市政府办',
  guide: '已经办成的',
  measure: '件',
  isOpen: true,
  startAt: now - day,
  endAt: now + day,
  criteria: ['innovation'],
  groups: [{ id: 'g1', name: '民生' }],
  left: 2,
};

test('while it is open the page says until when and how many one may still send', () => {
  expect(nominateView(form, [], now)).toMatchObject({
    line: '明天 10:00 截止 · 您还可以推荐 2 件',
    shut: null,
    criteria: [{ id: 'innovation', name: '服务创新性' }],
    groups: [{ id: '' }, { id: 'g1' }],
  });
});

test.each([
  [{ isOpen: false, startAt: now + day, endAt: now + 2 * day }, '明天 10:00 开始收。'],
  [{ isOpen: false, startAt: now - 2 * day, endAt: now - day }, '昨天 10:00 已经截止。'],
  [{ isOpen: false }, '这个评选的候选已经定下。'],
  [{ left: 0 }, '等主办方审核。被退回的可以改好再送。'],
])('where there is no form, the page says why: %j', (part, detail) => {
  expect(nominateView({ ...form, ...part }, [], now).shut?.detail).toBe(detail);
});

test('one’s own nominations stand with their verdict and the organiser’s words', () => {
  const each = { id: 'n1', pollId: 'p', pollTitle: '', name: '公园', at: now };
  const { mine } = nominateView(
    form,
    [
      { ...each, state: 'returned', reason: '写明地点' },
      { ...each, id: 'n2', state: 'merged' },
    ],
    now,
  );
  expect(mine).toMatchObject([
    { verdict: '已退回，可以改好再送', ring: 'open', reason: '主办方的说明：写明地点' },
    { verdict: '已经有了，已合并', ring: 'tick', reason: '' },
  ]);
});

test('a name and a sentence are needed, and an organisation says which it is', () => {
  const written = { ...emptyDraft, name: '公园', sentence: '有树' };
  expect(missingOf(emptyDraft)).toBe('请先写推荐的名称');
  expect(missingOf({ ...written, sentence: ' ' })).toBe('请写一句话介绍');
  expect(missingOf(written)).toBeUndefined();
  expect(missingOf({ ...written, proposerKind: 'organisation' })).toBe('请写单位名称');
});

test('only what was written is sent, trimmed, in the order of the form', () => {
  const draft = { ...emptyDraft, name: ' 公园 ', sentence: '有树', criteria: { innovation: '', effectiveness: '好 ' } };
  expect(nominationOf(draft, ['effectiveness', 'innovation'], ['cloud://x/y.jpg'])).toEqual({
    name: '公园',
    group: null,
    unit: '',
    sentence: '有树',
    criteria: [{ criterion: 'effectiveness', text: '好' }],
    proposer: { kind: 'resident', name: '' },
    pictures: ['cloud://x/y.jpg'],
  });
});
