import { stretchesOf } from '../../../../../cloudfunctions/shared/domain/fairplay/inquiry';
import { blockOf, type Span } from '../../../../../cloudfunctions/shared/domain/fairplay/spans';
import type { Finding } from '../../../../../cloudfunctions/shared/domain/fairplay/test-cells';

const hour = 60 * 60 * 1000;
const midnight = Date.parse('2026-11-24T00:00:00+08:00');
const [opening, ending] = [midnight + hour, midnight + 72 * hour];

function alarm(candidate: number, span: Span, at: number, probability: number): Finding {
  const block = blockOf(span, midnight + at * hour);
  return { candidate, span, block, n: 60, m: 50, p: 0.02, rho: 0.02, isThin: false, probability };
}

const stretches = (...alarms: Finding[]): [number, number, number, number][] =>
  stretchesOf(alarms, opening, ending).map(({ candidate, from, to, findings }) => [
    candidate,
    (from - midnight) / hour,
    (to - midnight) / hour,
    findings.length,
  ]);

describe('alarms', () => {
  it('of one candidate that touch each other are decided together', () => {
    expect(stretches(alarm(3, 'hours', 10, 1e-9), alarm(3, 'hours', 8, 1e-8), alarm(3, 'hours', 14, 1e-9))).toEqual([
      [3, 8, 12, 2],
      [3, 14, 16, 1],
    ]);
  });

  it('of a day and of hours of the next one are one stretch, and those of another candidate another', () => {
    const both = [alarm(3, 'hours', 24, 1e-9), alarm(3, 'day', 3, 1e-7), alarm(5, 'hours', 24, 1e-8)];
    expect(stretches(...both)).toEqual([
      [3, 1, 26, 2],
      [5, 24, 26, 1],
    ]);
  });

  it('end with the vote, and begin with it', () => {
    expect(stretches(alarm(3, 'vote', 0, 1e-9))).toEqual([[3, 1, 72, 1]]);
    expect(stretches(alarm(3, 'hours', 0, 1e-9))).toEqual([[3, 1, 2, 1]]);
  });

  it('are numbered by time and how improbable they are, never by candidates', () => {
    const same = [alarm(1, 'hours', 10, 1e-8), alarm(9, 'hours', 10, 1e-12), alarm(4, 'hours', 6, 1e-8)];
    expect(stretches(...same).map(([candidate]) => candidate)).toEqual([4, 9, 1]);
  });
});
