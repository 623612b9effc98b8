// The types that a template's expressions are checked against. Only the virtual files of `check-templates.ts` import this.

type Primitive = string | number | boolean | null | undefined;
type IsAny<T> = 0 extends 1 & T ? true : false;

type KeyOfAny<U> = U extends unknown ? keyof U : never;
type FieldOfAny<U, K> = U extends unknown ? (K extends keyof U ? U[K] : never) : never;

/**
 * A value as WXML sees it. A template tells the members of a union apart by `wx:if`, which the compiler's output does
 * not carry, so a field may be read when any member has it; one that no member has stays an error. For the same reason
 * nothing is null or undefined: a template asks by `wx:if` first, and WXML shows nothing for either.
 */
export type InTemplate<T> =
  IsAny<T> extends true
    ? any
    : NonNullable<Extract<T, Primitive>> | InArray<T> | InObject<Exclude<T, Primitive | readonly unknown[]>>;
type InArray<T> = T extends readonly (infer E)[] ? InTemplate<E>[] : never;
type InObject<T> = [T] extends [never]
  ? never
  : [T] extends [(...args: never) => unknown]
    ? T
    : { [K in KeyOfAny<T>]: InTemplate<FieldOfAny<T, K>> };

/** What a property takes: by its default value where the constructor alone says too little. */
type PropertyValue<P> = P extends { type: ArrayConstructor; value: infer V }
  ? V extends readonly never[]
    ? any[]
    : V
  : P extends { type: ObjectConstructor; value: infer V }
    ? V extends object
      ? V
      : any
    : P extends { type: infer C; optionalTypes: readonly (infer O)[] }
      ? ByConstructor<C> | ByConstructor<O>
      : P extends { type: infer C }
        ? ByConstructor<C>
        : ByConstructor<P>;
type ByConstructor<C> = C extends StringConstructor
  ? string
  : C extends NumberConstructor
    ? number
    : C extends BooleanConstructor
      ? boolean
      : C extends ArrayConstructor
        ? any[]
        : any;
type PropertyValues<P> = { -readonly [K in keyof P]: PropertyValue<P[K]> };

/** What a behavior mixes in; the field is a phantom that WeChat's typings keep for tools like this one. */
type Mixed<B, Part extends string> = UnionToIntersection<
  B extends unknown ? MixedPart<NonNullable<(B & Record<string, unknown>)['_$behaviorFieldTypes']>, Part> : never
>;
type MixedPart<Fields, Part extends string> = Fields extends Record<Part, infer V> ? V : {};
type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;

interface Definition<Data, Properties, Methods> {
  data: InTemplate<Data & Properties>;
  properties: Properties;
  methods: Methods;
}

/** Stands in for `Page(…)`. */
export declare function page<Options extends { data?: unknown; behaviors?: readonly unknown[] }>(
  options: Options,
): Definition<
  (Options extends { data: infer D } ? D : {}) & MixedBy<Options, 'data'>,
  {},
  Options & MixedBy<Options, 'methods'>
>;
type MixedBy<O, Part extends string> = O extends { behaviors: readonly (infer B)[] } ? Mixed<B, Part> : {};

/** Stands in for `Page<Data, Custom>(…)`. */
export declare function typedPage<Data, Custom = {}>(options: unknown): Definition<Data, {}, Custom>;

/** Stands in for `Component(…)`. */
export declare function component<Data = {}, Properties = {}, Methods = {}, B = never>(options: {
  data?: Data;
  properties?: Properties;
  methods?: Methods;
  behaviors?: readonly B[];
  [more: string]: unknown;
}): Definition<
  Data & Mixed<B, 'data'>,
  PropertyValues<Properties> & Mixed<B, 'properties'>,
  Methods & Mixed<B, 'methods'>
>;

/** Stands in for `Component<Data, Properties, Methods>(…)`. */
export declare function typedComponent<Data, Properties = {}, Methods = {}, Rest = unknown>(
  options: unknown,
): Definition<Data, PropertyValues<Properties>, Methods>;

/** What any tag takes besides its own properties; the accessibility attributes are strings to WeChat. */
interface CommonAttributes {
  hidden: any;
  hoverClass: string;
  [aria: `aria${string}`]: any;
}

/** Attributes of one of our components. */
export type OwnTag<D> = D extends { properties: infer P } ? P & CommonAttributes : never;

/** Built-in tags and a library's components, whose properties nobody declares for us. */
export type LooseTag = Record<string, any>;
