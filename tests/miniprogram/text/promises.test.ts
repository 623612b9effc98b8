import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ofFairPlay } from './promises/fair-play';
import { promiseNothing } from './promises/nothing';
import { toOrganisers } from './promises/organisers';
import { toResidents } from './promises/residents';

const root = path.resolve(__dirname, '../../..');
const app = path.join(root, 'miniprogram');
const core = path.join(root, 'cloudfunctions/shared');

/** Words that promise: public, seen or not, deleted, kept, sent, for good. The name 公开账册 alone promises nothing. */
const promising =
  /公开(?!账册)|看得到|看不到|会看到|都会看|谁都可以|任何人都|所有人都|删|保留|留着|都还在|只增不改|记进|记在|记下|写进|写在公开|留在公开|不能恢复|不记是谁|不留|不上传|失效|服务通知|什么也不会发|不含|藏在|公布/;

/** What the app says in the words of the board. */
const shared = ['universal/count-words'];

function textFiles(): string[] {
  const packages = readdirSync(path.join(app, 'packages')).map((name) => `packages/${name}/text`);
  const own = ['text', ...packages].flatMap((folder) => {
    try {
      return readdirSync(path.join(app, folder)).map((name) => `${folder}/${name.replace(/\.ts$/, '')}`);
    } catch {
      // A package without sentences of its own.
      return [];
    }
  });
  return [...own, ...shared];
}

/** The promising sentences of a file as `file#path`, by the names under which they stand. */
function sentencesOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(shared.includes(file) ? core : app, `${file}.ts`), 'utf8'),
    ts.ScriptTarget.ESNext,
    true,
  );
  const found = new Set<string>();
  const look = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (isText && promising.test(node.getText())) found.add(`${file}#${pathOf(node)}`);
    ts.forEachChild(node, look);
  };
  look(source);
  return [...found];
}

function pathOf(node: ts.Node): string {
  const parts: string[] = [];
  for (let each = node; !ts.isSourceFile(each); each = each.parent) {
    if (ts.isPropertyAssignment(each) || ts.isVariableDeclaration(each) || ts.isFunctionDeclaration(each)) {
      parts.unshift((each.name?.getText() ?? '').replace(/'/g, ''));
    }
    const { parent } = each;
    if (ts.isArrayLiteralExpression(parent))
      parts.unshift(titleOf(each) ?? String(parent.elements.findIndex((one) => one === each)));
  }
  return parts.join('.');
}

/** What a section of a list is called: its place moves with every section before it. */
function titleOf(node: ts.Node): string | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const titles = node.properties.flatMap((each) =>
    ts.isPropertyAssignment(each) && each.name.getText() === 'title' && ts.isStringLiteralLike(each.initializer)
      ? [each.initializer.text]
      : [],
  );
  return titles[0];
}

const promises = [...toOrganisers, ...toResidents, ...ofFairPlay];
const listed = [...promises.flatMap(({ sentences }) => sentences), ...promiseNothing];

test('every sentence that promises something has a test that sees it from the other side', () => {
  const written = textFiles().flatMap(sentencesOf);
  expect(written.length).toBeGreaterThan(100);
  expect(written.filter((sentence) => !listed.includes(sentence))).toEqual([]);
  // What is not written any more is not listed any more.
  expect(listed.filter((sentence) => !written.includes(sentence))).toEqual([]);
});

test('no sentence is listed twice', () => {
  expect(listed.filter((sentence, index) => listed.indexOf(sentence) !== index)).toEqual([]);
});

test.each(promises.map(({ by }) => by))('%s has the test "%s"', (file, title) => {
  expect(readFileSync(path.join(root, file), 'utf8')).toContain(title);
});
