/** What the preview has made unreachable because a dialog lies over it. */
const covered = 'data-covered';

/**
 * Does with the keyboard's focus what a phone's screen reader does with its own: it goes into a dialog that says `aria-modal`, does not
 * leave it for what is hidden behind it, and comes back to where it was. A page hides its content by itself (`aria-hidden`); what
 * the phone draws over a page, `#dialogs`, covers all the rest.
 */
export function keepFocusInDialogs(screen: HTMLElement): void {
  let open: HTMLElement | null = null;
  let before: HTMLElement | null = null;
  const follow = (): void => {
    const dialog = topDialog(screen);
    coverAllBut(screen, dialog);
    // What had the focus may be gone from a dialog that goes on.
    if (dialog && dialog === open && document.activeElement === document.body) enter(dialog);
    if (dialog === open) return;
    if (dialog && !open) before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    open = dialog;
    if (dialog) enter(dialog);
    else if (before?.isConnected) before.focus({ preventScroll: true });
  };
  new MutationObserver(follow).observe(screen, {
    subtree: true,
    childList: true,
    attributeFilter: ['aria-modal', 'aria-hidden', 'hidden'],
  });
}

/** The last that is seen; those of the phone lie over those of pages. */
function topDialog(screen: HTMLElement): HTMLElement | null {
  const dialogs = [...screen.querySelectorAll<HTMLElement>('[aria-modal=true]')].filter((dialog) =>
    dialog.checkVisibility(),
  );
  return dialogs.at(-1) ?? null;
}

function enter(dialog: HTMLElement): void {
  // A dialog may have put the focus into a field of its own.
  if (dialog.contains(document.activeElement)) return;
  if (!dialog.hasAttribute('tabindex')) dialog.tabIndex = -1;
  dialog.focus({ preventScroll: true });
}

function coverAllBut(screen: HTMLElement, dialog: HTMLElement | null): void {
  const layer = dialog?.closest('#dialogs');
  const behind = !dialog
    ? []
    : layer
      ? [...screen.children].filter((part) => part !== layer)
      : [...(dialog.closest('wx-page')?.querySelectorAll('[aria-hidden=true]') ?? [])].filter(holdsFocusable);
  for (const part of screen.querySelectorAll(`[${covered}]`)) if (!behind.includes(part)) uncover(part);
  for (const part of behind) {
    part.setAttribute(covered, '');
    part.toggleAttribute('inert', true);
  }
}

function uncover(part: Element): void {
  part.removeAttribute(covered);
  part.removeAttribute('inert');
}

function holdsFocusable(part: Element): boolean {
  return part.querySelector('[tabindex], input, textarea, button') !== null;
}
