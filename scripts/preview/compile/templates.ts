import { TmplGroup } from 'glass-easel-template-compiler';
import path from 'node:path/posix';
import { wxsGlobals, wxsToJavaScript } from './wxs';

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
