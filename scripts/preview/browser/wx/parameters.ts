import { Failure } from './answer';

type Kind = 'String' | 'Number' | 'Array' | 'Object' | 'Boolean' | 'ArrayBuffer';

/**
 * WeChat's check of what a function was given.
 * @param wanted the kinds that each option may have; every option named here has to be there
 * @throws in WeChat's words
 */
export function need(options: object, wanted: Record<string, Kind | readonly Kind[]>, errCode?: number): void {
  for (const [name, kinds] of Object.entries(wanted)) {
    const value = (options as Record<string, unknown>)[name];
    const allowed = typeof kinds === 'string' ? [kinds] : kinds;
    const kind = kindOf(value);
    if (!allowed.some((each) => each === kind)) {
      const text = `parameter.${name} should be ${allowed.join(' or ')} instead of ${kind};`;
      throw new Failure(`parameter error: ${text}`, errCode);
    }
  }
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
