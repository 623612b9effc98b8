import fc from 'fast-check';
import {
  missingChoices,
  stillChoosable,
  toggleChoice,
  type BallotFrame,
} from '../../../../../miniprogram/packages/voter/poll/ballot-limits';
import { candidates, pollReply } from './sample-poll';

const groups = [
  { id: 'life', name: '民生保障', min: 1, max: 2 },
  { id: 'city', name: '城市更新', min: 0, max: 1 },
];

function frame(rules: Partial<BallotFrame['rules']>, more: Partial<BallotFrame> = {}): BallotFrame {
  return { rules: pollReply({ rules }).poll.rules, measure: '项', candidates: candidates(20), ballots: [], ...more };
}

function grouped(): BallotFrame {
  const of = (group: string) => ({ group });
  const list = candidates(6, { c1: of('life'), c2: of('life'), c3: of('life'), c4: of('city'), c5: of('city') });
  return frame({ choices: { min: 2, max: 4 }, groups }, { candidates: list });
}

test('tapping a chosen candidate takes the choice back', () => {
  expect(toggleChoice(frame({}), ['c1', 'c2'], 'c1')).toEqual({ ok: true, choices: ['c2'] });
});

test('a full ballot takes no other candidate', () => {
  const choices = ['c1', 'c2', 'c3'];
  const limits = frame({ choices: { min: 1, max: 3 } });
  expect(toggleChoice(limits, choices, 'c4')).toEqual({ ok: false, obstacle: { kind: 'full', max: 3 } });
});

test('where a ballot holds one choice, choosing another moves it', () => {
  expect(toggleChoice(frame({ choices: { min: 1, max: 1 } }), ['c1'], 'c2')).toEqual({ ok: true, choices: ['c2'] });
});

test('a full group takes no other candidate of that group', () => {
  expect(toggleChoice(grouped(), ['c4'], 'c5')).toEqual({
    ok: false,
    obstacle: { kind: 'groupFull', groupId: 'city', max: 1 },
  });
  expect(toggleChoice(grouped(), ['c4'], 'c1')).toEqual({ ok: true, choices: ['c4', 'c1'] });
});

test('a candidate who withdrew cannot be chosen', () => {
  const limits = frame({}, { candidates: candidates(3, { c2: { withdrawn: true } }) });
  expect(toggleChoice(limits, [], 'c2')).toEqual({ ok: false, obstacle: { kind: 'withdrawn' } });
});

test('a candidate at the cap of this period cannot be chosen again', () => {
  const limits = frame(
    { choices: { min: 1, max: 1 }, ballotsPerPeriod: 5, perCandidate: 2 },
    { ballots: [{ choices: ['c1'] }, { choices: ['c1'] }, { choices: ['c2'] }] },
  );
  expect(toggleChoice(limits, [], 'c1')).toEqual({ ok: false, obstacle: { kind: 'capReached', cap: 2 } });
  expect(toggleChoice(limits, [], 'c2')).toEqual({ ok: true, choices: ['c2'] });
});

test.each<[string, string[], ReturnType<typeof missingChoices>]>([
  ['the group first', ['c4', 'c6'], { kind: 'group', groupId: 'life', count: 1 }],
  ['the whole next', ['c1'], { kind: 'overall', count: 1 }],
  ['nothing', ['c1', 'c4'], null],
])('a ballot says what it lacks: %s', (_, choices, missing) => {
  expect(missingChoices(grouped(), choices)).toEqual(missing);
});

test('kept choices lose those who withdrew meanwhile, and keep their order', () => {
  const limits = frame({}, { candidates: candidates(4, { c2: { withdrawn: true } }) });
  expect(stillChoosable(limits, ['c4', 'c2', 'gone', 'c1', 'c4'])).toEqual(['c4', 'c1']);
});

test('whatever is tapped, the ballot stays within every maximum', () => {
  const someRules = fc.record({
    max: fc.integer({ min: 1, max: 12 }),
    groupMax: fc.integer({ min: 1, max: 4 }),
    cap: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    taps: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 60 }),
  });
  fc.assert(
    fc.property(someRules, ({ max, groupMax, cap, taps }) => {
      const list = candidates(20, {
        c1: { group: 'life' },
        c2: { group: 'life' },
        c3: { group: 'life' },
        c9: { withdrawn: true },
      });
      const limits = frame(
        {
          choices: { min: 1, max },
          groups: [{ id: 'life', name: '民生保障', min: 0, max: groupMax }],
          ...(cap === undefined ? {} : { perCandidate: cap }),
        },
        { candidates: list, ballots: [{ choices: ['c5'] }, { choices: ['c5'] }] },
      );
      let choices: string[] = [];
      for (const tap of taps) {
        const step = toggleChoice(limits, choices, `c${tap}`);
        if (step.ok) choices = step.choices;
        expect(choices.length).toBeLessThanOrEqual(max);
        expect(new Set(choices).size).toBe(choices.length);
        expect(choices.filter((id) => ['c1', 'c2', 'c3'].includes(id)).length).toBeLessThanOrEqual(groupMax);
        expect(choices).not.toContain('c9');
        if (cap !== undefined) expect(choices).not.toContain('c5');
      }
      expect(stillChoosable(limits, choices)).toEqual(choices);
    }),
  );
});
