/** 12,904 */
export function groupedText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Percent of the whole, for a bar's width; 0 where there is nothing yet. */
export function percentOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
}

/** 62.1% */
export function shareText(part: number, whole: number): string {
  return `${percentOf(part, whole).toFixed(1)}%`;
}

/** 3–10, or 10 where both are the same. */
export function rangeText(min: number, max: number): string {
  return min === max ? String(max) : `${min}–${max}`;
}
