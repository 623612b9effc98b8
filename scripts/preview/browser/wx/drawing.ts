import type { Router } from '../phone/router';

/** Queries and animation, as far as a page or a component of the library asks for them. */
export function drawing(router: Router): Record<string, unknown> {
  const top = (): Record<string, (...args: unknown[]) => unknown> => {
    const page = router.top?.page.instance;
    if (!page) throw new Error('there is no page yet');
    // Every page has the engine's query functions.
    return page as never;
  };
  return {
    createSelectorQuery: () => top()['createSelectorQuery']?.call(top()),
    createIntersectionObserver: (component: typeof top extends () => infer Page ? Page : never, options: unknown) =>
      component['createIntersectionObserver']?.call(component, options),
    createAnimation: (defaults?: StepOptions) => animation(defaults),
    nextTick: (act: () => void) => queueMicrotask(act),
  };
}

interface StepOptions {
  duration?: number;
  timingFunction?: string;
  delay?: number;
}

const transforms =
  'translate translateX translateY translateZ translate3d scale scaleX scaleY scale3d rotate rotateX rotateY rotateZ skew skewX skewY'.split(
    ' ',
  );
const lengths = new Set(['translate', 'translateX', 'translateY', 'translateZ', 'translate3d']);
const angles = /^(rotate|skew)/;
const plain = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'right', 'bottom'];

/** Collects steps of style; the built-in components play what `export` gives. */
function animation(defaults: StepOptions = {}): object {
  let steps: object[] = [];
  let transform: string[] = [];
  let style: Record<string, string> = {};
  const self: Record<string, unknown> = {
    step(options: StepOptions = {}) {
      const { duration = 400, timingFunction = 'linear', delay = 0 } = { ...defaults, ...options };
      if (transform.length > 0) style['transform'] = transform.join(' ');
      steps.push({ style, duration, easing: timingFunction, delay });
      transform = [];
      style = {};
      return self;
    },
    export() {
      const exported = { steps };
      steps = [];
      return exported;
    },
  };
  for (const name of transforms) {
    self[name] = (...values: (number | string)[]) => {
      const unit = lengths.has(name) ? 'px' : angles.test(name) ? 'deg' : '';
      transform.push(
        `${name}(${values.map((value) => (typeof value === 'number' ? `${value}${unit}` : value)).join(',')})`,
      );
      return self;
    };
  }
  for (const name of plain) {
    self[name] = (value: number | string) => {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      style[property] = typeof value === 'number' && name !== 'opacity' ? `${value}px` : String(value);
      return self;
    };
  }
  return self;
}
