/** 12,904 */
export function groupedText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const [kilo, mega] = [1024, 1024 * 1024];

/** 843 字节, 12.4 KB, 3.1 MB */
export function sizeText(bytes: number): string {
  if (bytes < kilo) return `${bytes} 字节`;
  return bytes < mega ? `${(bytes / kilo).toFixed(1)} KB` : `${(bytes / mega).toFixed(1)} MB`;
}

/** 3–10, or 10 where both are the same. */
export function rangeText(min: number, max: number): string {
  return min === max ? String(max) : `${min}–${max}`;
}

const hour = 60 * 60 * 1000;

/** 2026年11月24日 18:00, in China, which has one time and no summer time. @param instant epoch milliseconds */
export function momentText(instant: number): string {
  const there = new Date(instant + 8 * hour);
  const minutes = String(there.getUTCMinutes()).padStart(2, '0');
  return `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日 ${there.getUTCHours()}:${minutes}`;
}
