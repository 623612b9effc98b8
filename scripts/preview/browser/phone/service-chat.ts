import { control, lay, make } from './dialog-parts';

/** What the local cloud keeps of a conversation. */
interface ServiceMessage {
  from: 'person' | 'service' | 'platform';
  msgtype: 'text' | 'link' | 'miniprogrampage' | 'handover';
  text: string;
  target: string;
}

const everyMs = 1000;

const failures: Readonly<Record<string, string>> = {
  'no-inbox': '没有名为 inbox 的云函数，消息没有人收',
  failed: '云函数 inbox 出错了，消息没有处理',
};

/**
 * Opens WeChat's own page for talking to a mini-program's customer service.
 * @param owner name of the person who talks
 * @param sessionFrom what the button said of where it stands
 * @param openPage opens a page of the mini-program that an answer leads to
 */
export function openService(owner: string, sessionFrom: string, openPage: (path: string) => void): void {
  lay(new ServiceChat(owner, sessionFrom, openPage).page);
}

class ServiceChat {
  readonly page: HTMLElement;
  private readonly list = make('ol', 'service-list');
  private readonly note = make('p', 'service-note');
  private readonly timer: number;

  constructor(
    private readonly owner: string,
    sessionFrom: string,
    private readonly openPage: (path: string) => void,
  ) {
    const input = document.createElement('input');
    input.setAttribute('aria-label', '消息');
    const send = (): void => {
      const text = input.value.trim();
      input.value = '';
      if (text) void this.post({ text });
    };
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) send();
    });
    const back = control('', 'bar-back', () => this.close());
    back.setAttribute('aria-label', '返回');
    this.note.setAttribute('role', 'alert');
    this.list.setAttribute('aria-live', 'polite');
    this.page = make(
      'div',
      'service-chat',
      make('header', '', back, make('h1', '', '客服消息')),
      this.list,
      this.note,
      make('footer', '', input, control('发送', '', send)),
    );
    this.page.setAttribute('role', 'dialog');
    this.page.setAttribute('aria-label', '客服');
    this.timer = window.setInterval(() => void this.refresh(), everyMs);
    void this.post({ sessionFrom });
  }

  private close(): void {
    window.clearInterval(this.timer);
    this.page.remove();
  }

  private get url(): string {
    return `/service-messages?as=${encodeURIComponent(this.owner)}`;
  }

  private async post(body: object): Promise<void> {
    const sent = fetch(this.url, { method: 'POST', body: JSON.stringify(body) });
    await this.refresh();
    const reply = await sent;
    // The local cloud's answer.
    const { delivery } = reply.ok ? ((await reply.json()) as { delivery: string }) : { delivery: 'failed' };
    this.note.textContent = failures[delivery] ?? '';
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    const reply = await fetch(this.url).catch(() => null);
    if (!reply?.ok) return;
    // The local cloud's own shape.
    const messages = (await reply.json()) as ServiceMessage[];
    if (messages.length === this.list.children.length) return;
    this.list.replaceChildren(...messages.map((message) => this.bubble(message)));
    this.list.scrollTop = this.list.scrollHeight;
  }

  private bubble({ from, msgtype, text, target }: ServiceMessage): HTMLElement {
    if (msgtype === 'handover') return make('li', 'is-notice', '已转人工');
    const isPage = msgtype === 'miniprogrampage';
    const content = isPage
      ? control(text, 'service-link', () => {
          this.close();
          this.openPage(target);
        })
      : make('span', '', text);
    const address = msgtype === 'link' ? [make('small', '', target)] : [];
    return make('li', `is-${from}`, content, ...address);
  }
}
