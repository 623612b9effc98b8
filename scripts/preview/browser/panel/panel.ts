import type { Settings } from '../settings';
import { Actions } from './actions';
import { action, choices, field, row, section } from './choices';
import { View } from './view';

/** Takes a changed setting; `restart` when the app reads it only at its start. */
type Change = (part: Partial<Settings>, restart: boolean) => void;

/** Who takes up another phone has opened no card on it. */
const direct = { scene: 1001, chat: '' };

/** The settings beside the phone. Without a place to stand (only the phone is shown) it stays out of the page. */
export class Panel {
  private readonly messages = new Messages();
  private readonly path: HTMLInputElement;
  private readonly views: readonly View[];

  constructor(settings: Settings, people: readonly string[], change: Change) {
    const place = settings.bare ? null : document.getElementById('panel');
    const restart = (): void => change({}, true);
    this.views = place ? PREVIEW_PROGRAM.views.map(({ id }) => new View(id, settings.as)) : [];
    this.path = field('页面路径', settings.path, (path) => change({ path, ...direct }, true));
    const names = people.includes(settings.as) ? people : [...people, settings.as];
    const other = field('换一个名字', '', (as) => as && change({ as, ...direct }, true));
    place?.append(
      section(
        '这是谁的手机',
        choices(
          names.map((name) => [labelled(name), name]),
          settings.as,
          (as) => change({ as, ...direct }, true),
        ),
        other,
      ),
      ...(PREVIEW_PROGRAM.actions.length > 0 ? [section('在这一页', new Actions(() => this.path.value).node)] : []),
      section(
        '手机宽度',
        choices(
          [
            ['320', 320],
            ['375', 375],
            ['414', 414],
          ],
          settings.width,
          (width) => change({ width }, false),
        ),
      ),
      section(
        '文字大小',
        choices(
          [
            ['标准', 1],
            ['大', 1.25],
            ['特大', 1.5],
          ],
          settings.scale,
          (scale) => change({ scale }, true),
        ),
      ),
      section(
        '外观',
        choices(
          [
            ['浅色', 'light'],
            ['深色', 'dark'],
          ],
          settings.theme,
          (theme) => change({ theme }, false),
        ),
      ),
      section('页面', this.path, row(action('重新载入', restart))),
      ...this.views.map(({ node }, at) => section(PREVIEW_PROGRAM.views[at]?.title ?? '', node)),
      section('消息', this.messages.node),
    );
  }

  note(text: string): void {
    this.messages.add('note', text);
  }

  problem(text: string): void {
    this.messages.add('problem', text);
  }

  /** The phone shows another page. */
  moved(path: string): void {
    this.path.value = path;
    for (const view of this.views) view.follow(path);
  }
}

/** How many messages stay. */
const kept = 40;

/** What happened on the phone that one cannot see there: errors of page code, and what a browser cannot do. */
class Messages {
  readonly node = document.createElement('ol');

  constructor() {
    this.node.className = 'messages';
    this.node.setAttribute('aria-live', 'polite');
  }

  add(kind: 'note' | 'problem', text: string): void {
    const item = document.createElement('li');
    item.className = kind;
    item.textContent = text;
    this.node.prepend(item);
    while (this.node.children.length > kept) this.node.lastElementChild?.remove();
  }
}

/** 周主任（社区干部） */
function labelled(name: string): string {
  const { labels } = PREVIEW_PROGRAM;
  return Object.hasOwn(labels, name) ? `${name}（${labels[name] ?? ''}）` : name;
}
