import type { TabBarConfig } from '../engine/manifest';
import type { Theme } from './theme';

export type TabColours = Omit<TabBarConfig, 'list'>;
export type Tab = Pick<TabBarConfig['list'][number], 'text' | 'iconPath' | 'selectedIconPath'>;

/** The tabs at the foot of the screen, as app.json declares them. */
export class TabBar {
  readonly node = document.createElement('nav');
  private readonly tabs = document.createElement('div');
  private current = '';

  constructor(
    private config: TabBarConfig,
    private readonly theme: Theme,
    private readonly open: (path: string) => void,
  ) {
    this.node.className = 'tab-bar';
    this.tabs.className = 'tab-list';
    this.tabs.setAttribute('role', 'tablist');
    this.node.append(this.tabs);
    theme.onChange(() => this.draw());
  }

  /** @param path the page on top; the bar hides when it is no tab */
  show(path: string): void {
    this.current = path;
    this.node.hidden = !this.config.list.some(({ pagePath }) => pagePath === path);
    this.draw();
  }

  /** Colours that page code sets win over those of app.json. */
  restyle(colours: TabColours): void {
    this.config = { ...this.config, ...colours };
    this.draw();
  }

  /** @param index of the tab, from the left, from 0 */
  changeTab(index: number, change: Partial<Tab>): void {
    const list = this.config.list.map((tab, at) => (at === index ? { ...tab, ...change } : tab));
    this.config = { ...this.config, list };
    this.draw();
  }

  private draw(): void {
    const { theme, config } = this;
    this.node.style.background = theme.value(config.backgroundColor, '#fff');
    this.node.style.borderTopColor =
      theme.value(config.borderStyle, 'black') === 'white' ? 'rgba(255,255,255,.12)' : 'rgba(0,0,0,.1)';
    this.tabs.replaceChildren(
      ...config.list.map(({ pagePath, text, iconPath, selectedIconPath }) => {
        const isCurrent = pagePath === this.current;
        const tab = document.createElement('button');
        tab.type = 'button';
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-selected', String(isCurrent));
        tab.style.color = theme.value(isCurrent ? config.selectedColor : config.color, '#000');
        const icon = theme.value(isCurrent ? (selectedIconPath ?? iconPath) : iconPath, '');
        if (icon) {
          const picture = document.createElement('img');
          picture.src = `/files/${icon.replace(/^\.?\//, '')}`;
          picture.alt = '';
          tab.append(picture);
        }
        const label = document.createElement('span');
        label.textContent = text;
        tab.append(label);
        tab.addEventListener('click', () => this.open(pagePath));
        return tab;
      }),
    );
  }
}
