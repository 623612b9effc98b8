import type { Seen } from '../../view';

const everyMs = 2000;

/** What whoever started the preview lets be seen of the cloud for the page that the phone shows, followed while one looks. */
export class View {
  readonly node = document.createElement('div');
  private path: string | null = null;

  /** @param person whose identity asks */
  constructor(
    private readonly id: string,
    private readonly person: string,
  ) {
    this.node.className = 'view';
    window.setInterval(() => void this.refresh(), everyMs);
  }

  /** @param path page with query, as the phone shows it */
  follow(path: string): void {
    if (path === this.path) return;
    this.path = path;
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    const { path } = this;
    if (path === null || document.hidden) return;
    const query = new URLSearchParams({ path, as: this.person });
    const reply = await fetch(`/views/${this.id}?${query.toString()}`).catch(() => null);
    // The phone may show another page by now.
    if (!reply?.ok || path !== this.path) return;
    // The preview's own server writes it.
    this.draw((await reply.json()) as Seen);
  }

  private draw({ text, rows = [] }: Seen): void {
    const line = document.createElement('p');
    line.textContent = text;
    const list = document.createElement('ol');
    // It scrolls, and a keyboard has to get there.
    list.tabIndex = 0;
    list.append(
      ...rows.map(({ name, figure, share }) => {
        const item = document.createElement('li');
        item.style.setProperty('--share', `${share * 100}%`);
        const label = document.createElement('span');
        label.textContent = name;
        const value = document.createElement('b');
        value.textContent = figure;
        item.append(label, value);
        return item;
      }),
    );
    this.node.replaceChildren(line, list);
  }
}
