import {
  actOf,
  blankDraft,
  eligible,
  proposable,
  type Draft,
} from '../../../../miniprogram/packages/organiser/propose/proposal';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const stages = { voting: at('2026-11-20T09:00'), verifying: at('2026-11-30T18:00') };
const me = { memberId: 'm1', name: '赵敏', role: 'owner' as const };
const poll = { status: 'published' as const, stages, latestEnd: at('2026-12-05T18:00'), me };
const blank: Draft = { ...blankDraft, kind: 'withdraw' };

test('a draft offers no act from here', () => {
  expect(proposable({ ...poll, status: 'draft' }, [], at('2026-11-24T10:00'))).toEqual([]);
});

test('while the vote is open its end can move, candidates can pause and ballots be voided; after it the end stands', () => {
  const kinds = proposable(poll, [{}], at('2026-11-24T10:00'));
  expect(kinds).toEqual([
    'extend',
    'endEarly',
    'freezeCandidate',
    'withdrawCandidate',
    'voidBallot',
    'restoreBallot',
    'withdraw',
  ]);
  expect(proposable(poll, [{}], at('2026-12-01T10:00'))).toEqual([
    'withdrawCandidate',
    'voidBallot',
    'restoreBallot',
    'withdraw',
  ]);
});

test('an end that was published as final is not extended, and before the vote it is taken back', () => {
  const kinds = proposable({ ...poll, latestEnd: null }, [{}], at('2026-11-19T10:00'));
  expect(kinds).not.toContain('extend');
  expect(kinds).toContain('unpublish');
  expect(kinds).not.toContain('voidBallot');
});

test('only a paused candidate comes back, and one that left is offered for nothing', () => {
  const standing = (state: 'frozen' | 'withdrawn') => ({ standing: { state, reason: '', at: 0 } });
  const candidates = [{}, standing('frozen'), standing('withdrawn')];
  expect(eligible('unfreezeCandidate', candidates)).toEqual([candidates[1]]);
  expect(eligible('freezeCandidate', candidates)).toEqual([candidates[0]]);
  expect(eligible('withdrawCandidate', candidates)).toEqual([candidates[0], candidates[1]]);
});

test('a new end is the chosen day and time in China, wherever the phone is', () => {
  const draft = { ...blank, kind: 'extend' as const, reason: '天气', date: '2026-12-01', time: '18:00' };
  expect(actOf(draft)).toEqual({ act: { kind: 'extend', reason: '天气', endAt: at('2026-12-01T18:00') } });
});

test.each([
  [{ ...blank, kind: 'endEarly' as const, reason: '早' }, '请选新的截止时间'],
  [{ ...blank, kind: 'freezeCandidate' as const, reason: '早' }, '请选一选是哪一个'],
  [{ ...blank, kind: 'voidBallot' as const, reason: '早' }, '请写明是哪一张选票'],
  [{ ...blank, kind: 'voidBallot' as const, index: 3, reason: '早', clause: ' ' }, '请写明依据'],
  [{ ...blank, reason: '  ' }, '请写明理由'],
])('what is missing is named: %j', (draft, missing) => {
  expect(actOf(draft)).toEqual({ missing });
});

test('a voided ballot carries its place, reason and clause', () => {
  const draft = { ...blank, kind: 'voidBallot' as const, index: 3, reason: '重复投票', clause: ' 第四条 ' };
  expect(actOf(draft)).toEqual({ act: { kind: 'voidBallot', index: 3, reason: '重复投票', clause: '第四条' } });
});

describe('what a public lot drew', () => {
  const awaitsDraw = { source: '福彩3D 第2026330期开奖号码', at: at('2026-12-01T21:15'), digits: 3, tied: 2 };
  const waiting = { ...poll, awaitsDraw };
  const [before, after] = [at('2026-12-01T21:14'), at('2026-12-01T21:15')];
  const as = (role: 'owner' | 'editor' | 'reviewer') => ({ ...waiting, me: { ...me, role } });

  test('is asked for first, once it is public and a result waits for it, of an owner or a reviewer', () => {
    expect(proposable(waiting, [], after)[0]).toBe('enterDraw');
    expect(proposable(as('reviewer'), [], after)[0]).toBe('enterDraw');
    expect(proposable(waiting, [], before)).not.toContain('enterDraw');
    expect(proposable(as('editor'), [], after)).not.toContain('enterDraw');
    expect(proposable(poll, [], after)).not.toContain('enterDraw');
  });

  test.each(['12', '1234', '１２３', '12 3', '12a', ''])('is no %j, but exactly the digits announced', (draw) => {
    expect(actOf({ ...blank, kind: 'enterDraw', draw }, 3)).toEqual({ missing: '号码要正好 3 位数字' });
  });

  test('needs no reason', () => {
    expect(actOf({ ...blank, kind: 'enterDraw', draw: '042' }, 3)).toEqual({ act: { kind: 'enterDraw', draw: '042' } });
  });
});
