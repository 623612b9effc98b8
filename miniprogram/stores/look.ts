// How the app looks on this phone: theme and text size, by the voter's own choice or the system's.
import { followTheme, systemLook } from '../phone/system';
import { readStored, store } from '../phone/storage';

export type ThemeChoice = 'system' | 'light' | 'dark';
/** 长辈版 or not; `undecided` until the voter has said so either way. */
export type VersionChoice = 'undecided' | 'standard' | 'elder';
export type SizeChoice = 'system' | 'standard' | 'large' | 'huge';

export interface LookChoice {
  theme: ThemeChoice;
  size: SizeChoice;
  version: VersionChoice;
}

export interface Look extends LookChoice {
  isDark: boolean;
  /** 1 is standard text. */
  textScale: number;
  /** Large text: one column, larger targets, rules as sentences. */
  elder: boolean;
  /** 长辈版: large text, and one action at a time. */
  isSimple: boolean;
  /** Whoever reads large text and has decided nothing is told of 长辈版. */
  offersSimple: boolean;
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
  current ??= settle({
    version: 'undecided',
    ...readStored(storageKey, isChoice, { theme: 'system', size: 'system' }),
  });
  return current;
}

/** Takes the voter's choice, keeps it on this phone and tells everybody who watches. */
export function chooseLook(choice: Partial<LookChoice>): void {
  const { theme, size, version } = { ...currentLook(), ...choice };
  store(storageKey, { theme, size, version });
  announce(settle({ theme, size, version }));
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

function settle({ theme, size, version }: LookChoice): Look {
  const system = systemLook();
  const isSimple = version === 'elder';
  const chosen = size === 'system' ? system.textScale : scales[size];
  const wanted = isSimple ? Math.max(elderFrom, chosen) : chosen;
  const textScale = Math.min(scaleBounds.max, Math.max(scaleBounds.min, wanted));
  const isDark = theme === 'system' ? system.isDark : theme === 'dark';
  const elder = textScale >= elderFrom;
  return { theme, size, version, isDark, textScale, elder, isSimple, offersSimple: elder && version === 'undecided' };
}

/** What phones kept before there was a version stays good. */
type StoredChoice = Omit<LookChoice, 'version'> & Partial<LookChoice>;

function isChoice(stored: unknown): stored is StoredChoice {
  if (typeof stored !== 'object' || stored === null || !('theme' in stored) || !('size' in stored)) return false;
  const { theme, size } = stored;
  const version = 'version' in stored ? stored.version : 'undecided';
  return (
    (theme === 'system' || theme === 'light' || theme === 'dark') &&
    (size === 'system' || (typeof size === 'string' && Object.hasOwn(scales, size))) &&
    (version === 'undecided' || version === 'standard' || version === 'elder')
  );
}
