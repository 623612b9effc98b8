/** A name as esbuild makes it short. */
const name = String.raw`[\w$]+`;

/**
 * How a minified file of esbuild hands out what it exports: helpers that make an object of getters, look foreign properties over, and
 * mark the object as made of an ES module. Every file carries them, some 420 bytes, which is a third of the app's own code.
 */
const preamble = new RegExp(
  String.raw`^(?:"use strict";)?var (${name})=Object\.defineProperty;var ${name}=Object\.getOwnPropertyDescriptor;` +
    String.raw`var ${name}=Object\.getOwnPropertyNames;var ${name}=Object\.prototype\.hasOwnProperty;` +
    String.raw`var (${name})=\(${name},${name}\)=>\{for\(var ${name} in ${name}\)\1\([^{}]*\{get:[^{}]*,enumerable:!0\}\)\},` +
    String.raw`(${name})=\(${name},${name},${name},${name}\)=>\{if\([^{}]*\)for\([^{}]*\)[^{}]*\{get:[^{}]*\}\);return ${name}\};` +
    String.raw`var (${name})=${name}=>\3\(\1\(\{\},"__esModule",\{value:!0\}\),${name}\);` +
    String.raw`var (${name})=\{\};\2\(\5,\{([^{}]*)\}\);module\.exports=\4\(\5\);`,
);

/**
 * Says the same in few words: an object of getters, so that a binding that changes, or that a circle of imports needs before it is
 * there, is read when it is asked for. A file that needs the helpers for something else stays as it is.
 * @param code minified CommonJS, by esbuild
 */
export function shortenExports(code: string): string {
  return code.replace(preamble, (_all, ...[, , , , , list = '']: string[]) => {
    const getters = list.split(',').map((each) => each.replace(/^(.*):\(\)=>(.*)$/, 'get $1(){return $2}'));
    return `module.exports={${getters.join(',')}};`;
  });
}
