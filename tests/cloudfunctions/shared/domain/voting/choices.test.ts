import fc from 'fast-check';
import { checkChoices } from '../../../../../cloudfunctions/shared/domain/voting/choices';
import type { BallotRules, Candidate } from '../../../../../cloudfunctions/shared/universal/poll';
import { findRulesFaults } from '../../../../../cloudfunctions/shared/domain/poll/rules';

const roster = (...candidates: Candidate[]): Map<string, Candidate> =>
  new Map(candidates.map((each) => [each.id, each]));
const plain = roster({ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }, { id: 'w', withdrawn: true });
const grouped = roster(
  { id: 'p1', group: 'p' },
  { id: 'p2', group: 'p' },
  { id: 'p3', group: 'p' },
  { id: 'q1', group: 'q' },
  { id: 'q2', group: 'q' },
);
const choose = (min: number, max: number, more: Partial<BallotRules> = {}): BallotRules => ({
  period: 'once',
  ballotsPerPeriod: 1,
  choices: { min, max },
  ...more,
});
const twoGroups = choose(2, 4, {
  groups: [
    { id: 'p', name: 'P', min: 1, max: 2 },
    { id: 'q', name: 'Q', min: 1, max: 2 },
  ],
});

describe('the choices of a ballot', () => {
  it.each([
    [['a', 'b'], plain, choose(2, 3)],
    [['a', 'b', 'c'], plain, choose(2, 3)],
    [['a'], plain, choose(1, 1)],
    [['p1', 'q1'], grouped, twoGroups],
    [['p1', 'p2', 'q1', 'q2'], grouped, twoGroups],
  ])('%j are a ballot', (choices, candidates, rules) => {
    expect(checkChoices(rules, candidates, choices)).toBeNull();
  });

  it.each([
    ['an unknown candidate', ['a', 'x'], plain, choose(2, 3), 'CANDIDATE_NOT_FOUND', { field: 'choices.1' }],
    [
      'one named like an object member',
      ['constructor'],
      plain,
      choose(1, 1),
      'CANDIDATE_NOT_FOUND',
      { field: 'choices.0' },
    ],
    ['a candidate twice', ['a', 'b', 'a'], plain, choose(2, 3), 'INVALID_INPUT', { field: 'choices.2' }],
    ['a withdrawn candidate', ['a', 'w'], plain, choose(2, 3), 'CANDIDATE_WITHDRAWN', { field: 'choices.1' }],
    ['nothing', [], plain, choose(2, 3), 'CHOICES_OUT_OF_RANGE', { min: 2, max: 3, got: 0 }],
    ['too few', ['a'], plain, choose(2, 3), 'CHOICES_OUT_OF_RANGE', { min: 2, max: 3, got: 1 }],
    ['too many', ['a', 'b', 'c', 'd'], plain, choose(2, 3), 'CHOICES_OUT_OF_RANGE', { min: 2, max: 3, got: 4 }],
    ['too few of a group', ['p1', 'p2'], grouped, twoGroups, 'CHOICES_OUT_OF_RANGE', { group: 'Q', min: 1, got: 0 }],
    [
      'too many of a group',
      ['p1', 'p2', 'p3', 'q1'],
      grouped,
      twoGroups,
      'CHOICES_OUT_OF_RANGE',
      { group: 'P', got: 3 },
    ],
  ])('with %s are refused', (_, choices, candidates, rules, code, details) => {
    expect(checkChoices(rules, candidates, choices)).toMatchObject({ code, details });
  });

  it('pass exactly when they are distinct, known and in range', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x'), { maxLength: 6 });
    const range = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(ids, range, (choices, [min, span]) => {
        const isBallot =
          new Set(choices).size === choices.length &&
          !choices.includes('x') &&
          choices.length >= min &&
          choices.length <= min + span;
        expect(checkChoices(choose(min, min + span), plain, choices) === null).toBe(isBallot);
      }),
    );
  });
});

describe('the rules of a poll', () => {
  const three: Candidate[] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const groups = (first: object, second: object): NonNullable<BallotRules['groups']> => [
    { id: 'p', name: 'P', min: 1, max: 2, ...first },
    { id: 'q', name: 'Q', min: 1, max: 2, ...second },
  ];
  const members = [...grouped.values()];

  it.each([
    [choose(1, 3), three],
    [choose(1, 1, { perCandidate: 2, ballotsPerPeriod: 5 }), three],
    [twoGroups, members],
  ])('%j can be published', (rules, candidates) => {
    expect(findRulesFaults(rules, candidates)).toEqual([]);
  });

  it.each([
    ['no ballots', choose(1, 2, { ballotsPerPeriod: 0 }), three, 'ballotsPerPeriod'],
    ['half a ballot', choose(1, 2, { ballotsPerPeriod: 1.5 }), three, 'ballotsPerPeriod'],
    ['no choice', choose(0, 2), three, 'choices.min'],
    ['a minimum above the maximum', choose(3, 2), three, 'choices.max'],
    ['more choices than candidates', choose(1, 4), three, 'choices.max'],
    ['a cap with ballots of several choices', choose(1, 2, { perCandidate: 1 }), three, 'perCandidate'],
    ['a cap of nothing', choose(1, 1, { perCandidate: 0 }), three, 'perCandidate'],
    ['two groups of one id', choose(2, 4, { groups: groups({}, { id: 'p' }) }), members, 'groups.1.id'],
    [
      'a group that asks for more than it has',
      choose(2, 5, { groups: groups({}, { max: 3 }) }),
      members,
      'groups.1.max',
    ],
    ['a candidate without a group', choose(1, 2, { groups: groups({}, {}) }), [...members, { id: 'z' }], 'groups'],
    ['minimums nobody can reach', choose(1, 1, { groups: groups({}, {}) }), members, 'groups'],
    ['maximums nobody can fill', choose(5, 5, { groups: groups({}, {}) }), members, 'groups'],
  ])('with %s cannot be published', (_, rules, candidates, field) => {
    expect(findRulesFaults(rules, candidates).map((fault) => fault.field)).toContain(field);
  });

  it('that can be published can be satisfied', () => {
    const size = fc.integer({ min: 0, max: 4 });
    const group = fc.record({ members: size, min: size, max: size });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), size, size, (shapes, min, max) => {
        const candidates = shapes.flatMap((shape, g) =>
          Array.from({ length: shape.members }, (_, i) => ({ id: `${g}-${i}`, group: `g${g}` })),
        );
        const rules = choose(min, max, { groups: shapes.map((shape, g) => ({ id: `g${g}`, name: '', ...shape })) });
        if (findRulesFaults(rules, candidates).length > 0) return;
        const known = roster(...candidates);
        const subsets = Array.from({ length: 2 ** candidates.length }, (_, mask) =>
          candidates.filter((_each, i) => (mask >> i) & 1).map(({ id }) => id),
        );
        expect(subsets.some((choices) => checkChoices(rules, known, choices) === null)).toBe(true);
      }),
    );
  });
});
