import { scenes } from '../phone/entry';
import type { Opening } from './chats';
import { action, section } from './choices';

/** A subscribe message as the local cloud keeps it. */
interface Notice {
  sentAt: number;
  templateId: string;
  /** Page with query. */
  page: string;
  /** By the template's fields. */
  data: Record<string, string>;
}

const everyMs = 2000;

/** WeChat's service notices to the person whose phone this is; opening one leads into the mini-program. */
export class Notices {
  readonly node: HTMLElement;
  private readonly list = document.createElement('ol');
  private shown = -1;

  constructor(
    private readonly owner: string,
    private readonly open: (opening: Opening) => void,
  ) {
    this.list.className = 'notice-list';
    this.list.tabIndex = 0;
    this.list.setAttribute('aria-live', 'polite');
    this.node = section(`服务通知 · 发给${owner}`, this.list);
    void this.refresh();
    window.setInterval(() => void this.refresh(), everyMs);
  }

  private async refresh(): Promise<void> {
    const reply = await fetch(`/service-notices?as=${encodeURIComponent(this.owner)}`).catch(() => null);
    if (!reply?.ok) return;
    // The local cloud's own shape.
    const notices = (await reply.json()) as Notice[];
    if (notices.length === this.shown) return;
    this.shown = notices.length;
    const empty = document.createElement('li');
    empty.className = 'chat-empty';
    empty.textContent = '还没有。在手机上设了提醒，到时候就出现在这里。';
    this.list.replaceChildren(...(notices.length > 0 ? notices.reverse().map((each) => this.item(each)) : [empty]));
  }

  private item({ templateId, page, data, sentAt }: Notice): HTMLElement {
    const item = document.createElement('li');
    const face = action('', () => this.open({ as: this.owner, path: page, scene: scenes.notice, chat: '' }));
    face.className = 'chat-card';
    const title = document.createElement('b');
    title.textContent = PREVIEW_PROGRAM.noticeTitles[templateId] ?? templateId;
    const rows = Object.values(data).map((value) => {
      const row = document.createElement('span');
      row.textContent = value;
      return row;
    });
    const foot = document.createElement('small');
    foot.textContent = `${PREVIEW_PROGRAM.name} · 进入小程序查看`;
    const when = document.createElement('span');
    when.className = 'chat-from';
    when.textContent = new Date(sentAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
    face.append(title, ...rows, foot);
    item.append(when, face);
    return item;
  }
}
