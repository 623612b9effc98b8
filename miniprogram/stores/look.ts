// How the app looks on this phone: theme and text size, by the voter's own choice or the system's.
import { followTheme, systemLook } from '../phone/system';
import { readStored, store } from '../phone/storage';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type SizeChoice = 'system' | 'standard' | 'large' | 'huge';

export interface LookChoice {
  theme: ThemeChoice;
  size: SizeChoice;
}

export interface Look extends LookChoice {
  isDark: boolean;
  /** 1 is standard text. */
  textScale: number;
  /** Large text: one column, larger targets, rules as sentences. */
  elder: boolean;
}

const storageKey = 'look';
const scales = { standard: 1, large: 1.25, huge: 1.5 } as const;
/** Layouts are proven up to this scale; a system set larger is followed up to here. */
const scaleBounds = { min: 0.9, max: 1.5 };
const elderFrom = 1.25;

const watchers = new Set<(look: Look) => void>();
let current: Look | undefined;
let endFollowing = (): void => undefined;

/** The look now; reads storage and the system's settings once. */
export function currentLook(): Look {
  current ??= settle(readStored(storageKey, isChoice, { theme: 'system', size: 'system' }));
  return current;
}

/** Takes the voter's choice, keeps it on this phone and tells everybody who watches. */
export function chooseLook(choice: Partial<LookChoice>): void {
  const { theme, size } = { ...currentLook(), ...choice };
  store(storageKey, { theme, size });
  announce(settle({ theme, size }));
}

/** Asks the system again: its theme or text size may have changed while the app was away. */
export function refreshLook(): void {
  const before = currentLook();
  const after = settle(before);
  if (after.isDark !== before.isDark || after.textScale !== before.textScale) announce(after);
}

/** Calls `watcher` on every change. Returns what ends the watch. */
export function watchLook(watcher: (look: Look) => void): () => void {
  if (watchers.size === 0) endFollowing = followTheme(refreshLook);
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) endFollowing();
  };
}

function announce(look: Look): void {
  current = look;
  for (const watcher of [...watchers]) watcher(look);
}

function settle({ theme, size }: LookChoice): Look {
  const system = systemLook();
  const wanted = size === 'system' ? system.textScale : scales[size];
  const textScale = Math.min(scaleBounds.max, Math.max(scaleBounds.min, wanted));
  const isDark = theme === 'system' ? system.isDark : theme === 'dark';
  return { theme, size, isDark, textScale, elder: textScale >= elderFrom };
}

function isChoice(stored: unknown): stored is LookChoice {
  if (typeof stored !== 'object' || stored === null || !('theme' in stored) || !('size' in stored)) return false;
  const { theme, size } = stored;
  return (
    (theme === 'system' || theme === 'light' || theme === 'dark') &&
    (size === 'system' || (typeof size === 'string' && Object.hasOwn(scales, size)))
  );
}
