import type * as glassEasel from 'glass-easel';
import { asBackend } from '../engine/backend';
import { adjustTemplate } from '../engine/template-runtime';

/** One instance of a built-in component. */
export interface BuiltIn {
  readonly data: Readonly<Record<string, unknown>>;
  /** The component's own element in the browser. */
  readonly host: HTMLElement;
  readonly element: glassEasel.GeneralComponent;
  /** Tells the page that something happened. */
  emit(type: string, detail?: unknown, options?: { bubbles?: boolean }): void;
  /** Changes one of its own properties, also where a page binds it both ways. */
  set(name: string, value: unknown): void;
}

type PropertyType =
  StringConstructor | NumberConstructor | BooleanConstructor | ObjectConstructor | ArrayConstructor | null;

/** How a built-in component behaves in the browser. */
export interface BuiltInDefinition {
  /** A type, or a type and a first value. */
  properties?: Record<string, PropertyType | [PropertyType, unknown]>;
  /** Makes what the element holds; runs before any property is set. */
  create?(self: BuiltIn): void;
  attached?(self: BuiltIn): void;
  detached?(self: BuiltIn): void;
  /** Called with the new value after a property has changed, by the property's name. */
  changed?: Record<string, (self: BuiltIn, value: never) => void>;
}

/** What any built-in component takes. */
const everywhere: Record<string, PropertyType | [PropertyType, unknown]> = {
  hidden: Boolean,
  hoverClass: [String, 'none'],
  hoverStopPropagation: Boolean,
  hoverStartTime: [Number, 50],
  hoverStayTime: [Number, 400],
  animation: Object,
};

export function defineBuiltIn(space: glassEasel.ComponentSpace, tag: string, definition: BuiltInDefinition): void {
  const { create, attached, detached } = definition;
  const changed: NonNullable<BuiltInDefinition['changed']> = {
    hidden: (self, value: boolean) => self.host.toggleAttribute('hidden', value),
    animation: (self, value: unknown) => play(self.host, value),
    ...definition.changed,
  };
  const selves = new WeakMap<object, BuiltIn>();
  const selfOf = (element: glassEasel.GeneralComponent): BuiltIn => {
    const self = selves.get(element) ?? instance(element);
    selves.set(element, self);
    return self;
  };
  const lifetime = (hook: ((self: BuiltIn) => void) | undefined) =>
    function (this: glassEasel.GeneralComponent): void {
      hook?.(selfOf(this));
    };
  const observers = Object.fromEntries(
    Object.entries(changed).map(([name, react]) => [
      name,
      function (this: glassEasel.GeneralComponent, value: never): void {
        react(selfOf(this), value);
      },
    ]),
  );
  const template = PREVIEW_TEMPLATES[tag];
  const component = space.defineComponent({
    is: `wx-${tag}`,
    properties: Object.fromEntries(
      Object.entries({ ...everywhere, ...definition.properties }).map(([name, given]) => {
        const [type, value] = Array.isArray(given) ? given : [given, undefined];
        return [name, { type, ...(value === undefined ? {} : { value }) }];
      }),
    ),
    observers,
    lifetimes: { created: lifetime(create), attached: lifetime(attached), detached: lifetime(detached) },
    ...(template ? { template: { content: adjustTemplate(template) } } : {}),
    // The engine's typings follow each property by name, which a table of tags cannot.
  } as never);
  space.setGlobalUsingComponent(tag, component);
}

function instance(element: glassEasel.GeneralComponent): BuiltIn {
  return {
    element,
    // Built-in components never have a virtual host.
    host: element.$$ as unknown as HTMLElement,
    get data() {
      return element.data as Record<string, unknown>;
    },
    emit: (type, detail = {}, options = {}) => element.triggerEvent(type, detail, options),
    set: (name, value) => element.setData({ [name]: value }),
  };
}

/** Runs what wx.createAnimation exported: steps of style, one after the other. */
function play(host: HTMLElement, animation: unknown): void {
  const steps = (
    animation as { steps?: { style: Record<string, string>; duration: number; easing: string; delay: number }[] }
  )?.steps;
  let wait = 0;
  for (const { style, duration, easing, delay } of steps ?? []) {
    window.setTimeout(() => {
      host.style.transition = `all ${duration}ms ${easing} ${delay}ms`;
      for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value);
    }, wait);
    wait += duration + delay;
  }
}

/** A property's value as text. */
export function text(self: BuiltIn, name: string): string {
  const value = self.data[name];
  return value === undefined || value === null ? '' : String(value);
}

/** The engine's element tree does not know what a built-in component draws inside itself. */
export function appendInside(self: BuiltIn, node: Node): void {
  const host = asBackend(self.host);
  host.appendChild(asBackend(node));
}
