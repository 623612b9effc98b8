/** 12,904 */
export function groupedText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** As groupedText, from 100,000 on in ten thousands: 12.4 万. For cards; lists and receipts stay exact. */
export function roughText(count: number): string {
  // Cut, not rounded: a card never shows more votes than there are.
  return count < 100_000 ? groupedText(count) : `${(Math.floor(count / 1000) / 10).toFixed(1)} 万`;
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

/** The number plate of a candidate: 02, 117. */
export function plateText(number: number): string {
  return String(number).padStart(2, '0');
}
