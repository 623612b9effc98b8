import { nodeOf } from './backend';
import { contextNode } from './context-nodes';
import type * as glassEasel from 'glass-easel';

interface Fields {
  node?: boolean;
  computedStyle?: string[];
  [field: string]: unknown;
}

interface Query {
  select(selector: string): NodesRef;
  _$push(
    selector: string | null,
    component: { _$: glassEasel.GeneralComponent },
    single: boolean,
    fields: Fields,
    done: (result: unknown) => void,
  ): void;
}

interface NodesRef {
  fields(fields: Fields, done?: (result: unknown) => void): Query;
  node?(done?: (result: unknown) => void): Query;
}

/** @returns a function that completes the engine's queries as soon as there is a page to get one from */
export function completeQueriesOnce(page: () => Record<string, unknown> | undefined): () => void {
  let isDone = false;
  return () => {
    const create = page()?.['createSelectorQuery'];
    if (isDone || typeof create !== 'function') return;
    isDone = true;
    completeQueries(create.call(page()) as object);
  };
}

/** Adds `node()` and the fields `node` and `computedStyle`, which the engine's selector query does not know. */
function completeQueries(anyQuery: object): void {
  // The class is not exported; its prototype is reached through an instance.
  const prototype = Object.getPrototypeOf(anyQuery) as Query;
  const references = Object.getPrototypeOf((anyQuery as Query).select('page')) as NodesRef;
  references.node = function (done) {
    return this.fields({ node: true }, done);
  };
  const push = prototype._$push;
  prototype._$push = function (selector, component, single, fields, done) {
    push.call(this, selector, component, single, fields, (result: unknown) => {
      const add = (target: unknown, element: glassEasel.Element | null | undefined): void => {
        const node = element ? nodeOf(element) : null;
        if (!node || typeof target !== 'object' || target === null) return;
        const style = getComputedStyle(node);
        const computed = (fields.computedStyle ?? []).map((name) => [name, style.getPropertyValue(kebab(name))]);
        Object.assign(target, Object.fromEntries(computed), fields.node ? { node: contextNode(node) } : {});
      };
      const root = component._$.getShadowRoot();
      if (selector !== null && root && single) add(result, root.querySelector(selector));
      if (selector !== null && root && Array.isArray(result)) {
        root.querySelectorAll(selector).forEach((element, index) => add(result[index], element));
      }
      done(result);
    });
  };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
