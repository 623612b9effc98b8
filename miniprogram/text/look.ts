import type { SizeChoice, ThemeChoice } from '../stores/look';

/** Names of the theme choices, in the order they are offered. */
export const themeNames: Readonly<Record<ThemeChoice, string>> = { system: '跟随系统', light: '浅色', dark: '深色' };

/** Names of the text sizes, in the order they are offered. */
export const sizeNames: Readonly<Record<SizeChoice, string>> = {
  system: '跟随系统',
  standard: '标准',
  large: '大',
  huge: '特大',
};

/** The way into 长辈版 and back. */
export const versionWords = {
  toElder: '换长辈版',
  toStandard: '换标准版',
  offer: '字看着小？长辈版字更大，一次只做一件事。',
  decline: '不用了',
} as const;

/** The version that is not shown now, and what it is like. */
export function versionWay(isSimple: boolean): { to: 'elder' | 'standard'; name: string; hint: string } {
  return isSimple
    ? { to: 'standard', name: versionWords.toStandard, hint: '字小一些，一屏看得多' }
    : { to: 'elder', name: versionWords.toElder, hint: '字更大，一次只做一件事' };
}

/** What the settings row says is chosen. */
export function lookSummary(theme: ThemeChoice, size: SizeChoice): string {
  if (theme === 'system' && size === 'system') return themeNames.system;
  return [size === 'system' ? '' : sizeNames[size], theme === 'system' ? '' : themeNames[theme]]
    .filter(Boolean)
    .join('，');
}
