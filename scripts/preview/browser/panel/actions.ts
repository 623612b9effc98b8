import type { ActionLine } from '../../action';
import { action, row } from './choices';

/** Buttons for what whoever started the preview lets be done, and how far it is or what it came to. */
export class Actions {
  readonly node = document.createElement('div');
  private readonly said = document.createElement('p');
  private readonly buttons: readonly HTMLButtonElement[];

  /** @param path tells the page that the phone shows, with its query */
  constructor(private readonly path: () => string) {
    this.node.className = 'actions';
    this.said.setAttribute('role', 'status');
    this.buttons = PREVIEW_PROGRAM.actions.map(({ id, label }) => action(label, () => void this.perform(id)));
    this.node.append(row(...this.buttons), this.said);
  }

  private async perform(id: string): Promise<void> {
    // One at a time: what is told stands in one place.
    this.buttons.forEach((button) => (button.disabled = true));
    this.say({ kind: 'progress', text: '开始…' });
    try {
      const reply = await fetch(`/actions/${id}?path=${encodeURIComponent(this.path())}`, { method: 'POST' });
      if (!reply.ok || reply.body === null) throw new Error(await reply.text());
      for await (const line of linesOf(reply.body)) this.say(line);
    } catch (error) {
      this.say({ kind: 'problem', text: error instanceof Error ? error.message : String(error) });
    }
    this.buttons.forEach((button) => (button.disabled = false));
  }

  private say({ kind, text }: ActionLine): void {
    this.said.className = kind;
    this.said.textContent = text;
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ActionLine> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = lines.pop() ?? '';
    // The preview's own server writes them.
    for (const line of lines) yield JSON.parse(line) as ActionLine;
    if (done) return;
  }
}
