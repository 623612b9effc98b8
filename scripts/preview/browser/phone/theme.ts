import type { Manifest } from '../engine/manifest';

/** The system's colour scheme, which app.json's "@variables" and stylesheets follow. */
export class Theme {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly manifest: Manifest,
    private now: 'light' | 'dark',
  ) {
    this.apply();
  }

  get name(): 'light' | 'dark' {
    return this.now;
  }

  set(theme: 'light' | 'dark'): void {
    if (theme === this.now) return;
    this.now = theme;
    this.apply();
    for (const listener of [...this.listeners]) listener();
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** A value of app.json or a page's JSON, with "@name" looked up in theme.json. */
  value(config: unknown, fallback: string): string {
    if (typeof config !== 'string' || config === '') return fallback;
    return config.startsWith('@') ? (this.manifest.theme[this.now][config.slice(1)] ?? fallback) : config;
  }

  private apply(): void {
    document.documentElement.dataset['theme'] = this.now;
  }
}
