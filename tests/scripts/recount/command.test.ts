import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bytesToHex } from '@noble/hashes/utils.js';
import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { formatVerifierKey } from '../../../cloudfunctions/shared/domain/ledger/note/verifier-key';
import { candidates, close, rulesText, vote, voidOf } from '../../cloudfunctions/shared/domain/ledger/sample-log';
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
