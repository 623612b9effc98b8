import type { MadePage } from '../engine/runtime';
import { NavigationBar, type BarLook } from './navigation-bar';
import { PullRefresh } from './pull-refresh';

export interface FrameOptions {
  route: string;
  leave: { kind: 'back' | 'home'; act: () => void } | null;
  canPull: boolean;
  /** Distance from the end, px, at which a page is told that its end is near. */
  reachBottomAt: number;
  look: BarLook;
  background: string;
}

/** What a frame tells the page in it. */
export interface FrameEvents {
  pulled(): void;
  scrolled(scrollTop: number): void;
  reachedBottom(): void;
  menuOpened(): void;
}

/** One page's place on the screen: its bar, and below it a viewport that everything is measured by. */
export class PageFrame {
  readonly node = document.createElement('div');
  readonly viewport = document.createElement('div');
  readonly scroll = document.createElement('div');
  readonly pull: PullRefresh | null;
  private readonly bar: NavigationBar;
  private look: BarLook;

  constructor(
    private readonly options: FrameOptions,
    private readonly events: FrameEvents,
  ) {
    this.node.className = 'page-frame';
    this.viewport.className = 'page-viewport';
    this.scroll.className = 'page-scroll';
    // A keyboard scrolls what a finger moves.
    this.scroll.tabIndex = 0;
    // WeChat's page has no landmarks of its own; a browser's reader looks for them.
    this.viewport.setAttribute('role', 'main');
    this.bar = new NavigationBar(options.leave, events.menuOpened);
    this.viewport.append(this.scroll);
    this.node.append(this.bar.node, this.viewport);
    this.pull = options.canPull ? new PullRefresh(this.scroll, events.pulled) : null;
    this.look = options.look;
    this.dress(options.look, options.background);
    this.listen();
  }

  /** Puts a page into the frame. */
  hold(page: MadePage): void {
    const placeholder = document.createElement('span');
    this.scroll.append(placeholder);
    page.attach(this.scroll, placeholder);
    this.scroll.firstElementChild?.setAttribute('data-route', this.options.route);
  }

  dress(look: BarLook, background: string): void {
    this.look = look;
    this.bar.show(look);
    this.node.classList.toggle('has-custom-bar', look.isCustom);
    this.viewport.style.background = background;
  }

  /** Changes what the page itself may change of its bar. */
  amend(change: Partial<BarLook>): void {
    this.look = { ...this.look, ...change };
    this.bar.show(this.look);
  }

  get title(): string {
    return this.look.title;
  }

  private listen(): void {
    let wasNearEnd = false;
    let heightThen = 0;
    this.scroll.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.scroll;
      this.events.scrolled(scrollTop);
      const isNearEnd = scrollHeight - scrollTop - clientHeight <= this.options.reachBottomAt;
      // A page that has grown meanwhile has a new end.
      if (isNearEnd && (!wasNearEnd || scrollHeight !== heightThen)) this.events.reachedBottom();
      wasNearEnd = isNearEnd;
      heightThen = scrollHeight;
    });
    this.node.addEventListener('navigationbar', (event) => {
      if (!(event instanceof CustomEvent)) return;
      // Sent by the built-in navigation-bar and by nothing else.
      const { title, frontColor, backgroundColor } = event.detail as Record<string, string>;
      this.amend({
        ...(title ? { title } : {}),
        ...(backgroundColor ? { background: backgroundColor } : {}),
        ...(frontColor ? { front: /fff/i.test(frontColor) ? 'white' : 'black' } : {}),
      });
    });
  }
}
