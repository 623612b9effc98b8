import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { measures } from '../../../cloudfunctions/shared/universal/poll';

const root = path.resolve(__dirname, '../../..');

/**
 * A candidate that is counted or named by a word which somebody wrote down: 20 项候选, 这一项, 选几位. Whether it is 项 or 位 is the
 * poll's to say.
 */
const any = `[${measures.join('')}]`;
const written = new RegExp(
  [
    `${any}候选`,
    `[这那同哪每][一两几]?[项位幅]`,
    `[项位件幅](?=都加在|票数相同|可选|一票)`,
    `(?:选|入选|候选|加了|加入|推荐|还有|共|最多|至少)[^，。：]{0,6}[几\\d}] ?[项位幅](?!置|数|能|字|[。，]?数字)`,
  ].join('|'),
);

/** Persons of a team or a jury are counted by 位 everywhere, and an award is 一项表彰. */
const persons = /这项表彰|团队的每一位|那一位。只能用一次|这位成员|同一位评委/g;

/** What is counted there is no candidate, or no poll is known that could say how. */
const others: Readonly<Record<string, string>> = {
  'miniprogram/packages/organiser/text/small-poll.ts': 'options that one types, always 项',
};

/** Who speaks to people: sentences of the app, the website, and the functions. */
function files(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(place);
    return /\.(ts|wxml|json|html)$/.test(entry.name) ? [place] : [];
  });
}

/** Texts of a file: of a program its strings without comments and patterns, else all of it. */
function textsOf(file: string): string[] {
  const content = readFileSync(path.join(root, file), 'utf8');
  if (!file.endsWith('.ts')) return content.split('\n');
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) found.push(node.getText());
    else ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const spoken = ['miniprogram', 'website', 'cloudfunctions/shared'].flatMap(files);

test('no sentence counts or names a candidate by a word of its own: how is the poll’s to say', () => {
  const hits = spoken
    // What is read from lists of others is no sentence of ours.
    .filter((file) => !file.startsWith('cloudfunctions/shared/domain/imports/') && !Object.hasOwn(others, file))
    .flatMap((file) =>
      textsOf(file)
        .filter((text) => written.test(text.replace(persons, '')))
        .map((text) => `${file}: ${text.slice(0, 80)}`),
    );
  expect(hits).toEqual([]);
});

test.each(['20 项候选', '选这一项', '每票选几项', '最多选 ${max} 项', '一个评选最多 500 个候选', '同一位最多投几票'])(
  '%s would be seen',
  (text) => {
    expect(text).toMatch(written);
  },
);
