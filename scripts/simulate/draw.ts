import type { Random } from '../random/random';

/** A standard normal number. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma number of scale 1 (Marsaglia and Tsang, 2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A share of mean `p` whose trials correlate by `rho`; `p` itself where `rho` is 0. */
export function share(random: Random, p: number, rho: number): number {
  if (rho === 0) return p;
  const a = gamma(random, (p * (1 - rho)) / rho);
  const b = gamma(random, ((1 - p) * (1 - rho)) / rho);
  return a + b === 0 ? p : a / (a + b);
}

/** How long one waits for what comes once in `mean`. */
export function wait(random: Random, mean: number): number {
  return -Math.log(1 - random()) * mean;
}

/** A place in a list of weights, by their weight. */
export function place(random: Random, weights: readonly number[]): number {
  const sum = weights.reduce((all, each) => all + each, 0);
  let left = random() * sum;
  return Math.max(
    0,
    weights.findIndex((each) => (left -= each) < 0),
  );
}

/** @returns whether something of chance `p` happens */
export function happens(random: Random, p: number): boolean {
  return random() < p;
}

/** A number in [least, most). */
export function between(random: Random, least: number, most: number): number {
  return least + random() * (most - least);
}
