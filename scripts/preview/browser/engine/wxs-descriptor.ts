import type * as glassEasel from 'glass-easel';
import { inFrameUnits } from '../../compile/units';
import { nodeOf } from './backend';

const states = new WeakMap<glassEasel.Element, object>();

/** What a WXS function is given of a component or element: WeChat's ComponentDescriptor. */
export class WxsDescriptor {
  constructor(private readonly element: glassEasel.Element) {}

  selectComponent(selector: string): WxsDescriptor | null {
    const found = this.root?.querySelector(selector);
    return found ? new WxsDescriptor(found) : null;
  }

  selectAllComponents(selector: string): WxsDescriptor[] {
    return (this.root?.querySelectorAll(selector) ?? []).map((found) => new WxsDescriptor(found));
  }

  /** @param style names may be written as in CSS or as in JavaScript */
  setStyle(style: Record<string, string> | string): this {
    const node = nodeOf(this.element);
    const pairs =
      typeof style === 'string' ? style.split(';').map((each) => each.split(/:(.*)/)) : Object.entries(style);
    for (const [name = '', value = ''] of pairs) node?.style.setProperty(kebab(name.trim()), inFrameUnits(value));
    return this;
  }

  addClass(name: string): this {
    this.element.classList?.toggle(name, true);
    return this;
  }

  removeClass(name: string): this {
    this.element.classList?.toggle(name, false);
    return this;
  }

  hasClass(name: string): boolean {
    return this.element.classList?.contains(name) ?? false;
  }

  getDataset(): unknown {
    return this.element.dataset;
  }

  /** An object that stays with the element, for the WXS module to keep what it likes in. */
  getState(): object {
    const state = states.get(this.element) ?? {};
    states.set(this.element, state);
    return state;
  }

  callMethod(name: string, given?: unknown): void {
    const component = this.element.asGeneralComponent();
    // Methods are what the component declared; the engine knows them by name only.
    const method = component?.getMethodCaller() as Record<string, unknown> | undefined;
    const found = method?.[name];
    if (typeof found === 'function') found.call(method, given);
  }

  triggerEvent(name: string, detail?: unknown): this {
    this.element.triggerEvent(name, detail);
    return this;
  }

  requestAnimationFrame(act: () => void): void {
    requestAnimationFrame(act);
  }

  setTimeout(act: () => void, ms: number): number {
    return window.setTimeout(act, ms);
  }

  clearTimeout(timer: number): void {
    window.clearTimeout(timer);
  }

  getComputedStyle(names: string[]): Record<string, string> {
    const node = nodeOf(this.element);
    const style = node ? getComputedStyle(node) : null;
    return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(kebab(name)) ?? '']));
  }

  getBoundingClientRect(): object {
    const { left, top, right, bottom, width, height } = nodeOf(this.element)?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, right, bottom, width, height };
  }

  private get root(): glassEasel.ShadowRoot | null {
    return this.element.asGeneralComponent()?.getShadowRoot() ?? null;
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
