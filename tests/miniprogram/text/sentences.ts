import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '../../..');
const app = path.join(root, 'miniprogram');

/** A piece of text that people may read, with the file that holds it. A value that is put in stands as `{}`. */
export interface Sentence {
  file: string;
  text: string;
}

/** The files of a folder's sentences, as `text/confirm`; none where the folder has none of its own. */
function filesOf(folder: string): string[] {
  const at = path.join(app, folder);
  return existsSync(at) ? readdirSync(at).map((name) => `${folder}/${name.replace(/\.ts$/, '')}`) : [];
}

/** Every file of the app that holds sentences. */
export function textFiles(): string[] {
  const packages = readdirSync(path.join(app, 'packages')).map((name) => `packages/${name}/text`);
  return ['text', ...packages].flatMap(filesOf);
}

/** What a file says, comments left out. @param file relative to the app, without its ending; or to the root, with it */
export function sentencesOf(file: string): Sentence[] {
  const whole = file.endsWith('.ts') ? path.join(root, file) : path.join(app, `${file}.ts`);
  const source = ts.createSourceFile(whole, readFileSync(whole, 'utf8'), ts.ScriptTarget.ESNext, true);
  const found: Sentence[] = [];
  const look = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && /\p{Script=Han}/u.test(text)) found.push({ file, text });
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

/** What a template of WeChat or a page of a website says, comments left out. */
export function markupOf(file: string): Sentence[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  return [{ file, text }];
}
