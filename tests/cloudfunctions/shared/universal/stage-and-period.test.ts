import { isPeriodOf, nextPeriodAt, periodAt, periodsUntil } from '../../../../cloudfunctions/shared/universal/period';
import { isLate, stageAt, timeline } from '../../../../cloudfunctions/shared/universal/stage';
import type { BallotRules } from '../../../../cloudfunctions/shared/universal/poll';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const stages = {
  nominating: at('2026-11-01T09:00'),
  voting: at('2026-11-20T09:00'),
  verifying: at('2026-11-23T18:00'),
  notice: at('2026-11-25T00:00'),
};
const rules = (period: 'once' | 'daily'): BallotRules => ({ period, ballotsPerPeriod: 1, choices: { min: 1, max: 1 } });
const daily = { stages, rules: rules('daily') };
const once = { stages, rules: rules('once') };

describe('the stage of a poll', () => {
  it.each([
    [stages.nominating - 1, 'preparing'],
    [stages.nominating, 'nominating'],
    [stages.voting - 1, 'nominating'],
    [stages.voting, 'voting'],
    [stages.verifying - 1, 'voting'],
    [stages.verifying, 'verifying'],
    [stages.notice + 1e12, 'notice'],
  ])('at %d is %s', (now, stage) => {
    expect(stageAt(daily, now)).toBe(stage);
  });

  const lot = { source: '福彩3D 第2026330期', at: stages.verifying + 60 * 60_000, digits: 3 };
  const alone = { stages: { voting: stages.voting, verifying: stages.verifying } };
  it.each([
    ['with nothing behind the count it ends by itself', alone, 5 * 60_000, 'ended'],
    ['not before it is counted', alone, 5 * 60_000 - 1, 'verifying'],
    ['a public lot that is announced is waited for', { ...alone, lot }, 60 * 60_000, 'verifying'],
    ['and over once it was drawn and counted', { ...alone, lot }, 65 * 60_000, 'ended'],
    ['what is announced behind the count is waited for', daily, 24 * 60 * 60_000, 'verifying'],
  ])('%s', (_, poll, later, stage) => {
    expect(stageAt(poll, stages.verifying + later)).toBe(stage);
  });

  it('is shown only where the poll has it', () => {
    expect(timeline(daily).map(({ stage }) => stage)).toEqual(['nominating', 'voting', 'verifying', 'notice']);
  });
});

describe('the stage of a poll with a notice', () => {
  const planned = { ...stages, awarded: at('2026-12-03T10:00'), archived: at('2026-12-20T09:00') };
  const notice = at('2026-11-26T15:00');
  const awarded = at('2026-12-08T10:00');

  it.each([
    [stages.voting, {}, 'voting'],
    [stages.verifying - 1, {}, 'voting'],
    // What was announced is a plan.
    [stages.verifying + 1e12, {}, 'verifying'],
    [notice - 1, { notice }, 'verifying'],
    [notice, { notice }, 'notice'],
    [planned.archived, { notice }, 'notice'],
    [awarded, { notice, awarded }, 'awarded'],
  ])('at %d, with %j reached, is %s', (now, reached, stage) => {
    expect(stageAt({ stages: planned, reached }, now)).toBe(stage);
  });

  it('says when it was reached beside the plan, and has a stage that was reached and never announced', () => {
    const unplanned = { stages, reached: { notice, awarded } };
    expect(timeline(unplanned).slice(2)).toEqual([
      { stage: 'verifying', startAt: stages.verifying },
      { stage: 'notice', startAt: stages.notice, reachedAt: notice },
      { stage: 'awarded', startAt: awarded, reachedAt: awarded },
    ]);
  });

  it('is late from its announced time on until it is reached, and a vote never is', () => {
    const lateAt = (now: number, reached: object): string[] =>
      timeline({ stages: planned, reached })
        .filter((entry) => isLate({ reached }, entry, now))
        .map(({ stage }) => stage);
    expect(lateAt(stages.notice - 1, {})).toEqual([]);
    expect(lateAt(stages.notice, {})).toEqual(['notice']);
    expect(lateAt(planned.awarded, { notice })).toEqual(['awarded']);
    expect(lateAt(planned.archived, { notice, awarded })).toEqual(['archived']);
    expect(timeline({ stages }).some((entry) => isLate({}, entry, planned.archived))).toBe(false);
  });
});

describe('the period a ballot belongs to', () => {
  it('is the day in Shanghai, or the whole event', () => {
    expect(periodAt(daily, at('2026-11-21T00:00'))).toBe('2026-11-21');
    expect(periodAt(daily, at('2026-11-21T00:00') - 1)).toBe('2026-11-20');
    expect(periodAt(once, at('2026-11-21T00:00'))).toBe('once');
  });

  it.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2026-11-31', false],
    ['once', false],
  ])('%s is a day of the vote: %s', (period, isOne) => {
    expect(isPeriodOf(daily, period)).toBe(isOne);
  });

  it('of a vote once per event is only that', () => {
    expect(isPeriodOf(once, 'once')).toBe(true);
    expect(isPeriodOf(once, '2026-11-20')).toBe(false);
  });

  it('begins again at midnight, except on the last day', () => {
    expect(nextPeriodAt(daily, at('2026-11-21T12:00'))).toBe(at('2026-11-22T00:00'));
    expect(nextPeriodAt(daily, at('2026-11-23T12:00'))).toBeNull();
    expect(nextPeriodAt(daily, stages.voting - 1)).toBe(stages.voting);
    expect(nextPeriodAt(once, at('2026-11-21T12:00'))).toBeNull();
  });

  it('has come for the days so far', () => {
    expect(periodsUntil(daily, stages.voting - 1)).toEqual([]);
    expect(periodsUntil(daily, stages.voting)).toEqual(['2026-11-20']);
    expect(periodsUntil(daily, at('2026-11-21T00:00'))).toEqual(['2026-11-20', '2026-11-21']);
    expect(periodsUntil(daily, at('2027-01-01T00:00')).at(-1)).toBe('2026-11-23');
    expect(periodsUntil(once, stages.voting)).toEqual(['once']);
  });
});
