/** A number that is not negative, exactly: numerator by denominator, both safe integers, without common factors. */
export interface Fraction {
  n: number;
  d: number;
}

/** @throws when the numbers are no whole ones or too large to be exact */
export function fraction(n: number, d = 1): Fraction {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || n < 0 || d < 1) {
    throw new RangeError(`${n}/${d} cannot be told exactly`);
  }
  const factor = commonFactor(n, d);
  return { n: n / factor, d: d / factor };
}

function commonFactor(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}

/** @throws when the sum needs larger numbers than are exact */
export function add(a: Fraction, b: Fraction): Fraction {
  const factor = commonFactor(a.d, b.d);
  return fraction(a.n * (b.d / factor) + b.n * (a.d / factor), a.d * (b.d / factor));
}

/** @throws when the product needs larger numbers than are exact */
export function multiply(a: Fraction, b: Fraction): Fraction {
  const [left, right] = [fraction(a.n, b.d), fraction(b.n, a.d)];
  return fraction(left.n * right.n, left.d * right.d);
}

/** Negative when a < b. Compares whole parts, then what is left turned over: no product can grow too large. */
export function compare(a: Fraction, b: Fraction): number {
  const [wholeA, wholeB] = [Math.floor(a.n / a.d), Math.floor(b.n / b.d)];
  if (wholeA !== wholeB) return wholeA - wholeB;
  const [restA, restB] = [a.n % a.d, b.n % b.d];
  if (restA === 0 || restB === 0) return restA - restB;
  return compare({ n: b.d, d: restB }, { n: a.d, d: restA });
}

/**
 * The value times 10^shift with so many decimals, rounded half up, once.
 * @throws when long division would leave exact numbers
 */
export function toDecimal({ n, d }: Fraction, decimals: number, shift = 0): string {
  let digits = Math.floor(n / d);
  let rest = n % d;
  for (let place = 0; place < decimals + shift; place++) {
    const next = rest * 10;
    digits = digits * 10 + Math.floor(next / d);
    if (!Number.isSafeInteger(next) || !Number.isSafeInteger(digits)) throw new RangeError('too fine to be exact');
    rest = next % d;
  }
  if (rest >= d - rest) digits += 1;
  const text = String(digits).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
