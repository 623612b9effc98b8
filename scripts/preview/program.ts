import type { PreviewAction } from './action';
import type { PreviewView } from './view';

/** A chat that cards can be sent to. */
export interface Chat {
  id: string;
  name: string;
  kind: 'group' | 'single';
  /** Names of people. */
  members: readonly string[];
}

/** What the preview has to be told of a mini-program that does not lie in its built files. */
export interface PreviewProgram {
  /** As it stands over cards, service messages and questions for consent. */
  name: string;
  /** People to try it as; a name is what `?as=` takes. The first one's phone is shown first. */
  people: readonly string[];
  /** What somebody is, shown behind the name: whoever looks for one kind of person need not try them all. */
  labels?: Readonly<Record<string, string>>;
  chats: readonly Chat[];
  /** How names stand in identities, for whoever reads a database: letters and digits. A name without one stands as its own letters. */
  spelled?: Readonly<Record<string, string>>;
  /**
   * The https address that it takes for its storage's, without a slash at the end: what it asks for there lies in the local cloud's, and
   * `wx.request` reaches that one domain.
   */
  storageAddress?: string;
  /** Titles of subscribe messages by the template's id, as WeChat's console would show them. */
  noticeTitles?: Readonly<Record<string, string>>;
  /** What the panel offers to do beside the phone. */
  actions?: readonly PreviewAction[];
  /** What the panel shows of the cloud beside the phone. */
  views?: readonly PreviewView[];
}

const strangers = ['甲', '乙', '丙'];

/** A mini-program of which nothing is told. */
export const anyProgram: PreviewProgram = {
  name: '小程序',
  people: strangers,
  chats: [
    { id: 'group', name: '群聊', kind: 'group', members: ['甲', '乙'] },
    { id: 'friend', name: '好友', kind: 'single', members: strangers },
  ],
};

/** What the page in the browser needs of it; what its actions do and its views ask stays with the server. */
export interface ShownProgram extends Required<
  Pick<PreviewProgram, 'name' | 'people' | 'labels' | 'chats' | 'noticeTitles'>
> {
  storageAddress: string | undefined;
  actions: readonly Pick<PreviewAction, 'id' | 'label'>[];
  views: readonly Pick<PreviewView, 'id' | 'title'>[];
}

export function shownOf(program: PreviewProgram): ShownProgram {
  const { name, people, labels = {}, chats, storageAddress, noticeTitles = {}, actions = [], views = [] } = program;
  return {
    name,
    people,
    labels,
    chats,
    storageAddress,
    noticeTitles,
    actions: actions.map(({ id, label }) => ({ id, label })),
    views: views.map(({ id, title }) => ({ id, title })),
  };
}
