import * as glassEasel from 'glass-easel';
import { inFrameUnits } from '../../compile/units';
import { WxsDescriptor } from './wxs-descriptor';

type Generator = ReturnType<glassEasel.template.ComponentTemplate['content']>;
type Wrapper = Parameters<Generator>[0];

const adjusted = new WeakSet<object>();

/**
 * Lets a compiled template set what the engine leaves out: accessibility attributes become the browser's own, and
 * design units in inline styles are turned into the frame's.
 */
export function adjustTemplate(
  content: glassEasel.template.ComponentTemplate['content'],
): glassEasel.template.ComponentTemplate['content'] {
  return (name) => {
    const generator = content(name);
    return (wrapper, ...rest) => generator(adjust(wrapper), ...rest);
  };
}

function adjust(wrapper: Wrapper): Wrapper {
  if (adjusted.has(wrapper)) return wrapper;
  adjusted.add(wrapper);
  const { r: setProperty, y: setStyle, p: observe, v: listen } = wrapper;
  wrapper.r = (element, name, value, ...rest) => {
    if (name.startsWith('aria-') && !declares(element, name)) setAccessibility(element, name, value);
    else setProperty(element, name, value, ...rest);
  };
  wrapper.y = (element, value) => {
    setStyle(element, typeof value === 'string' ? inFrameUnits(value) : value);
  };
  // Functions of WXS modules are given descriptors, where the engine hands over its own objects.
  wrapper.p = (element, name, observer, ...rest) => {
    const described: typeof observer = (now, before, host, at) => {
      // WeChat draws first; and only WXS sees the descriptors, the engine passes them on.
      queueMicrotask(() =>
        observer.call(null, now, before, new WxsDescriptor(host) as never, new WxsDescriptor(at) as never),
      );
    };
    observe(element, name, typeof observer === 'function' ? described : observer, ...rest);
  };
  wrapper.v = (element, type, handler, ...rest) => {
    listen(
      element,
      type,
      typeof handler === 'function' ? describing(element, handler as WxsHandler) : handler,
      ...rest,
    );
  };
  return wrapper;
}

type WxsHandler = (event: object, owner: WxsDescriptor) => unknown;

function describing(element: glassEasel.Element, handler: WxsHandler): (event: object) => unknown {
  return (event) => {
    const host = element.ownerShadowRoot?.getHostNode();
    const described = Object.assign(Object.create(event) as object, { instance: new WxsDescriptor(element) });
    return host ? handler(described, new WxsDescriptor(host)) : undefined;
  };
}

function declares(element: glassEasel.Element, name: string): boolean {
  const component = element.asGeneralComponent();
  const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return component !== null && glassEasel.Component.hasProperty(component, property);
}

function setAccessibility(element: glassEasel.Element, name: string, value: unknown): void {
  const host: unknown = element.$$;
  if (!(host instanceof HTMLElement)) return;
  // Who types is told about the field itself, which lies inside the component.
  const node = host.querySelector(':scope > input, :scope > textarea') ?? host;
  const attribute = name === 'aria-role' ? 'role' : name;
  if (value === undefined || value === null || value === '') node.removeAttribute(attribute);
  else node.setAttribute(attribute, String(value));
}
