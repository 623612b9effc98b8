import type * as glassEasel from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

/** WeChat names its own behaviors by strings; the engine wants objects. */
export function wechatBehaviors(space: CodeSpace): (name: unknown) => unknown {
  const known: Record<string, unknown> = {
    'wx://form-field': space.behavior().property('name', String).property('value', { type: null }).register(),
    'wx://form-field-group': space.behavior().register(),
    'wx://form-field-button': space.behavior().register(),
    'wx://component-export': space.behavior().register(),
  };
  return (behavior) => (typeof behavior === 'string' ? known[behavior] : behavior);
}

/** Calls `ready` once the component has been laid out, which the engine leaves to its host. */
export function readyBehavior(space: CodeSpace): glassEasel.GeneralBehavior {
  return space.getComponentSpace().defineBehavior({
    lifetimes: {
      // Components see the adapter's object, which keeps the engine's own in this field.
      attached(this: { _$: glassEasel.GeneralComponent }) {
        requestAnimationFrame(() => this._$.triggerLifetime('ready', []));
      },
    },
    // The engine's typings want every method's `this` spelt out.
  } as never) as unknown as glassEasel.GeneralBehavior;
}
