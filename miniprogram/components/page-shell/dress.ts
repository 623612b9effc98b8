import type { Look } from '../../stores/look';

/** What the root of a page, and whatever stands outside it, needs to look as the voter chose. */
export function dressOf({ theme, elder, isSimple, textScale }: Look): {
  theme: string;
  elder: string;
  textScale: number;
} {
  return { theme, elder: isSimple ? 'elder simple' : elder ? 'elder' : '', textScale };
}
