import { TmplGroup } from 'glass-easel-template-compiler';
import path from 'node:path/posix';

/**
 * Compiles templates and WXS modules into one JavaScript expression: an object of template generators by path.
 * @param files built paths of .wxml and .wxs files
 * @param read gives the text of a built file
 */
export function compileTemplates(files: readonly string[], read: (file: string) => string): string {
  const group = new TmplGroup();
  for (const file of files) {
    const name = withoutExtension(file);
    if (file.endsWith('.wxs')) {
      group.addScript(name, wxsToJavaScript(read(file)));
      continue;
    }
    group.addTmpl(name, read(file));
    for (const module of group.getInlineScriptModuleNames(name) as string[]) {
      group.setInlineScript(name, module, wxsToJavaScript(group.getInlineScript(name, module)));
    }
  }
  const generators = group.getTmplGenObjectGroups();
  group.free();
  return `(function () { ${wxsGlobals} return ${generators}; })()`;
}

function withoutExtension(file: string): string {
  return file.slice(0, -path.extname(file).length);
}

/**
 * WXS looks like JavaScript and differs: constructors are compared with strings, backslashes that escape nothing stay,
 * and a few globals have other names.
 * @param source a WXS module
 * @returns JavaScript that means the same
 */
export function wxsToJavaScript(source: string): string {
  return source
    .replace(/\.constructor\b(?=\s*(?:===?|!==?)\s*(["']))/g, '.constructor.name')
    .replace(/((["'])[A-Z][A-Za-z]+\2\s*(?:===?|!==?)\s*[\w.]+)\.constructor\b/g, '$1.constructor.name')
    .replace(/\bgetRegExp\(\s*(["'])((?:(?!\1)[\s\S])*)\1/g, (_, quote: string, body: string) => {
      return `getRegExp(${quote}${body.replaceAll('\\', '\\\\')}${quote}`;
    })
    .replace(/(\brequire\(\s*["'][^"']+)\.wxs(["']\s*\))/g, '$1$2');
}

/** What WXS modules find beside the language. */
export const wxsGlobals = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };
var getDate = function () { return new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))(); };
`;
