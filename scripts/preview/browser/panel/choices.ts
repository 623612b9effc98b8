/** A titled part of the panel. */
export function section(title: string, ...content: Node[]): HTMLElement {
  const node = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  node.append(heading, ...content);
  return node;
}

/** Buttons of which one is pressed. */
export function choices<Value extends string | number>(
  options: readonly (readonly [label: string, value: Value])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const buttons = options.map(([label, value]) => {
    const button = action(label, () => {
      buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === button)));
      choose(value);
    });
    button.setAttribute('aria-pressed', String(value === chosen));
    return button;
  });
  return row(...buttons);
}

export function action(label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

/** A text field that acts on Enter and when it is left. */
export function field(label: string, value: string, act: (value: string) => void): HTMLInputElement {
  const input = document.createElement('input');
  input.setAttribute('aria-label', label);
  input.placeholder = label;
  input.value = value;
  input.addEventListener('change', () => act(input.value.trim()));
  return input;
}

export function row(...nodes: Node[]): HTMLElement {
  const node = document.createElement('div');
  node.className = 'choices';
  node.append(...nodes);
  return node;
}
