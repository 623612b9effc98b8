import type * as glassEasel from 'glass-easel';
import { appendInside, defineBuiltIn, text, type BuiltIn, type BuiltInDefinition } from './define';

/** Elements that only hold others; what they look like is a matter of the stylesheet. */
const plain = ['view', 'cover-view', 'share-element', 'movable-area', 'movable-view', 'match-media'];

export function defineContainers(space: glassEasel.ComponentSpace): void {
  for (const tag of plain)
    defineBuiltIn(space, tag, { properties: { enable: Boolean, scaleArea: Boolean, key: String } });
  defineBuiltIn(space, 'text', {
    properties: {
      selectable: Boolean,
      userSelect: Boolean,
      decode: Boolean,
      space: String,
      overflow: String,
      maxLines: Number,
    },
    changed: {
      userSelect: (self, value: boolean) => self.host.toggleAttribute('data-selectable', value),
      selectable: (self, value: boolean) => self.host.toggleAttribute('data-selectable', value),
      space: (self, value: string) => self.host.toggleAttribute('data-spaces', Boolean(value)),
    },
  });
  defineBuiltIn(space, 'root-portal', rootPortal());
  defineBuiltIn(space, 'page-container', pageContainer);
  defineBuiltIn(space, 'progress', progress);
  defineBuiltIn(space, 'icon', {
    properties: { type: String, size: [null, 23], color: String },
    changed: { type: (self, value: string) => self.host.setAttribute('data-type', value) },
  });
  defineBuiltIn(space, 'rich-text', {
    properties: { nodes: [null, ''], space: String },
    changed: { nodes: drawRichText },
  });
}

/** What it holds stands at the end of the page, outside all that the element stands in; events still go up through the latter. */
function rootPortal(): BuiltInDefinition {
  const places = new WeakMap<HTMLElement, HTMLElement>();
  return {
    properties: { enable: [Boolean, true] },
    create({ host }) {
      const place = document.createElement('root-portal-place');
      places.set(host, place);
      // The engine puts children into the host, and takes them from there.
      host.appendChild = (node) => place.appendChild(node);
      host.insertBefore = (node, before) => place.insertBefore(node, before);
      host.removeChild = (node) => place.removeChild(node);
      host.replaceChild = (node, old) => place.replaceChild(node, old);
    },
    attached: put,
    detached: ({ host }) => places.get(host)?.remove(),
    changed: { enable: put },
  };

  function put({ host, data }: BuiltIn): void {
    const place = places.get(host);
    if (!place || !host.isConnected) return;
    if (data['enable']) host.closest('wx-page')?.append(place);
    else host.after(place);
  }
}

const pageContainer: BuiltInDefinition = {
  properties: {
    show: Boolean,
    duration: [Number, 300],
    zIndex: [Number, 100],
    overlay: [Boolean, true],
    position: [String, 'bottom'],
    round: Boolean,
    closeOnSlideDown: Boolean,
    overlayStyle: String,
    customStyle: String,
  },
  create(self) {
    self.host.addEventListener('click', (event) => {
      if (event.target === self.host) self.emit('clickoverlay');
    });
  },
  changed: {
    show(self, value: boolean) {
      self.host.toggleAttribute('data-shown', value);
      self.emit(value ? 'enter' : 'leave');
      self.emit(value ? 'afterenter' : 'afterleave');
    },
  },
};

const progress: BuiltInDefinition = {
  properties: {
    percent: Number,
    showInfo: Boolean,
    strokeWidth: [null, 6],
    activeColor: [String, '#0e5e50'],
    backgroundColor: [String, '#e4eae6'],
    active: Boolean,
    borderRadius: [null, 0],
    color: String,
    duration: Number,
  },
  create(self) {
    appendInside(self, document.createElement('progress-bar'));
    self.host.setAttribute('role', 'progressbar');
  },
  changed: {
    percent: (self, value: number) => {
      self.host.style.setProperty('--percent', `${value}%`);
      self.host.setAttribute('aria-valuenow', String(value));
    },
    activeColor: (self, value: string) => self.host.style.setProperty('--bar', value),
    backgroundColor: (self, value: string) => self.host.style.setProperty('--track', value),
    strokeWidth: (self, value: unknown) => self.host.style.setProperty('--stroke', `${String(value)}px`),
  },
};

interface RichNode {
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
  type?: string;
  text?: string;
}

/** Draws a tree of nodes, or HTML of which only harmless tags and attributes stay. */
function drawRichText(self: BuiltIn, nodes: unknown): void {
  if (Array.isArray(nodes)) self.host.replaceChildren(...nodes.map((node) => drawNode(node as RichNode)));
  else self.host.replaceChildren(...cleaned(text(self, 'nodes')));
}

function drawNode({ name = 'span', attrs = {}, children = [], type, text: content = '' }: RichNode): Node {
  if (type === 'text') return document.createTextNode(content);
  const node = document.createElement(/^(script|style|iframe)$/i.test(name) ? 'span' : name);
  for (const [key, value] of Object.entries(attrs)) if (!/^on/i.test(key)) node.setAttribute(key, value);
  node.append(...children.map(drawNode));
  return node;
}

function cleaned(html: string): ChildNode[] {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  body.querySelectorAll('script, style, iframe, object').forEach((node) => node.remove());
  body.querySelectorAll('*').forEach((node) => {
    for (const { name } of [...node.attributes]) if (/^on/i.test(name)) node.removeAttribute(name);
  });
  return [...body.childNodes];
}
