import { TmplGroup, type TmplConvertedExpr } from 'glass-easel-template-compiler';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { usedComponents, type UsedComponents } from './component-json';
import { definitionName, definitionSource } from './definition-source';
import { overlayProgram } from './overlay-program';

/** Something wrong in a template; line and column count from 1. */
export interface TemplateProblem {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** What the template compiler complains of; its own typings say `any`. Lines and columns count from 0. */
interface Complaint {
  message: string;
  startLine: number;
  startColumn: number;
}

const scopeModule = path.join(__dirname, 'template-scope');

/**
 * Checks every template of a mini-program against the page or component that it shows: expressions, event handlers,
 * and the properties of our own components. The compiler’s diagnostics count as problems, whatever their level.
 */
export function checkTemplates(appDir: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const overlay = new Map<string, string>();
  const converted = new Map<string, { file: string; expressions: TmplConvertedExpr }>();

  for (const name of templatesIn(appDir)) {
    const file = path.join(appDir, name);
    const source = readFileSync(file, 'utf8');
    const group = new TmplGroup();
    const complaints = group.addTmpl(name, source) as Complaint[];
    problems.push(...complaints.map((one) => at(file, one.startLine, one.startColumn, one.message)));
    problems.push(...uncheckedHandlers(file, source));

    const component = file.slice(0, -'.wxml'.length);
    if (!existsSync(`${component}.ts`)) continue;
    const used = usedComponents(appDir, component);
    const undefinedOnes = [component, ...used.values()].filter((one) => !define(one));
    problems.push(...undefinedOnes.map((one) => at(`${one}.ts`, 0, 0, 'calls neither Page() nor Component()')));
    if (undefinedOnes.length > 0) continue;
    const expressions = group.getTmplConvertedExpr(name, scopeOf(component, used));
    overlay.set(templateFile(component), expressions.code() ?? '');
    converted.set(templateFile(component), { file, expressions });
  }

  const program = overlayProgram(path.join(appDir, 'tsconfig.json'), overlay, [...converted.keys()]);
  for (const [virtual, { file, expressions }] of converted) {
    const sourceFile = program.getSourceFile(virtual);
    for (const diagnostic of program.getSemanticDiagnostics(sourceFile)) {
      problems.push(located(diagnostic, file, expressions));
    }
  }
  return problems;

  function define(component: string): boolean {
    const definition = definitionSource(readFileSync(`${component}.ts`, 'utf8'), scopeModule);
    if (definition !== undefined) overlay.set(definitionFile(component), definition);
    return definition !== undefined;
  }
}

function templatesIn(appDir: string): string[] {
  const names = readdirSync(appDir, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.wxml')).sort();
}

/** How a key that the item lacks shows in the compiler’s output. */
const UNKNOWN_KEY = "Type 'unknown' is not assignable to type 'string | number'.";

const definitionFile = (component: string): string => `${component}.definition.ts`;
const templateFile = (component: string): string => `${component}.template.ts`;

/** Declares the names `data`, `methods` and `tags`, which the compiler’s output reads. */
function scopeOf(component: string, used: UsedComponents): string {
  const definitionModule = (file: string): string => JSON.stringify(definitionFile(file).slice(0, -'.ts'.length));
  const typeOf = (file: string): string => `typeof import(${definitionModule(file)}).${definitionName}`;
  const own = [...used].map(([tag, file]) => `${JSON.stringify(tag)}: scope.OwnTag<${typeOf(file)}>;`);
  return [
    `import type * as scope from ${JSON.stringify(scopeModule)};`,
    `declare const data: (${typeOf(component)})['data'];`,
    `declare const methods: (${typeOf(component)})['methods'];`,
    `declare const tags: { ${own.join(' ')} [tag: string]: scope.LooseTag };`,
    '',
  ].join('\n');
}

/** `bindtap` works in WeChat as well as `bind:tap` does, but only the latter is checked, so it is the only one we write. */
function uncheckedHandlers(file: string, source: string): TemplateProblem[] {
  return source
    .split('\n')
    .flatMap((text, line) =>
      [...text.matchAll(/(?<=\s)(?:capture-)?(?:bind|catch)(?!:)([a-z]+)(?==)/g)].map(
        ({ 0: written, 1: event, index }) =>
          at(
            file,
            line,
            index,
            `write ${written.slice(0, -(event ?? '').length)}:${event ?? ''} instead of ${written}`,
          ),
      ),
    );
}

function located(diagnostic: ts.Diagnostic, file: string, expressions: TmplConvertedExpr): TemplateProblem {
  const said = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const message = said === UNKNOWN_KEY ? 'wx:key names no field of the item' : said;
  const { start = 0, length = 0 } = diagnostic;
  const from = diagnostic.file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
  const to = diagnostic.file?.getLineAndCharacterOfPosition(start + length) ?? from;
  const [line = 0, column = 0] = expressions.getSourceLocation(from.line, from.character, to.line, to.character) ?? [];
  return at(file, line, column, message);
}

function at(file: string, line: number, column: number, message: string): TemplateProblem {
  return { file, line: line + 1, column: column + 1, message };
}
