/** The value below which `share` of the sample lies. @param share 0 … 1 */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new Error('an empty sample has no quantiles');
  return value;
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5);
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function megabytes(value: number): string {
  return `${Math.round(value / 1024 / 1024).toLocaleString('en')} MB`;
}

export function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024).toLocaleString('en')} KB`;
}
