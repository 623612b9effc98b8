import type { Theme } from './theme';

/** What a page's bar shows; the page's JSON says it first, page code may change it. */
export interface BarLook {
  title: string;
  background: string;
  /** Colour of title and icons. */
  front: 'black' | 'white';
  isCustom: boolean;
}

export function barLook(theme: Theme, appWindow: Record<string, unknown>, page: Record<string, unknown>): BarLook {
  const config = { ...appWindow, ...page };
  return {
    title: typeof config['navigationBarTitleText'] === 'string' ? config['navigationBarTitleText'] : '',
    background: theme.value(config['navigationBarBackgroundColor'], '#ffffff'),
    front: theme.value(config['navigationBarTextStyle'], 'black') === 'white' ? 'white' : 'black',
    isCustom: config['navigationStyle'] === 'custom',
  };
}

/** The bar over a page: status line, way back, title and WeChat's own capsule. */
export class NavigationBar {
  readonly node = document.createElement('div');
  private readonly title = document.createElement('h1');

  /**
   * @param leave what tapping the arrow or the house does; null where neither is shown
   * @param openMenu what tapping the three dots does
   */
  constructor(leave: { kind: 'back' | 'home'; act: () => void } | null, openMenu: () => void) {
    this.node.className = 'navigation-bar';
    this.node.setAttribute('role', 'banner');
    const bar = document.createElement('div');
    bar.className = 'bar-row';
    if (leave) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `bar-${leave.kind}`;
      button.setAttribute('aria-label', leave.kind === 'back' ? '返回' : '首页');
      button.addEventListener('click', leave.act);
      bar.append(button);
    }
    const capsule = document.createElement('button');
    capsule.type = 'button';
    capsule.className = 'capsule';
    capsule.setAttribute('aria-label', '更多');
    capsule.addEventListener('click', openMenu);
    const status = document.createElement('div');
    status.className = 'status-line';
    status.setAttribute('aria-hidden', 'true');
    bar.append(this.title, capsule);
    this.node.append(status, bar);
  }

  show(look: BarLook): void {
    this.title.textContent = look.title;
    this.node.style.background = look.isCustom ? 'transparent' : look.background;
    this.node.style.color = look.front;
    this.node.classList.toggle('custom', look.isCustom);
    this.node.classList.toggle('is-dark', look.front === 'white');
  }
}
