/**
 * The element of the page with this id.
 * @throws when index.html has none, or one of another kind
 */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html has no ${kind.name} "${id}"`);
}

type Child = Node | string;

/** Makes an element. Text only ever becomes text, never markup: a bundle is a stranger's. @param kind "p", or "p.class" */
export function make(kind: string, ...children: readonly Child[]): HTMLElement {
  const [tag = 'div', ...classes] = kind.split('.');
  const element = document.createElement(tag);
  element.classList.add(...classes);
  element.append(...children);
  return element;
}

/** One of the rings that index.html keeps as templates. */
export function ring(kind: 'tick' | 'open' | 'fault'): Node {
  return byId(kind, HTMLTemplateElement).content.cloneNode(true);
}

export function button(text: string, onPress: () => void, look = ''): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = `button ${look}`.trim();
  element.textContent = text;
  element.addEventListener('click', onPress);
  return element;
}

/** A list of what is named and what it is. */
export function facts(rows: readonly (readonly [name: string, value: Child])[], look = 'facts'): HTMLElement {
  return make(`dl.${look}`, ...rows.map(([name, value]) => make('div', make('dt', name), make('dd', value))));
}

/** A heading that can take the focus, so that a screen reader begins there. */
export function focusable(heading: HTMLElement): HTMLElement {
  heading.tabIndex = -1;
  return heading;
}
