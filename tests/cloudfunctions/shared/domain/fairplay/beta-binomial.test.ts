import fc from 'fast-check';
import { atLeast } from '../../../../../cloudfunctions/shared/domain/fairplay/beta-binomial';

/** The same tail, term by term: n trials one after the other, each more probable the more have hit (Pólya's urn). */
function byUrn(m: number, n: number, p: number, rho: number): number {
  const a = (p * (1 - rho)) / rho;
  const b = ((1 - p) * (1 - rho)) / rho;
  let chances = [1];
  for (let trial = 0; trial < n; trial++) {
    const next = Array.from({ length: trial + 2 }, () => 0);
    for (const [hits, chance] of chances.entries()) {
      const hit = (a + hits) / (a + b + trial);
      next[hits] = (next[hits] ?? 0) + chance * (1 - hit);
      next[hits + 1] = (next[hits + 1] ?? 0) + chance * hit;
    }
    chances = next;
  }
  return chances.slice(m).reduce((sum, each) => sum + each, 0);
}

const share = fc.double({ min: 0.001, max: 0.6, noNaN: true });
const likeness = fc.double({ min: 0.0001, max: 0.5, noNaN: true });

it('is what an urn gives, term by term', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.nat(120), share, likeness, (n, wanted, p, rho) => {
      const m = Math.min(wanted, n);
      const expected = byUrn(m, n, p, rho);
      const difference = Math.abs(atLeast(m, n, p, rho) - expected);
      return difference <= 1e-9 * Math.max(expected, 1e-6);
    }),
  );
});

it('is less the more hits are asked for, and more the more alike trials are, far out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 50_000 }), share, likeness, (n, p, rho) => {
      const tails = [0.2, 0.4, 0.6, 0.8, 1].map((part) => atLeast(Math.ceil(part * n), n, p, rho));
      return tails.every((tail, at) => tail >= 0 && tail <= 1 && tail <= (tails[at - 1] ?? 1) + 1e-12);
    }),
  );
  const far = [0.0001, 0.001, 0.01, 0.1].map((rho) => atLeast(200, 1_000, 0.03, rho));
  expect(far).toEqual([...far].sort((a, b) => a - b));
});

it.each([
  [0, 50, 0.1, 1],
  [51, 50, 0.1, 0],
  [1, 50, 0, 0],
  [50, 50, 1, 1],
])('at least %i of %i at %d is %d', (m, n, p, expected) => {
  expect(atLeast(m, n, p, 0.01)).toBe(expected);
});

it('with hardly any likeness is the binomial’s', () => {
  // P(X ≥ 8), n = 20, p = 0.2.
  expect(atLeast(8, 20, 0.2, 1e-9)).toBeCloseTo(0.0321427, 5);
});
