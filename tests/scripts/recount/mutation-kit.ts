import { entryCode } from '../../../cloudfunctions/shared/universal/ledger/bundle/entry-code';
import type { RecountCode } from '../../../cloudfunctions/shared/universal/ledger/bundle/recount-failure';

import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';

import {
  candidates,
  close,
  jury,
  restoreOf,
  rulesText,
  vote,
  voidOf,
} from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { assemble, bundleOf, complete, signerOf } from './sample-bundle';

/** A sound bundle with one thing wrong, and the name that every recounter has to give it. */
export type Mutation = readonly [what: string, bundle: string | Buffer, code: RecountCode];

/** What somebody knows of a log from elsewhere. */
export interface Given {
  key?: string;
  held?: string[];
  receipts?: { origin: string; leafHash: string }[];
}

/** A bundle beside what is known from elsewhere; a name where they do not go together, null where they do. */
export interface Comparison {
  what: string;
  bundle: string;
  given: Given;
  code: RecountCode | null;
}

export const ballots = [vote(1, 'a'), vote(2, 'a', 'b'), vote(3, 'b'), vote(4, 'c'), vote(5, 'a')];
export const poll = {
  candidates,
  entries: [rulesText, ...ballots, close(5), voidOf(2), voidOf(4), restoreOf(4), jury('评委', ['a', 9, 9])],
  published: [3, 6, 7],
};
export const signer = signerOf('gongping.example/p1');
/** The bundle that the mutations are made of. */
export const sound = bundleOf(poll);
export const lines = sound.trimEnd().split('\n');
export const { texts, result } = complete(poll, true);

/** Lines of a bundle as a file again; the count of lines at its end put right. */
export const whole = (changed: readonly string[]): string =>
  [...changed.slice(0, -1), `end ${changed.length - 1}`].map((line) => `${line}\n`).join('');
export const at = (start: string): number => lines.findIndex((line) => line.startsWith(start));
export const without = (start: string): string => whole(lines.filter((_, index) => index !== at(start)));
export const replaced = (start: string, from: string | RegExp, to: string): string =>
  whole(lines.map((line, index) => (index === at(start) ? line.replace(from, to) : line)));

/** A stranger who knows the format but not the key: entries get their right codes, checkpoints stay. */
export function forged(changed: readonly string[]): string {
  const texts = [...changed];
  const checkpoints = lines.filter((line) => line.startsWith('checkpoint'));
  const body: string[] = [];
  for (const [index, text] of texts.entries()) {
    const code = entryCode(nativeHasher.leaf(text));
    body.push(index === 0 ? `rules ${code} ${text}` : `entry ${index} ${code} ${text}`);
    if ([...poll.published, texts.length].includes(index + 1)) body.push(checkpoints.shift() ?? '');
  }
  const [head, tail] = [lines.slice(0, at('rules')), lines.slice(at('result'))];
  return whole([...head, ...body, ...tail]);
}

/** An organiser who signs whatever they like. */
export const signed = (changed: readonly string[], more: Partial<Parameters<typeof assemble>[0]> = {}): string =>
  assemble({ signer, candidates, texts: changed, published: poll.published, result, ...more });
export const swapped = (list: readonly string[], a: number, b: number): string[] =>
  list.map((text, index) => (index === a ? (list[b] ?? '') : index === b ? (list[a] ?? '') : text));
/** The list with some texts at `index` taken out and others put there. */
export function spliced(list: readonly string[], index: number, removed: number, ...added: string[]): string[] {
  const changed = [...list];
  changed.splice(index, removed, ...added);
  return changed;
}
export const inserted = (list: readonly string[], index: number, text: string): string[] =>
  spliced(list, index, 0, text);
