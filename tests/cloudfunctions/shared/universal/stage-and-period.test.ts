import { isPeriodOf, nextPeriodAt, periodAt, periodsUntil } from '../../../../cloudfunctions/shared/universal/period';
import { stageAt, timeline } from '../../../../cloudfunctions/shared/universal/stage';
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

  it('is shown only where the poll has it', () => {
    expect(timeline(daily).map(({ stage }) => stage)).toEqual(['nominating', 'voting', 'verifying', 'notice']);
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
