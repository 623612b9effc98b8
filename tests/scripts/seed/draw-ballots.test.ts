import { randomBytes } from 'node:crypto';
import { checkChoices } from '../../../cloudfunctions/shared/domain/voting/choices';
import { isPeriodOf, periodAt } from '../../../cloudfunctions/shared/universal/period';
import type { BallotRules, Candidate, Poll } from '../../../cloudfunctions/shared/universal/poll';
import { markOf, tagOf } from '../../../cloudfunctions/shared/domain/voting/slot';
import { pollMac } from '../../../cloudfunctions/shared/platform/keys';
import type { Option } from '../../../scripts/seed/choose';
import { drawBallots } from '../../../scripts/seed/draw-ballots';

const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 23, 2, 30);
const mac = pollMac(randomBytes(32));

const options: Option[] = Array.from({ length: 9 }, (_, index) => ({
  id: `c${index}`,
  group: `g${index % 3}`,
  appeal: 1 + index,
}));
const candidates = new Map<string, Candidate>(options.map(({ id, group = '' }) => [id, { id, group }]));

const one: BallotRules = { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 } };
const groups = ['g0', 'g1', 'g2'].map((id) => ({ id, name: id, min: 1, max: 2 }));
const cases: [string, BallotRules][] = [
  ['one choice once', one],
  ['three to six a day', { ...one, period: 'daily', choices: { min: 3, max: 6 } }],
  ['exactly three', { ...one, choices: { min: 3, max: 3 } }],
  ['groups', { ...one, choices: { min: 3, max: 6 }, groups }],
  ['groups whose minimums are more than the least', { ...one, choices: { min: 1, max: 6 }, groups }],
  ['five ballots a day, one for each candidate', { ...one, period: 'daily', ballotsPerPeriod: 5, perCandidate: 1 }],
];

function pollOf(rules: BallotRules): Poll {
  const stages = { voting: now - 3 * 24 * hour, verifying: now + 24 * hour };
  return { id: 'drawn', rules, stages, countPolicy: { kind: 'live' } };
}

describe.each(cases)('ballots drawn for %s', (_, rules) => {
  const poll = pollOf(rules);
  const ballots = drawBallots(poll, mac, options, 400, now);

  it('are valid, and cast in an hour of the vote that has begun', () => {
    expect(ballots.length).toBeGreaterThanOrEqual(400);
    for (const ballot of ballots) {
      expect(checkChoices(rules, candidates, ballot.choices)).toBeNull();
      expect(ballot.choices).toEqual([...ballot.choices].sort());
      expect(ballot.hour % hour).toBe(0);
      expect(ballot.hour).toBeLessThanOrEqual(now);
      expect(ballot.period).toBe(periodAt(poll, ballot.hour));
      expect(isPeriodOf(poll, ballot.period)).toBe(true);
      expect(ballot.batch).toBeNull();
    }
  });

  it('have ids, marks and cast ids of their own', () => {
    for (const field of ['_id', 'mark', 'castId'] as const) {
      expect(new Set(ballots.map((ballot) => ballot[field])).size).toBe(ballots.length);
    }
  });

  it('favour the candidates that appeal', () => {
    const votesFor = (id: string): number => ballots.filter(({ choices }) => choices.includes(id)).length;
    expect(votesFor('c8')).toBeGreaterThan(votesFor('c2'));
  });
});

it('a drawn ballot stands in the places that the voter function would find for its voter', () => {
  const poll = pollOf({ ...one, perCandidate: 1 });
  const [ballot] = drawBallots(poll, mac, options, 1, now);
  const voter = { mac, openid: 'oSeed_drawn_1' };
  expect(ballot?._id).toBe(`drawn:${tagOf(voter, 'once', 1)}`);
  expect(ballot?.mark).toBe(`drawn:${markOf(voter, 'once', ballot?.choices[0] ?? '', 1)}`);
});

it('a poll that has not begun gets no ballots', () => {
  const stages = { voting: now + hour, verifying: now + 2 * hour };
  expect(drawBallots({ ...pollOf(one), stages }, mac, options, 10, now)).toEqual([]);
});
