import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bytesToHex } from '@noble/hashes/utils.js';
import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { encodeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { readReceipt } from '../../../scripts/recount/read-receipt';
import { recountFile } from '../../../scripts/recount/recount-file';
import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { formatVerifierKey } from '../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import {
  candidates,
  close,
  rulesText,
  vote,
  voidOf,
  wholeRules,
} from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { machineLine } from '../../../cloudfunctions/shared/universal/ledger/receipt/copied-receipt';
import { entryCodeOfHex } from '../../../cloudfunctions/shared/universal/ledger/bundle/entry-code';
import { award, endedWhileOpen, onNotice } from './award-cases';
import { describePython, pythonCommand } from './python-recount';
import { bundleOf, checkpointOf, signerOf } from './sample-bundle';

const root = path.resolve(__dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entries = [rulesText, vote(1, 'a'), vote(2, 'a'), vote(3, 'b'), close(3), voidOf(3)];
const bundle = path.join(folder, 'poll.bundle');
writeFileSync(bundle, bundleOf({ candidates, entries, published: [2] }));
const signer = signerOf('gongping.example/p1');
const held = path.join(folder, 'checkpoint');
writeFileSync(held, checkpointOf(entries.slice(0, 3), signer));
const receipt = path.join(folder, 'receipt.json');
writeFileSync(
  receipt,
  JSON.stringify({ origin: signer.key.name, leafHash: bytesToHex(nativeHasher.leaf(vote(2, 'a'))), code: 'any' }),
);

function recount(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/recount.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

const undrawn = path.join(folder, 'undrawn.bundle');
writeFileSync(
  undrawn,
  bundleOf(
    { candidates, entries: [encodeEntry(wholeRules), vote(1, 'a', 'b'), close(1)], published: [] },
    { isResultLogged: false },
  ),
);
const awarded = path.join(folder, 'awarded.bundle');
writeFileSync(awarded, bundleOf(award, { isResultLogged: false }));
const noticed = path.join(folder, 'noticed.bundle');
writeFileSync(noticed, bundleOf(onNotice, { isResultLogged: false }));
const calledOff = path.join(folder, 'called-off.bundle');
writeFileSync(calledOff, bundleOf(endedWhileOpen));
/** What both commands say between the ranking and the end. */
const saysAll = (stdout: string): void => {
  expect(stdout).toMatch(/1\. 1 社区食堂: 100\.00 · 3 votes.* · won, and the award was revoked/);
  expect(stdout).toContain('Notices, 5 working days owed');
  expect(stdout).toContain('notice 1, 2026-12-07 10:00 to 2026-12-13 00:00: 1. 1 社区食堂 (甲, 乙)');
  expect(stdout).toContain('notice 2, 2026-12-08 10:00 to 2026-12-13 00:00: 1. 1 社区食堂 (甲, 乙)');
  expect(stdout).toContain('Revoked: 1 社区食堂: 材料不实 (第九条; 甲, 乙)');
};
const onNoticeSays = (stdout: string): void => {
  expect(stdout).toMatch(/1\. 1 社区食堂: .* · is to win, as far as notice goes/);
};
const calledOffSays = (stdout: string): void => {
  expect(stdout).toContain('Called off: 主办单位撤销 (甲, 乙); nobody wins');
  expect(stdout).not.toMatch(/ · wins|is to win|the close counted/);
};
/** What is said of two who share the one seat, which a lot is to give to one of them. */
const waits = [/^ *1\. 1 社区食堂: .* · waits for the lot$/m, /^ *1\. 2 .*: .* · waits for the lot$/m];

describe('npm run recount', () => {
  it('prints every check, every void and the result, and ends with 0', () => {
    const { stdout, stderr, status } = recount(
      bundle,
      '--key',
      formatVerifierKey(signer.key),
      '--checkpoint',
      held,
      '--receipt',
      receipt,
    );
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('✓ signed by the key that you gave');
    expect(stdout).toContain('✓ 7 entries, none missing, added, altered or out of order');
    expect(stdout).toContain('✓ 2 published checkpoints');
    expect(stdout).toContain('✓ 1 checkpoints from elsewhere');
    expect(stdout).toContain('✓ 1 ballots of the receipts');
    expect(stdout).toContain('void of entry 3: 机器投票 (第七条; 甲, 乙)');
    expect(stdout).toContain('Result: 2 ballots count, 1 are void');
    expect(stdout).toContain('1. 1 社区食堂: 75.00 · 2 votes · wins');
  });

  it('says of nobody that they win while a lot is to decide it', () => {
    const { stdout, status } = recount(undrawn);
    expect(status).toBe(0);
    for (const each of waits) expect(stdout).toMatch(each);
    expect(stdout).toContain('not drawn yet');
    expect(stdout).not.toContain('wins');
  });

  it('says what became of those who stood first', () => {
    saysAll(recount(awarded).stdout);
    onNoticeSays(recount(noticed).stdout);
    calledOffSays(recount(calledOff).stdout);
  });

  it('reads a receipt as it was copied in the app', () => {
    const copied = path.join(folder, 'receipt.txt');
    const lines = ['公评选票回执', '评选：“{今年}”的评选', readFileSync(receipt, 'utf8')];
    writeFileSync(copied, lines.join('\n'));
    expect(recount(bundle, '--receipt', copied).stdout).toContain('✓ 1 ballots of the receipts');
  });

  it('names what is wrong and where, and ends with 1', () => {
    const altered = path.join(folder, 'altered.bundle');
    writeFileSync(altered, bundleOf({ candidates, entries, published: [2] }).replace('["b"]', '["a"]'));
    const { stdout, status } = recount(bundle, altered);
    expect(stdout).toMatch(/✗ ENTRY_ALTERED, line \d+: entry 3 has not the code/);
    expect(status).toBe(1);
  });

  it('ends with 2 when it could not be run', () => {
    expect(recount(path.join(folder, 'nowhere'))).toMatchObject({ status: 2, stdout: '' });
    expect(recount()).toMatchObject({ status: 2 });
    expect(recount(bundle, '--receipt', held)).toMatchObject({ status: 2 });
    expect(recount('--unknown')).toMatchObject({ status: 2 });
    expect(recount('--help')).toMatchObject({ status: 0 });
  });
});

describePython('the command in Python', () => {
  it('says what became of those who stood first', () => {
    saysAll(pythonCommand(awarded).stdout);
    onNoticeSays(pythonCommand(noticed).stdout);
    calledOffSays(pythonCommand(calledOff).stdout);
  }, 60_000);

  it('says of nobody that they win while a lot is to decide it', () => {
    const { stdout, status } = pythonCommand(undrawn);
    expect(status).toBe(0);
    for (const each of waits) expect(stdout).toMatch(each);
    expect(stdout).not.toContain('wins');
  }, 60_000);

  const leafHash = bytesToHex(nativeHasher.leaf(vote(2, 'a')));
  const line = machineLine({
    code: entryCodeOfHex(leafHash),
    pollId: 'p1',
    period: 'once',
    nth: 1,
    origin: signer.key.name,
    leafHash,
    promisedAt: 0,
    keyId: '00000000',
    signature: `${'A'.repeat(86)}==`,
  });
  const put = (name: string, content: string | Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  it.each([
    ['JSON alone', line],
    [
      'the text that the app copies',
      `公评选票回执\n评选：“{今年}”的评选\n选票编码：${entryCodeOfHex(leafHash)}\n${line}\n`,
    ],
    ['that text with Windows’ line ends', `公评选票回执\r\n${line}\r\n`],
    ['a line that a messenger has broken', `公评选票回执\n${line.slice(0, 90)}\n${line.slice(90)}\n`],
  ])(
    'reads a receipt as %s, as the other command does',
    (name, text) => {
      const file = put(`python ${name}`, text);
      expect(pythonCommand(bundle, '--json', '--receipt', file)).toMatchObject({ status: 0, stderr: '' });
      expect(readReceipt(file)).toEqual({ origin: signer.key.name, leafHash });
      expect(pythonCommand(bundle, '--receipt', file).stdout).toContain(
        '✓ 1 ballots of the receipts given are in the log',
      );
    },
    60_000,
  );

  it.each([
    ['nothing', ''],
    ['no JSON', 'leafHash'],
    ['a list', `[${line}]`.replace(/[{}]/g, '')],
    ['a number', '5'],
    ['null', 'null'],
    ['a hash that is none', line.replace(leafHash, 'x')],
    ['a hash that is a number', line.replace(`"${leafHash}"`, '5')],
    ['no origin', line.replace('"origin"', '"from"')],
    ['an origin that is a list', line.replace(`"${signer.key.name}"`, '["a"]')],
    ['brackets without end', `{"a":${'['.repeat(100_000)}`],
    ['a number without end', `{"leafHash":${'9'.repeat(10_000)}}`],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x7b, 0x00])],
  ])('says that a receipt which holds %s is none, without a trace', (name, content) => {
    const file = put(`python no ${name}`, content);
    const { stdout, stderr, status } = pythonCommand(bundle, '--receipt', file);
    expect({ stdout, stderr, status }).toEqual({
      stdout: '',
      stderr: `${file} holds no receipt: the text that the app copies, or JSON with "origin" and "leafHash"\n`,
      status: 2,
    });
  });

  it.each([
    ['nothing', '', 'NOTE_MALFORMED'],
    ['no note', 'checkpoint', 'NOTE_MALFORMED'],
    ['bytes that are no UTF-8', Buffer.from('a\nb\xff\n\n', 'latin1'), 'NOTE_MALFORMED'],
    ['half a character', Buffer.concat([readFileSync(held), Buffer.of(0xe4, 0xb8)]), 'NOTE_MALFORMED'],
    ['no newline at its end', readFileSync(held, 'utf8').trimEnd(), 'NOTE_MALFORMED'],
    ['Windows’ line ends', readFileSync(held, 'utf8').replaceAll('\n', '\r\n'), 'NOTE_MALFORMED'],
    ['a signature cut short', readFileSync(held, 'utf8').replace(/.{8}\n$/, '\n'), 'SIGNATURE_INVALID'],
    ['a size that is none', readFileSync(held, 'utf8').replace('\n3\n', '\n03\n'), 'SIGNATURE_INVALID'],
    ['another’s name', readFileSync(held, 'utf8').replaceAll('p1', 'p2'), 'SIGNATURE_UNKNOWN'],
  ])(
    'names what is wrong with a checkpoint that holds %s, as the other command does',
    async (name, content, code) => {
      const file = put(`python checkpoint ${name}`, content);
      const { stdout, stderr, status } = pythonCommand(bundle, '--json', '--checkpoint', file);
      expect({ stdout, stderr, status }).toEqual({
        stdout: `{"ok":false,"code":"${code}","line":2}\n`,
        stderr: '',
        status: 1,
      });
      expect(outcomeLine(await recountFile(bundle, { held: [new Uint8Array(readFileSync(file))] }))).toBe(
        stdout.trimEnd(),
      );
    },
    60_000,
  );

  it.each([
    ['a file that is not there', ['--receipt', path.join(folder, 'nowhere')]],
    ['a folder', ['--checkpoint', folder]],
  ])('ends with 2 and a sentence when it is given %s', (_, args) => {
    const { stdout, stderr, status } = pythonCommand(bundle, ...args);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).not.toContain('Traceback');
    expect(stderr.trim()).not.toBe('');
  });
});
