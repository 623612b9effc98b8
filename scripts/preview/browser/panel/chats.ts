import type { Chat } from '../../program';
import { scenes } from '../phone/entry';
import { timeline, type SharedCard, type SharedCards } from '../phone/shared-cards';
import { action, choices, section } from './choices';

/** What opening a card needs to know. */
export interface Opening {
  as: string;
  path: string;
  scene: number;
  chat: string;
}

/** The chats beside the phone: cards that were shared, and who opens them. */
export class Chats {
  readonly node = document.createElement('div');
  private readonly list = document.createElement('ol');
  private readonly opener = document.createElement('select');
  private readonly about = document.createElement('p');
  private shown: string;

  constructor(
    private readonly cards: SharedCards,
    private readonly people: readonly string[],
    private readonly owner: string,
    first: string,
    private readonly open: (opening: Opening) => void,
  ) {
    this.shown = first || (PREVIEW_PROGRAM.chats[0]?.id ?? '');
    this.list.className = 'chat-list';
    this.list.tabIndex = 0;
    this.about.className = 'chat-about';
    this.opener.setAttribute('aria-label', '点卡片的人');
    const names = PREVIEW_PROGRAM.chats.map(({ id, name }): [string, string] => [name, id]);
    const label = document.createElement('label');
    label.className = 'chat-opener';
    label.append('点开卡片的人', this.opener);
    this.node.append(
      section(
        '聊天',
        choices([...names, ['朋友圈', timeline]], this.shown, (id) => {
          this.shown = id;
          this.draw();
        }),
        this.about,
        label,
        this.list,
      ),
    );
    cards.onChange(() => {
      // What was just shared is what one wants to see.
      this.shown = cards.all.at(-1)?.chat ?? this.shown;
      this.press();
      this.draw();
    });
    this.draw();
  }

  private get chat(): Chat | undefined {
    return PREVIEW_PROGRAM.chats.find(({ id }) => id === this.shown);
  }

  private press(): void {
    const ids = [...PREVIEW_PROGRAM.chats.map(({ id }) => id), timeline];
    this.node
      .querySelectorAll('.choices button')
      .forEach((button, at) => button.setAttribute('aria-pressed', String(ids[at] === this.shown)));
  }

  private draw(): void {
    const { chat, cards } = this;
    const isGroup = chat?.kind === 'group';
    this.about.textContent = isGroup ? `群成员：${chat.members.join('、')}` : chat ? '单聊' : '所有人都看得到';
    const before = this.opener.value || this.owner;
    this.opener.replaceChildren(
      ...this.people.map((name) => {
        const isMember = !isGroup || chat.members.includes(name);
        return new Option(isMember ? name : `${name}（不在群里）`, name, false, name === before);
      }),
    );
    const shared = cards.in(this.shown);
    const empty = document.createElement('li');
    empty.className = 'chat-empty';
    empty.textContent = '还没有卡片。在手机上转发，它就出现在这里。';
    this.list.replaceChildren(...(shared.length > 0 ? shared.map((card) => this.bubble(card)) : [empty]));
    this.list.scrollTop = this.list.scrollHeight;
  }

  private bubble(card: SharedCard): HTMLElement {
    const item = document.createElement('li');
    item.classList.toggle('is-own', card.from === this.owner);
    const from = document.createElement('span');
    from.className = 'chat-from';
    from.textContent = card.from;
    const face = action('', () => this.open({ as: this.opener.value, ...this.wayIn(card) }));
    face.className = 'chat-card';
    face.append(...faceOf(card));
    item.append(from, face);
    return item;
  }

  private wayIn(card: SharedCard): Omit<Opening, 'as'> {
    const { path, chat } = card;
    if (chat === timeline) return { path, scene: scenes.singlePage, chat: '' };
    const isGroup = this.chat?.kind === 'group';
    return { path, chat, scene: !isGroup ? scenes.single : card.withTicket ? scenes.ticket : scenes.group };
  }
}

function faceOf({ title, image }: SharedCard): HTMLElement[] {
  const app = document.createElement('small');
  app.textContent = PREVIEW_PROGRAM.name;
  const heading = document.createElement('b');
  heading.textContent = title;
  const picture = document.createElement(image ? 'img' : 'i');
  if (picture instanceof HTMLImageElement) {
    picture.src = image;
    picture.alt = '';
  } else picture.textContent = '页面截图';
  const foot = document.createElement('small');
  foot.textContent = '小程序';
  return [app, heading, picture, foot];
}
