import path from 'node:path';
import type * as Simulate from 'miniprogram-simulate';

/** A rendered component; the library's types leave out how one listens to its events. */
export type Rendered = Simulate.RootComponent<
  WechatMiniprogram.Component.DataOption,
  WechatMiniprogram.Component.PropertyOption,
  WechatMiniprogram.Component.MethodOption
> & { addEventListener: (name: string, handler: (event: { detail: unknown }) => void) => void };

const rootPath = path.resolve(__dirname, '../../../miniprogram');

/**
 * Renders a component of miniprogram/components on its own.
 * @param name the component's folder
 * @param properties its properties at first
 */
export function renderComponent(name: string, properties: Record<string, unknown>): Rendered {
  // The library runs a component's script once per module registry, and each test wants its own component.
  jest.resetModules();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- after the reset above, which an import precedes
  const simulate = require('miniprogram-simulate') as typeof Simulate;
  const id = simulate.load(path.join(rootPath, 'components', name, name), { rootPath, compiler: 'official' });
  const component = simulate.render(id, properties);
  component.attach(document.body.appendChild(document.createElement('div')));
  // The listener that the types leave out is there.
  return component as Rendered;
}

/** Taps what `selector` finds; resolves once the event has been delivered, which the library does in a later task. */
export async function tap(component: Rendered, selector: string): Promise<void> {
  component.querySelector(selector)?.dispatchEvent('tap');
  await new Promise((resolve) => setTimeout(resolve, 0));
}
