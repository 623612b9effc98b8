/** How far a page is pulled down before letting go refreshes it, px. */
const enough = 60;

/** Lets a finger or a mouse pull a page down at its top, and shows the dots until the page says it is done. */
export class PullRefresh {
  private readonly dots = document.createElement('div');

  constructor(
    private readonly scroll: HTMLElement,
    private readonly onPull: () => void,
  ) {
    this.dots.className = 'pull-dots';
    this.dots.append(...[1, 2, 3].map(() => document.createElement('i')));
    scroll.before(this.dots);
    let startY: number | null = null;
    const begin = (y: number): void => {
      startY = scroll.scrollTop <= 0 && !this.isShown ? y : null;
    };
    const move = (y: number): void => {
      if (startY !== null && y > startY) this.offset(Math.min((y - startY) / 2, 100), false);
    };
    const end = (y: number): void => {
      if (startY === null) return;
      const pulled = (y - startY) / 2;
      startY = null;
      if (pulled >= enough) this.start();
      else this.stop();
    };
    scroll.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY ?? 0), { passive: true });
    scroll.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY ?? 0), { passive: true });
    scroll.addEventListener('touchend', (event) => end(event.changedTouches[0]?.clientY ?? 0), { passive: true });
    scroll.addEventListener('mousedown', (event) => begin(event.clientY));
    window.addEventListener('mousemove', (event) => event.buttons === 1 && move(event.clientY));
    window.addEventListener('mouseup', (event) => end(event.clientY));
  }

  private get isShown(): boolean {
    return this.scroll.hasAttribute('data-refreshing');
  }

  /** As if the page had been pulled: shows the dots and tells the page. */
  start(): void {
    this.scroll.setAttribute('data-refreshing', '');
    this.offset(50, true);
    this.onPull();
  }

  stop(): void {
    this.scroll.removeAttribute('data-refreshing');
    this.offset(0, true);
  }

  private offset(px: number, smooth: boolean): void {
    this.scroll.style.transition = smooth ? 'translate 200ms' : 'none';
    this.scroll.style.translate = px === 0 ? '' : `0 ${px}px`;
    this.dots.style.opacity = String(Math.min(1, px / 50));
  }
}
