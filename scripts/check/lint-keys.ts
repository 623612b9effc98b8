import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Folders of the repository that hold nothing of ours, or nothing that is written by hand. */
const foreign = new Set(['node_modules', 'dist', '.git', '.data', '.cache', 'screenshots', 'miniprogram_npm']);
const linted = /\.(ts|mjs|cjs|js)$/;
/** What may change the verdict on any file: rules, packages, compiler options, and declarations that nobody imports. */
const isForAll = /(^|\/)(eslint\.config\.mjs|package-lock\.json|tsconfig[^/]*\.json|[^/]*\.d\.ts)$/;

/**
 * What the linter's verdict on each file follows from, as a hash: its text, the texts of everything that it imports, directly or not
 * (rules that ask for types look there), and what concerns all. While it stays the same, so does the verdict.
 * @param root folder of the repository
 * @returns by path from there
 */
export function lintKeys(root: string): Map<string, string> {
  const files = filesBelow(root, '');
  const all = new Set(files);
  const hashes = new Map<string, string>();
  const imports = new Map<string, readonly string[]>();
  const common: string[] = [];
  for (const file of files.filter((each) => linted.test(each) || each.endsWith('.json'))) {
    const text = readFileSync(path.join(root, file), 'utf8');
    hashes.set(file, sha256(text));
    if (isForAll.test(file) || /^ *declare (global|module)/m.test(text)) common.push(`${file} ${sha256(text)}`);
    if (linted.test(file)) imports.set(file, importedBy(file, text, all));
  }
  const keyOf = (file: string): string => {
    const behind = [...reachedFrom(file, imports)].sort().map((each) => `${each} ${hashes.get(each) ?? ''}`);
    return sha256([process.version, ...common, ...behind].join('\n'));
  };
  return new Map([...imports.keys()].map((file) => [file, keyOf(file)]));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return foreign.has(entry.name) ? [] : filesBelow(root, file);
    return [file];
  });
}

/** The files of ours that a text imports, by value or as types. */
function importedBy(file: string, text: string, all: ReadonlySet<string>): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const wanted = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
  return wanted.flatMap((name) => {
    const place = path.posix.join(path.posix.dirname(file), name);
    return ['', '.ts', '.d.ts', '.js', '/index.ts'].map((ending) => place + ending).find((each) => all.has(each)) ?? [];
  });
}

function reachedFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([start]);
  for (const file of reached) for (const next of imports.get(file) ?? []) reached.add(next);
  return reached;
}

/** The keys of the files that passed when they were last linted, as `lint.ts` notes them. */
export function recall(noteFile: string): ReadonlyMap<string, string> {
  if (!existsSync(noteFile)) return new Map();
  // It wrote them.
  return new Map(Object.entries(JSON.parse(readFileSync(noteFile, 'utf8')) as Record<string, string>));
}
