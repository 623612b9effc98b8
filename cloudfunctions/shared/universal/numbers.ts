/** 12,904 */
export function groupedText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 3–10, or 10 where both are the same. */
export function rangeText(min: number, max: number): string {
  return min === max ? String(max) : `${min}–${max}`;
}
