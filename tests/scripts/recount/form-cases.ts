import { createHash } from 'node:crypto';
import { candidateSheet } from '../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';

import { encodeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';

import { candidates, close, drawn, vote, wholeRules } from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { bundleOf } from './sample-bundle';

import { type Mutation, signer, sound, lines, whole, at, replaced, swapped, spliced, inserted } from './mutation-kit';

/** A poll under rules of version 3, whose one seat a lot decided. */
export const lots = {
  candidates,
  entries: [encodeEntry(wholeRules), vote(1, 'a', 'b'), close(1), drawn('042')],
  published: [1, 3],
};
const lotLines = bundleOf(lots).trimEnd().split('\n');
const lotsWithout = whole(
  spliced(
    lotLines,
    lotLines.findIndex((line) => line.startsWith('checkpoint ')),
    1,
  ),
);

/** The first byte of a text is broken. */
function brokenAt(bundle: string, text: string): Buffer {
  const bytes = Buffer.from(bundle);
  bytes[bytes.indexOf(text)] = 0xff;
  return bytes;
}

const marked = candidates.map((each, place) => (place === 0 ? { ...each, name: '社\ufffd食堂' } : each));
/** A replacement character that was signed, and one broken byte in its place: forgiving decoders read the same. */
const brokenReplacement = brokenAt(
  bundleOf({
    candidates: marked,
    entries: [encodeEntry({ ...wholeRules, candidateList: candidateSheet(marked) }), vote(1, 'a'), close(1)],
    published: [],
  }).replace('\ufffd', '\u0001'),
  '\u0001',
);

/** Points of small order, two that are written with more than the prime, and a mirror image. */
const weakKeys = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
];
function weakKey(hex: string): string {
  const bytes = Buffer.concat([Buffer.of(1), Buffer.from(hex, 'hex')]);
  const id = createHash('sha256').update(`${signer.key.name}\n`).update(bytes).digest('hex').slice(0, 8);
  return `${signer.key.name}+${id}+${bytes.toString('base64')}`;
}

/** Bundles that say the same, or nearly, and are not written as they are written. */
export const formMutations: readonly Mutation[] = [
  ['drop a checkpoint that the next one names', lotsWithout, 'CHECKPOINT_MISSING'],
  [
    'repeat a checkpoint',
    whole(inserted(lines, at('checkpoint '), lines[at('checkpoint ')] ?? '')),
    'CHECKPOINT_TWICE',
  ],
  ['put the key behind the candidates', whole(swapped(lines, 1, 2)), 'BUNDLE_MALFORMED'],
  ['put the candidates before the title', whole(swapped(lines, 0, 2)), 'BUNDLE_MALFORMED'],
  [
    'put a checkpoint before the rules',
    whole(inserted(lines, at('rules '), lines[at('checkpoint ')] ?? '')),
    'BUNDLE_MALFORMED',
  ],
  [
    'put white space into a checkpoint’s string',
    replaced('checkpoint ', 'checkpoint ', 'checkpoint  '),
    'BUNDLE_MALFORMED',
  ],
  ['put white space behind a checkpoint’s string', replaced('checkpoint ', /$/, ' '), 'BUNDLE_MALFORMED'],
  ['escape a letter of a checkpoint', replaced('checkpoint ', 'gongping', '\\u0067ongping'), 'BUNDLE_MALFORMED'],
  ['escape a dash of a checkpoint', replaced('checkpoint ', '—', '\\u2014'), 'BUNDLE_MALFORMED'],
  ['write a line break of a checkpoint otherwise', replaced('checkpoint ', '\\n', '\\u000a'), 'BUNDLE_MALFORMED'],
  [
    'add a stranger’s signature to a checkpoint',
    replaced('checkpoint ', /"$/, '— other AAAAAAAA\\n"'),
    'BUNDLE_MALFORMED',
  ],
  ['repeat a checkpoint’s signature', replaced('checkpoint ', /(— .*)"$/, '$1$1"'), 'BUNDLE_MALFORMED'],
  ['put an entry behind the end', `${sound}${lines[at('entry 3 ')] ?? ''}\n`, 'BUNDLE_MALFORMED'],
  [
    'put half a character behind the end',
    Buffer.concat([Buffer.from(sound), Buffer.of(0xe4, 0xb8)]),
    'BUNDLE_TRUNCATED',
  ],
  ['put a broken byte behind the end', Buffer.concat([Buffer.from(sound), Buffer.of(0xff, 0x0a)]), 'BUNDLE_MALFORMED'],
  ['break a byte of a name', brokenAt(sound, '社'), 'BUNDLE_MALFORMED'],
  ['break a byte behind a replacement character that is meant', brokenReplacement, 'BUNDLE_MALFORMED'],
  ['write a name in UTF-16', Buffer.from(sound, 'utf16le'), 'BUNDLE_MALFORMED'],
  ['put a byte order mark before all', `\ufeff${sound}`, 'BUNDLE_MALFORMED'],
  ['end lines as Windows does', sound.replaceAll('\n', '\r\n'), 'BUNDLE_MALFORMED'],
  ['never end the first line', 'x'.repeat(2_000_000), 'BUNDLE_MALFORMED'],
  ['never end a line', `${sound.slice(0, -6)}${'x'.repeat(2_000_000)}`, 'BUNDLE_MALFORMED'],
  ['write an entry of a megabyte', replaced('entry 3 ', /$/, ' '.repeat(1_000_000)), 'BUNDLE_MALFORMED'],
  ...weakKeys.map((hex): Mutation => [
    `take a key under which anybody can sign, ${hex.slice(0, 8)}`,
    replaced('key ', /key .*/, `key ${weakKey(hex)}`),
    'BUNDLE_MALFORMED',
  ]),
];
