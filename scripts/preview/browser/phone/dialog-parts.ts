/** Where the phone draws what lies over a page. */
function layer(): HTMLElement {
  const found = document.getElementById('dialogs');
  if (!found) throw new Error('the phone has no screen yet');
  return found;
}

export function make(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

export function control(label: string, className: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

/** Lays something over the page. */
export function lay(node: HTMLElement): void {
  layer().append(node);
}

/**
 * Shows a box over a dimmed page until it is answered.
 * @param kind how it stands: in the middle, at the foot, or filling the screen
 * @param draw gives the box's content; what it calls `answer` with is the result
 * @param outside the answer of a tap beside the box; without it such a tap does nothing
 */
export function askOver<Answer>(
  kind: 'modal' | 'sheet',
  draw: (answer: (value: Answer) => void) => Node[],
  outside?: Answer,
): Promise<Answer> {
  return new Promise((resolve) => {
    const answer = (value: Answer): void => {
      backdrop.remove();
      resolve(value);
    };
    const box = make('div', `${kind}-box`, ...draw(answer));
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-modal', 'true');
    box.setAttribute('aria-label', box.querySelector('h2, .sheet-title')?.textContent ?? '选项');
    const backdrop = make('div', `backdrop ${kind}`, box);
    backdrop.addEventListener('click', (event) => {
      if (event.target === backdrop && outside !== undefined) answer(outside);
    });
    lay(backdrop);
  });
}
