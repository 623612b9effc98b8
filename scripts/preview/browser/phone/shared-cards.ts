/** A card that was shared to a chat, or a page shared to the timeline. */
export interface SharedCard {
  id: string;
  /** Id of the chat, or "timeline". */
  chat: string;
  from: string;
  at: number;
  title: string;
  /** Page with query, without a leading slash. */
  path: string;
  /** Where the browser finds the picture; empty where the page's own look stands for it. */
  image: string;
  withTicket: boolean;
}

export const timeline = 'timeline';

const place = 'preview-phone::cards';
const kept = 60;

/** What was shared, the same for everybody who uses this browser. */
export class SharedCards {
  private readonly listeners = new Set<() => void>();

  constructor() {
    // Another window of the preview may share too.
    window.addEventListener('storage', ({ key }) => key === place && this.tell());
  }

  get all(): SharedCard[] {
    // Written below, and by nothing else.
    return JSON.parse(localStorage.getItem(place) ?? '[]') as SharedCard[];
  }

  in(chat: string): SharedCard[] {
    return this.all.filter((card) => card.chat === chat);
  }

  add(card: Omit<SharedCard, 'id' | 'at'>): void {
    const cards = [...this.all, { ...card, id: crypto.randomUUID(), at: Date.now() }];
    localStorage.setItem(place, JSON.stringify(cards.slice(-kept)));
    this.tell();
  }

  clear(): void {
    localStorage.removeItem(place);
    this.tell();
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}
