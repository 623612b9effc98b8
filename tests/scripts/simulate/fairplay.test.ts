import { simulateFarms, simulateHonest } from '../../../scripts/simulate/simulate-fairplay';

// A hundred polls with fixed seeds; docs/fairplay.md has what a thousand came to.

it('of 100 honest polls at most two have an alarm, and the control, which takes volume for evidence, alarms in nearly all', () => {
  const figures = simulateHonest(50);
  const sum = (of: (each: (typeof figures)[number]) => number): number =>
    figures.reduce((all, each) => all + of(each), 0);
  expect(sum(({ polls }) => polls)).toBe(100);
  expect(sum(({ alarmed }) => alarmed)).toBeLessThanOrEqual(2);
  expect(sum(({ proposed }) => proposed)).toBeLessThanOrEqual(sum(({ ballots }) => ballots) / 5_000);
  expect(sum(({ naive }) => naive)).toBeGreaterThanOrEqual(90);
});

it('scripts of a fifth of somebody’s votes are found, whoever they vote for, and who behaves like people is not', () => {
  const figures = simulateFarms(5);
  const of = (kind: string, size: number): (typeof figures)[number] => {
    const found = figures.find((each) => each.kind === kind && each.size === size);
    if (found === undefined) throw new Error(`${kind} was not simulated`);
    return found;
  };
  for (const kind of ['script', 'falseFlag']) {
    const { polls, found, right, proposed, farmed, accused } = of(kind, 20);
    expect(found).toBe(polls);
    expect(right / proposed).toBeGreaterThan(0.9);
    expect(right / farmed).toBeGreaterThan(0.6);
    expect(accused).toBe(0);
  }
  expect(of('drip', 20)).toMatchObject({ found: 0, proposed: 0 });
});

it('is the same each time', () => {
  expect(simulateHonest(3)).toEqual(simulateHonest(3));
});
