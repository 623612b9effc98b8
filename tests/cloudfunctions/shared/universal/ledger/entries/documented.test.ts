import { readFileSync } from 'node:fs';
import path from 'node:path';
import { encodeEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';

const page = readFileSync(path.resolve(__dirname, '../../../../../../docs/log.md'), 'utf8');
const examples = [...page.matchAll(/^\| `(\w+)`.*\| `(\{.*\})` +\|$/gm)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

describe('the table of entries', () => {
  it('has one of each kind but the rules', () => {
    const kinds = [
      'ballot',
      'close',
      'void',
      'void',
      'withdraw',
      'jury',
      'sheet',
      'jury',
      'exclude',
      'draw',
      'notice',
      'result',
      'result',
      'revoke',
      'callOff',
    ];
    expect(examples.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each(examples)('shows $kind as it is written', ({ kind, text }) => {
    const entry = parseEntry(text);
    if (typeof entry === 'string') throw new Error(entry);
    expect(entry.kind).toBe(kind);
    expect(encodeEntry(entry)).toBe(text);
  });
});
