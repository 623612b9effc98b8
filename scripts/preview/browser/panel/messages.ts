/** How many messages stay. */
const kept = 40;

/** What happened on the phone that one cannot see there: errors of page code, and what a browser cannot do. */
export class Messages {
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
