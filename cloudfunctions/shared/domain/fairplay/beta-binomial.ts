/**
 * How probable at least `m` hits in `n` trials are whose common chance is itself drawn, with mean `p` and correlation `rho` between two
 * trials: the upper tail of the beta-binomial distribution.
 */
export function atLeast(m: number, n: number, p: number, rho: number): number {
  if (m <= 0) return 1;
  if (m > n || p <= 0) return 0;
  if (p >= 1) return 1;
  // Below the mean the other tail is the short one, and sums do not overflow.
  if (m < n * p) return 1 - atLeast(n - m + 1, n, 1 - p, rho);
  const a = (p * (1 - rho)) / rho;
  const b = ((1 - p) * (1 - rho)) / rho;
  const first = logChoose(n, m) + logBeta(m + a, n - m + b) - logBeta(a, b);
  // Each term by the one before it; the rest is below what the sum can hold.
  let sum = 1;
  let term = 1;
  for (let k = m; k < n; k += 1) {
    const step = ((n - k) / (k + 1)) * ((k + a) / (n - k - 1 + b));
    term *= step;
    sum += term;
    if (step < 1 && term < sum * 1e-17) break;
  }
  return Math.min(1, Math.exp(first + Math.log(sum)));
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Below this the series is not exact enough, and the function is taken from further up. */
const far = 10;

/** The logarithm of the gamma function, by Stirling's series. @param x above zero */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < far; at += 1) shift -= Math.log(at);
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series;
}
