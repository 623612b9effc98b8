import { elementAt } from './backend';

/** Puts an element's `hover-class` on it while it is pressed. */
export function showPresses(screen: HTMLElement): void {
  screen.addEventListener('pointerdown', (event) => {
    for (let at = elementAt(event.target); at; at = at.getComposedParent()) {
      const data = at.asGeneralComponent()?.data as Record<string, unknown> | undefined;
      const pressed = data?.['hoverClass'];
      if (typeof pressed !== 'string' || pressed === 'none' || pressed === '' || data?.['disabled']) continue;
      const element = at;
      const names = pressed.split(' ').filter(Boolean);
      const show = (isPressed: boolean): void => names.forEach((name) => element.classList?.toggle(name, isPressed));
      show(true);
      const release = (): void => show(false);
      for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, release, { once: true });
      if (data?.['hoverStopPropagation']) return;
    }
  });
}
