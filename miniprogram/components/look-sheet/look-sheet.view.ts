import type { Look, SizeChoice, ThemeChoice } from '../../stores/look';
import { sizeNames, themeNames } from '../../text/look';

export interface Option {
  id: string;
  name: string;
  isChosen: boolean;
}

const sizes: readonly SizeChoice[] = ['system', 'standard', 'large', 'huge'];
const themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The text sizes on offer. */
export function sizeOptions({ size }: Look): Option[] {
  return sizes.map((id) => ({ id, name: sizeNames[id], isChosen: id === size }));
}

/** The themes on offer. */
export function themeOptions({ theme }: Look): Option[] {
  return themes.map((id) => ({ id, name: themeNames[id], isChosen: id === theme }));
}

/** The size with this id; the system's for any other. */
export function sizeOf(id: string): SizeChoice {
  return sizes.find((size) => size === id) ?? 'system';
}

/** The theme with this id; the system's for any other. */
export function themeOf(id: string): ThemeChoice {
  return themes.find((theme) => theme === id) ?? 'system';
}
