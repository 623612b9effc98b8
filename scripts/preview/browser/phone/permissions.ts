import { Failure } from '../wx/answer';
import { askOver, control, make } from './dialog-parts';
import { modal } from './dialogs';
import { Memory } from './memory';
import type { Subscriptions } from './subscriptions';

/** What page code may ask the person for, and the words of the question. */
const scopes: Readonly<Record<string, string>> = {
  'scope.writePhotosAlbum': '保存图片或视频到您的相册',
};

/** What the person whose phone this is lets the mini-program do. */
export class Permissions {
  private readonly memory: Memory;

  constructor(owner: () => string) {
    this.memory = new Memory(owner);
  }

  /** Answers so far, by scope. */
  get given(): Record<string, boolean> {
    return this.memory.read('permissions', {});
  }

  /** Asks once, and never again: who refused has to change it in the settings. @throws when it is refused */
  async ask(scope: string): Promise<void> {
    const wish = scopes[scope];
    if (wish === undefined) throw new Failure('invalid scope');
    const known = this.given[scope];
    const isGiven =
      known ??
      (await modal({ title: `${PREVIEW_PROGRAM.name} 申请`, content: wish, confirmText: '允许', cancelText: '拒绝' }))
        .confirm;
    if (known === undefined) this.set(scope, isGiven);
    if (!isGiven) throw new Failure('auth deny');
  }

  /** The settings page on which the person changes former answers. */
  async openSettings(subscriptions: Subscriptions): Promise<void> {
    const rows = Object.entries(this.given).map(([scope, isGiven]) =>
      changeable(scopes[scope] ?? scope, isGiven, (isOn) => this.set(scope, isOn)),
    );
    const notices = changeable('发送服务通知', subscriptions.isOn, (isOn) => {
      subscriptions.turn(isOn);
      if (isOn) subscriptions.forget();
    });
    await askOver<true>('sheet', (answer) => [
      make('p', 'sheet-title', make('b', '', '设置'), `允许${PREVIEW_PROGRAM.name}`),
      ...rows,
      notices,
      control('完成', 'sheet-item', () => answer(true)),
    ]);
  }

  private set(scope: string, isGiven: boolean): void {
    this.memory.write('permissions', { ...this.given, [scope]: isGiven });
  }
}

function changeable(label: string, isOn: boolean, change: (isOn: boolean) => void): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = isOn;
  box.addEventListener('change', () => change(box.checked));
  return make('label', 'sheet-tick', box, label);
}
