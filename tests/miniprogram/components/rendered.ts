import path from 'node:path';
import type { RootComponent } from 'miniprogram-simulate';

const rootPath = path.resolve(__dirname, '../../../miniprogram');

/**
 * Renders a component of miniprogram/components on its own.
 * @param name the component's folder
 * @param properties its properties at first
 */
export function renderComponent(name: string, properties: Record<string, unknown>): RootComponent {
  // The library runs a component's script once per module registry, and each test wants its own component.
  jest.resetModules();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- after the reset above, which an import precedes
  const simulate = require('miniprogram-simulate') as typeof import('miniprogram-simulate');
  const id = simulate.load(path.join(rootPath, 'components', name, name), { rootPath, compiler: 'official' });
  const component = simulate.render(id, properties);
  component.attach(document.body.appendChild(document.createElement('div')));
  return component;
}

/** Taps what `selector` finds; resolves once the event has been delivered, which the library does in a later task. */
export async function tap(component: RootComponent, selector: string): Promise<void> {
  component.querySelector(selector)?.dispatchEvent('tap');
  await new Promise((resolve) => setTimeout(resolve, 0));
}
