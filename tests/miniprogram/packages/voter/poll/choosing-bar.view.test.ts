import fc from 'fast-check';
import type { BallotFrame } from '../../../../../miniprogram/packages/voter/poll/ballot-limits';
import {
  choosingBar,
  missingSentence,
  obstacleSentence,
  slotRow,
} from '../../../../../miniprogram/packages/voter/poll/choosing-bar.view';
import { candidates, pollReply } from './sample-poll';

const groups = [{ id: 'life', name: '民生保障', min: 2, max: 3 }];
const names = new Map(candidates(20).map(({ id, name }) => [id, name]));

function frame(rules: Partial<BallotFrame['rules']>, ballots: BallotFrame['ballots'] = []): BallotFrame {
  const listed = candidates(20, { c1: { group: 'life' } });
  return { rules: pollReply({ rules }).poll.rules, measure: '项', candidates: listed, ballots };
}

test.each<[string[], string, string]>([
  [[], '再选 3 项', '再选 3 项就可以投了，至少 3 项'],
  [['c1', 'c2'], '再选 1 项', '再选 1 项就可以投了，至少 3 项'],
  [['c1', 'c2', 'c3'], '核对并投出', '核对并投出'],
])('with %j chosen of 3–10 the button says %s', (choices, text, label) => {
  const { button } = choosingBar(frame({}), choices, names);
  expect(button).toMatchObject({ text, label, isReady: choices.length >= 3 });
});

test('a group that lacks choices is named', () => {
  const limits = frame({ groups });
  expect(choosingBar(limits, ['c1', 'c2', 'c3'], names).button).toMatchObject({ lead: '民生保障', text: '再选 1 项' });
  expect(missingSentence(limits, ['c1', 'c2', 'c3'])).toBe('“民生保障”再选 1 项，这一组至少 2 项');
});

test('with several ballots of one choice the bar counts ballots', () => {
  const limits = frame({ choices: { min: 1, max: 1 }, ballotsPerPeriod: 5 }, [{ choices: ['c4'] }]);
  expect(choosingBar(limits, [], names)).toMatchObject({
    kind: 'saying',
    title: '今天还有 4 票',
    second: '共 5 票，已投 1 票',
    button: { text: '先选一项', isReady: false },
  });
  expect(choosingBar(limits, ['c2'], names)).toMatchObject({ second: '选了项目2', button: { isReady: true } });
});

test.each([
  [{ kind: 'full', max: 10 } as const, '最多选 10 项。先取消一项，再选这一项'],
  [{ kind: 'groupFull', groupId: 'life', max: 3 } as const, '“民生保障”最多选 3 项。先取消一项，再选这一项'],
  [{ kind: 'withdrawn' } as const, '这一项现在不接受投票，不能选'],
  [{ kind: 'capReached', cap: 1 } as const, '今天已经给这一项投过 1 票，同一项最多 1 票。请选别的'],
])('a tap that chooses nothing is explained: %j', (obstacle, sentence) => {
  expect(obstacleSentence(frame({ groups }), obstacle)).toBe(sentence);
});

test('the rings are as many as the ballot holds, filled by what is chosen, with one line after the minimum', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(12), fc.nat(12), (max, min, filled) => {
      fc.pre(min <= max && filled <= max);
      const slots = slotRow(filled, min, max);
      expect(slots).toHaveLength(max);
      expect(slots.filter(({ state }) => state === 'filled')).toHaveLength(filled);
      expect(slots.flatMap(({ at, barBefore }) => (barBefore ? [at] : []))).toEqual(min > 0 && min < max ? [min] : []);
    }),
  );
});

test('a ballot of more places than one can count at a glance has no rings', () => {
  expect(slotRow(3, 1, 13)).toEqual([]);
});

test('people are counted as people, wherever a ballot is filled in', () => {
  const people: BallotFrame = { ...frame({ groups }), measure: '位' };
  const said = [
    ...[[], ['c1'], ['c1', 'c2', 'c3']].map((chosen) => JSON.stringify(choosingBar(people, chosen, names))),
    missingSentence(people, ['c2']),
    ...(['full', 'withdrawn', 'capReached'] as const).map((kind) => obstacleSentence(people, { kind, max: 3, cap: 1 })),
  ];
  expect(said.join()).toContain('再选 2 位');
  expect(said.join()).not.toMatch(/项/);
});
