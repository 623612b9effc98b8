/** What the visitor has chosen, kept in the page's address so that a link shows the same. */
export interface Settings {
  /** Name of the person whose phone this is. */
  as: string;
  /** Page with query, or empty for the first page. */
  path: string;
  /** Width of the phone, px. */
  width: number;
  /** The system's text size, 1 is standard. */
  scale: number;
  theme: 'light' | 'dark';
  /** How the mini-program was entered; see the phone's `Entry`. */
  scene: number;
  /** The chat whose card was opened, or empty. */
  chat: string;
  /** Only the phone's page, for pictures. */
  bare: boolean;
}

export function readSettings(search: string, people: readonly string[]): Settings {
  const query = new URLSearchParams(search);
  return {
    as: query.get('as') || (people[0] ?? ''),
    path: (query.get('path') ?? '').replace(/^\//, ''),
    width: Number(query.get('width')) || 375,
    scale: Number(query.get('scale')) || 1,
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    scene: Number(query.get('scene')) || 1001,
    chat: query.get('chat') ?? '',
    bare: query.get('bare') === '1',
  };
}

/** The address that shows the same again. */
export function searchOf(settings: Settings): string {
  const query = new URLSearchParams({ as: settings.as });
  if (settings.path) query.set('path', settings.path);
  if (settings.width !== 375) query.set('width', String(settings.width));
  if (settings.scale !== 1) query.set('scale', String(settings.scale));
  if (settings.theme === 'dark') query.set('theme', 'dark');
  if (settings.scene !== 1001) query.set('scene', String(settings.scene));
  if (settings.chat) query.set('chat', settings.chat);
  if (settings.bare) query.set('bare', '1');
  return `?${query.toString()}`;
}
