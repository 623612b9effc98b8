import { objectionRow } from '../../../../miniprogram/packages/outcome/components/objection-card/objection-card.view';
import { myObjectionsView } from '../../../../miniprogram/packages/outcome/my-objections/my-objections.view';
import {
  emptyDraft,
  isSigned,
  objectionOf,
  problemOf,
  type ObjectionDraft,
} from '../../../../miniprogram/packages/outcome/objection/objection-draft';
import {
  ballotsView,
  objectionView,
  sentView,
} from '../../../../miniprogram/packages/outcome/objection/objection.view';
import { problemOfRefusal } from '../../../../miniprogram/packages/outcome/objection/send-objection';
import { objectionsView } from '../../../../miniprogram/packages/outcome/objections/objections.view';
import type {
  MyObjection,
  ObjectionForm,
  PublicObjection,
  RuledBallot,
} from '../../../../miniprogram/packages/outcome/services/objections';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const now = at('2026-02-13T10:00');
const candidates = [{ id: 'c3', number: 3, name: '转角口袋公园' }];
const enough = '介绍里写新建四十六处口袋公园，有五处还没有开工。';

const form: ObjectionForm = {
  title: '十佳实事',
  organiser: '市政府办',
  objectionChannel: '',
  isOpen: true,
  isBallotOpen: true,
  startAt: at('2026-02-13T09:00'),
  until: at('2026-02-28T00:00'),
  left: 3,
  candidates,
};
const ballot: RuledBallot = {
  receipt: { origin: 'o', leafHash: 'ab'.repeat(32), promisedAt: 1e12, keyId: '00000000', signature: 's', index: 7 },
  code: '7K4M-Q2XD',
  period: '2026-02-11',
  isVoid: true,
  reason: '一人多个账号',
};

describe('the form', () => {
  test('takes what is open now: of ballots before the notice, of all while it is up, of ballots again once three are open', () => {
    const kinds = (part: Partial<ObjectionForm>): string[] =>
      objectionView({ ...form, ...part }, now).kinds.map(({ id }) => id);
    expect(kinds({})).toEqual(['result', 'candidate', 'process', 'ballot']);
    expect(kinds({ isOpen: false, startAt: null, until: null })).toEqual(['ballot']);
    expect(kinds({ left: 0 })).toEqual(['ballot']);
    expect(objectionView({ ...form, left: 0 }, now).lines).toContain('您有 3 条异议还在办。办完一条，就可以再提一条。');
  });

  test.each([
    [{ isOpen: false, startAt: at('2026-02-14T09:00') }, '明天 9:00 公示开始后可以提。'],
    [{ isOpen: false, startAt: null, until: null }, '名单公示以后才可以提。'],
    [{ isOpen: false, until: at('2026-02-13T00:00') }, '昨天 24:00 已经截止。'],
    [{ left: 0 }, '您有 3 条异议还在办。办完一条，就可以再提一条。'],
  ])('says why there is none: %j', (part, detail) => {
    expect(objectionView({ ...form, isBallotOpen: false, ...part }, now).shut?.detail).toBe(detail);
  });

  test('the day of the answer is a working day: behind the Friday before the festival comes a working Saturday', () => {
    expect(sentView('2026-01', now).detail).toMatch(/^2月14日前告诉您是否受理/);
    expect(sentView('2026-01', at('2026-02-14T10:00')).detail).toMatch(/^2月24日前/);
  });

  test.each<[Partial<ObjectionDraft>, string | undefined]>([
    [{}, 'kind'],
    [{ kind: 'candidate' }, 'candidate'],
    [{ kind: 'ballot' }, 'ballot'],
    [{ kind: 'process', text: ` ${'字'.repeat(19)} ` }, 'text'],
    [{ kind: 'process', text: '字'.repeat(20) }, undefined],
    [{ kind: 'process', text: enough, contact: '138' }, 'name'],
    [{ kind: 'process', text: enough, name: '张三' }, 'contact'],
    [{ kind: 'process', text: enough, unit: '园林局' }, 'contact'],
    [{ kind: 'process', text: enough, name: '张三', contact: '138' }, undefined],
    [{ kind: 'ballot', ballot: 'x', text: enough, name: '张三' }, undefined],
  ])('asks for what is missing: %j', (part, field) => {
    expect(problemOf({ ...emptyDraft, ...part })?.field).toBe(field);
  });

  test('a name and pictures typed before a ballot was chosen stay on the phone', () => {
    const draft: ObjectionDraft = {
      ...emptyDraft,
      kind: 'ballot',
      ballot: ballot.receipt.leafHash,
      candidateId: 'c3',
      text: enough,
      pictures: ['a'],
      name: '张三',
      contact: '138',
    };
    expect(isSigned(draft)).toBe(false);
    expect(objectionOf(draft, [ballot], ['cloud://a'])).toEqual({
      kind: 'ballot',
      text: enough,
      pictures: [],
      receipt: ballot.receipt,
    });
    expect(objectionOf({ ...draft, kind: 'candidate' }, [ballot], ['cloud://a'])).toEqual({
      kind: 'candidate',
      candidateId: 'c3',
      text: enough,
      pictures: ['cloud://a'],
      signed: { name: '张三', contact: '138' },
    });
  });

  test('of ballots that were ruled about, those are there to choose from that are void now', () => {
    expect(ballotsView([{ ...ballot, isVoid: false }])).toEqual({ kind: 'none' });
    expect(ballotsView([ballot, { ...ballot, isVoid: false }])).toMatchObject({
      kind: 'some',
      rows: [{ name: '2月11日的票，回执 7K4M-Q2XD', reason: '作废理由：一人多个账号' }],
    });
  });

  test.each([
    [{ code: 'CONTENT_REFUSED', details: { field: 'signed.name' } }, 'name'],
    [{ code: 'CONTENT_REFUSED', details: { field: 'text' } }, 'text'],
    [{ code: 'INVALID_INPUT', details: { field: 'pictures.2', expected: '' } }, 'pictures'],
    [{ code: 'LIMIT_REACHED', details: { what: 'objections', most: 3 } }, 'kind'],
    [{ code: 'LIMIT_REACHED', details: { what: 'objectionsOfBallot', most: 1 } }, 'ballot'],
    [{ code: 'BALLOT_NOT_VOID', details: { field: 'receipt' } }, 'ballot'],
    [{ code: 'OFFLINE' }, undefined],
  ] as const)('a refusal stands at its field: %j', (failure, field) => {
    const refusal = { message: '', ...failure } as Parameters<typeof problemOfRefusal>[0];
    expect(problemOfRefusal(refusal, 'said')?.field).toBe(field);
  });
});

describe('a row', () => {
  const base: PublicObjection = {
    number: '2026-03',
    kind: 'candidate',
    candidateId: 'c3',
    day: '2026-02-12',
    state: 'received',
  };
  const row = (part: Partial<PublicObjection>): ReturnType<typeof objectionRow> =>
    objectionRow({ ...base, ...part }, 'k', candidates, now);

  test('names the candidate, the day, and by when somebody has to do what', () => {
    expect(row({ dueAt: at('2026-02-15T00:00') })).toMatchObject({
      what: '03 转角口袋公园',
      day: '2月12日',
      state: '等待受理',
      look: 'now',
      late: '',
      lines: [{ text: '2月14日前告知是否受理', isLate: false }],
    });
  });

  test('what is overdue is late from the first instant of the next day on', () => {
    const dueAt = at('2026-02-13T00:00');
    expect(row({ state: 'accepted', dueAt }).late).toBe('晚了 1 天');
    expect(row({ state: 'accepted', dueAt }).lines).toMatchObject([{ text: '原定 2月12日前答复', isLate: true }]);
    expect(objectionRow({ ...base, dueAt }, 'k', candidates, dueAt - 1).late).toBe('');
    expect(objectionRow({ ...base, dueAt }, 'k', candidates, at('2026-02-14T00:00')).late).toBe('晚了 2 天');
  });

  test('an answer, what was done for it, an appeal and its decision stand in their order', () => {
    const answer = { day: '2026-02-12', decision: 'rejected' as const, summary: '名单不变', effects: [] };
    const final = {
      ...answer,
      decision: 'upheld' as const,
      summary: '退出',
      office: '市纪委',
      effects: [{ kind: 'withdrawCandidate', candidateId: 'c3' }, { kind: 'constructor' }],
    };
    const { state, look, lines } = row({ state: 'closed', answer, appealed: '2026-02-13', final });
    expect([state, look]).toEqual(['申诉后成立', 'yes']);
    expect(lines.map(({ text }) => text)).toEqual([
      '名单不变',
      '2月13日 提出申诉',
      '市纪委的决定：退出',
      '因此：03 转角口袋公园 退出',
      '因此：另办了一件事，见变更记录',
    ]);
    expect(row({ state: 'closed', closing: '场地取消' })).toMatchObject({ state: '已结束', look: 'no' });
    expect(row({ state: 'partly', answer })).toMatchObject({ state: '部分成立', look: 'yes' });
  });
});

test('the list counts what came, was answered and waits, and shows on request what waits alone', () => {
  const each = (number: string, state: PublicObjection['state']): PublicObjection => ({
    number,
    kind: 'process',
    day: '2026-02-12',
    state,
  });
  const list = { v: 1 as const, at: now, objections: [each('2026-02', 'accepted'), each('2026-01', 'rejected')] };
  const poll = { title: '十佳实事', candidates };
  expect(objectionsView(poll, list, false, now)).toMatchObject({
    figures: [{ figure: '2' }, { figure: '1' }, { figure: '1' }],
    asOf: '截至 今天 10:00，只增不删',
    rows: [{ number: '2026-02' }, { number: '2026-01' }],
    nothing: null,
  });
  expect(objectionsView(poll, list, true, now).rows).toHaveLength(1);
  expect(objectionsView(poll, null, false, now)).toMatchObject({
    nothing: { title: '还没有异议' },
    asOf: '',
    sift: '',
  });
});

test('one’s own says until when it may be appealed against, and a tip is called one', () => {
  const mine: MyObjection = {
    id: 'a',
    kind: 'candidate',
    candidateName: '公园',
    candidateId: 'c3',
    at: now,
    text: enough,
    state: 'received',
  };
  expect(myObjectionsView([], now)).toMatchObject({ kind: 'empty', title: '您没有提过异议' });
  expect(myObjectionsView([mine], now)).toMatchObject({
    rows: [{ row: { number: '线索', what: '公园' }, appealUntil: '' }],
  });
  const declined = {
    ...mine,
    number: '2026-01',
    state: 'declined' as const,
    accepted: { at: now, reason: '与候选无关' },
  };
  const appealUntil = at('2026-02-28T00:00');
  expect(myObjectionsView([{ ...declined, appealUntil }], now)).toMatchObject({
    rows: [{ row: { number: '2026-01', reason: '与候选无关' }, appealUntil: '2月27日当天为止可以申诉，只有一次' }],
  });
  expect(myObjectionsView([{ ...declined, appealUntil }], appealUntil)).toMatchObject({ rows: [{ appealUntil: '' }] });
});
