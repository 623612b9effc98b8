import type { Chat } from '../../program';

/** WeChat's numbers for the ways into a mini-program that the preview knows. */
export const scenes = {
  direct: 1001,
  single: 1007,
  group: 1008,
  notice: 1014,
  ticket: 1044,
  singlePage: 1154,
  fromSinglePage: 1155,
};

/** WeChat's numbers for kinds of chats. */
const chatTypes = { single: 1, group: 3 } as const;

/** How the mini-program was entered, now and at its start. */
export class Entry {
  private now: Readonly<Record<string, unknown>> = {};
  private first: Readonly<Record<string, unknown>> | null = null;
  private chat: Chat | undefined;
  private scene = scenes.direct;

  /** @param path page with query; @returns what App's handlers are given */
  enter(path: string, scene: number, chatId: string): Readonly<Record<string, unknown>> {
    const [page = '', query = ''] = path.split('?', 2);
    this.scene = scene;
    this.chat = PREVIEW_PROGRAM.chats.find(({ id }) => id === chatId);
    this.now = {
      path: page,
      query: Object.fromEntries(new URLSearchParams(query)),
      scene,
      referrerInfo: {},
      forwardMaterials: [],
      apiCategory: this.isSinglePage ? 'browseOnly' : 'default',
      ...(this.chat ? { chatType: chatTypes[this.chat.kind] } : {}),
      ...(scene === scenes.ticket ? { shareTicket: crypto.randomUUID() } : {}),
    };
    this.first ??= this.now;
    return this.now;
  }

  get enterOptions(): object {
    return this.now;
  }

  get launchOptions(): object {
    return this.first ?? this.now;
  }

  /** The group whose card was opened. */
  get group(): Chat | undefined {
    return this.chat?.kind === 'group' ? this.chat : undefined;
  }

  /** Whether only one page shows, to somebody who has not logged in, as from the timeline. */
  get isSinglePage(): boolean {
    return this.scene === scenes.singlePage;
  }
}
