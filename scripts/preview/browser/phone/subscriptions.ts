import { askOver, control, make } from './dialog-parts';
import { Memory } from './memory';

type Choice = 'accept' | 'reject';

/** Consents to service messages; those that were given for good are not asked for again. */
export class Subscriptions {
  private readonly memory: Memory;

  constructor(owner: () => string) {
    this.memory = new Memory(owner);
  }

  /** Answers that stay, by template. */
  get kept(): Record<string, Choice> {
    return this.memory.read('subscriptions', {});
  }

  /** WeChat's switch over all messages of the mini-program; whoever turns it off is not even asked. */
  get isOn(): boolean {
    return this.memory.read('subscriptions-on', true);
  }

  turn(isOn: boolean): void {
    this.memory.write('subscriptions-on', isOn);
  }

  /** Asks again for what was answered for good. */
  forget(): void {
    this.memory.write('subscriptions', {});
  }

  async ask(templates: readonly string[]): Promise<Record<string, Choice>> {
    const { kept } = this;
    const open = templates.filter((id) => kept[id] === undefined);
    const asked = open.length > 0 ? await this.askFor(open) : {};
    return Object.fromEntries(templates.map((id) => [id, kept[id] ?? asked[id] ?? 'reject']));
  }

  private async askFor(templates: readonly string[]): Promise<Record<string, Choice>> {
    const always = tick('总是保持以上选择，不再询问', false);
    const boxes = templates.map((id) => tick(PREVIEW_PROGRAM.noticeTitles[id] ?? `消息模板 ${id}`, true));
    const isAllowed = await askOver<boolean>('sheet', (answer) => [
      make('p', 'sheet-title', make('b', '', `${PREVIEW_PROGRAM.name} 申请`), '发送以下服务通知，每次允许可收到一条'),
      ...boxes.map(({ row }) => row),
      always.row,
      make(
        'div',
        'modal-foot',
        control('取消', 'modal-cancel', () => answer(false)),
        control('允许', 'modal-confirm', () => answer(true)),
      ),
    ]);
    const choices = templates.map((id, index): [string, Choice] => [
      id,
      isAllowed && boxes[index]?.box.checked ? 'accept' : 'reject',
    ]);
    const given = Object.fromEntries(choices);
    if (always.box.checked) this.memory.write('subscriptions', { ...this.kept, ...given });
    return given;
  }
}

function tick(label: string, isTicked: boolean): { row: HTMLElement; box: HTMLInputElement } {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = isTicked;
  return { row: make('label', 'sheet-tick', box, label), box };
}
