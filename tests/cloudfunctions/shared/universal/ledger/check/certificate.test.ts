import { createHash } from 'node:crypto';
import {
  certificateCode,
  printedCode,
  readCode,
} from '../../../../../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import {
  checkCertificate,
  type CertificateToCheck,
  type CertificateVerdict,
} from '../../../../../../cloudfunctions/shared/universal/ledger/check/check-certificate';
import { encodeEntryBundle } from '../../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-content';
import {
  parseTilePath,
  tileAt,
  tilePath,
} from '../../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-path';
import { plainHasher } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { verifyEd25519 } from '../../../../../../cloudfunctions/shared/platform/verify-ed25519';
import { noteSigner, PublishedLog } from '../../../../../support/published-log';
import { awardedLog, codeOf, leaf, origin, published, result, revokedLog, untilResult } from '../awarded-log';
import { candidates, revocationOf, vote } from '../sample-log';

function check(
  log: PublishedLog,
  code: string,
  more: Partial<CertificateToCheck> = {},
  read: (path: string) => Uint8Array | 'MISSING' | 'UNREACHABLE' = (path) => log.files.get(path) ?? 'MISSING',
): Promise<CertificateVerdict> {
  return checkCertificate(
    { code, log: log.claim, candidates, seen: null, ...more },
    { hasher: plainHasher, verify: verifyEd25519, read: (path) => Promise.resolve(read(path)) },
  );
}

describe('the code', () => {
  it('is the first fifty bits of the digest over name, result and candidate', () => {
    const digest = createHash('sha256')
      .update(Buffer.concat([Buffer.from(origin), Buffer.of(0), leaf, Buffer.of(0), Buffer.from('b')]))
      .digest();
    const bits = BigInt(`0x${digest.toString('hex')}`) >> 206n;
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const expected = Array.from({ length: 10 }, (_, at) => letters[Number((bits >> BigInt(45 - 5 * at)) & 31n)]);
    expect(codeOf('b')).toBe(expected.join(''));
    expect(codeOf('a')).not.toBe(codeOf('b'));
    expect(certificateCode('gongping.test/p2', leaf, 'b')).not.toBe(codeOf('b'));
  });

  it.each([
    ['C7QM4-1XD2K', 'C7QM41XD2K'],
    ['c7qm4 1xd2k', 'C7QM41XD2K'],
    [' C7QM4—1XD2K\n', 'C7QM41XD2K'],
    ['C7QM4－１ＸＤ２Ｋ', 'C7QM41XD2K'],
    ['c7qm4 lxd2k', 'C7QM41XD2K'],
    ['C7QM4-IXD2K', 'C7QM41XD2K'],
    ['O0oO0-o0O0o', '0000000000'],
    ['C7QM4\u200b1XD2K', 'C7QM41XD2K'],
    ['C.7.Q.M.4.1.X.D.2.K', 'C7QM41XD2K'],
    ['C7QM41XD2', null],
    ['C7QM41XD2KK', null],
    ['C7QM41XD2U', null],
    ['证书编号', null],
    ['', null],
    ['𝟘'.repeat(10), '0000000000'],
    ['../../../x', null],
  ])('that is typed as %j is read as %j', (typed, read) => {
    expect(readCode(typed)).toBe(read);
  });

  it('is read again as it is printed', () => {
    expect(readCode(printedCode(codeOf('b')))).toBe(codeOf('b'));
    expect(printedCode('C7QM41XD2K')).toBe('C7QM4-1XD2K');
  });
});

describe('a certificate', () => {
  it('is valid where the result has its winner, with the name and the grade that the log commits to', async () => {
    const log = awardedLog();
    expect(await check(log, codeOf('b'))).toEqual({
      kind: 'valid',
      awarded: { candidateId: 'b', name: '口袋公园', isNameInLog: true, rank: 1, level: '一等奖', index: 603 },
      size: 604,
      seen: { key: log.key, note: log.text('checkpoint') },
    });
    expect(await check(log, codeOf('a'))).toMatchObject({ kind: 'valid', awarded: { rank: 2, level: '二等奖' } });
  });

  it('is revoked behind a revocation, and the other one stays valid', async () => {
    expect(await check(revokedLog(), codeOf('a'))).toMatchObject({
      kind: 'revoked',
      awarded: { candidateId: 'a', index: 603 },
      revocation: { reason: '材料不实', clause: '第九条', index: 604 },
      size: 605,
    });
    expect(await check(revokedLog(), codeOf('b'))).toMatchObject({ kind: 'valid', size: 605 });
  });

  it('is none for a candidate without a seat, a code made up, one of another poll, and before the award', async () => {
    const none = { kind: 'none', hasResult: true };
    for (const code of [codeOf('c'), '0000000000', certificateCode('gongping.test/p2', leaf, 'b')]) {
      expect(await check(awardedLog(), code)).toMatchObject(none);
    }
    const early = published(untilResult, [603]);
    expect(await check(early, codeOf('b'))).toMatchObject({ kind: 'none', hasResult: false, size: 603 });
    expect(await check(early, codeOf('b'), { log: null })).toMatchObject({ kind: 'none', hasResult: false, size: 0 });
  });

  it('says that its name is not the log’s where the text was corrected since', async () => {
    const corrected = candidates.map((each) => (each.id === 'b' ? { ...each, name: '口袋花园' } : each));
    expect(await check(awardedLog(), codeOf('b'), { candidates: corrected })).toMatchObject({
      awarded: { name: '口袋花园', isNameInLog: false },
    });
  });
});

describe('whoever keeps the files', () => {
  it('cannot withhold a revocation behind an older checkpoint from who knows the newer size or has seen it', async () => {
    const log = revokedLog();
    const old = (path: string): Uint8Array | 'MISSING' =>
      log.files.get(path === 'checkpoint' ? 'checkpoints/604' : path) ?? 'MISSING';
    expect(await check(log, codeOf('a'), {}, old)).toMatchObject({ kind: 'revoked', size: 605 });
    const seen = { key: log.key, note: log.text('checkpoints/605') };
    const claim = { ...log.claim, size: 604 };
    expect(await check(log, codeOf('a'), { log: claim, seen }, old)).toMatchObject({
      kind: 'alarm',
      alarm: 'SHRUNK_LOG',
    });
    // To who sees it for the first time it is true as of that checkpoint, which is told.
    expect(await check(log, codeOf('a'), { log: claim }, old)).toMatchObject({ kind: 'valid', size: 604 });
  });

  it.each([/^tile\/entries/, /^tile\/0/, /^peaks/, /^checkpoint$/, /^checkpoints/])(
    'makes nothing valid by withholding %s',
    async (withheld) => {
      const log = revokedLog();
      const claim = { ...log.claim, size: withheld.source.startsWith('^checkpoints') ? 606 : log.size };
      for (const answer of ['MISSING', 'UNREACHABLE'] as const) {
        const read = (path: string): Uint8Array | 'MISSING' | 'UNREACHABLE' =>
          withheld.test(path) ? answer : (log.files.get(path) ?? 'MISSING');
        expect(await check(log, codeOf('a'), { log: claim }, read)).toEqual({ kind: 'unreachable' });
      }
    },
  );

  it('is found out by any byte that it alters in any file that was read', async () => {
    const log = revokedLog();
    const reads = new Set<string>();
    await check(log, codeOf('a'), {}, (path) => {
      reads.add(path);
      return log.files.get(path) ?? 'MISSING';
    });
    expect([...reads].filter((path) => parseTilePath(path) !== null).length).toBeGreaterThan(2);
    for (const path of reads) {
      const content = log.files.get(path) ?? new Uint8Array();
      for (const at of [0, Math.floor(content.length / 2), content.length - 1]) {
        const altered = content.slice();
        altered[at] = (altered[at] ?? 0) ^ 1;
        const read = (wanted: string): Uint8Array | 'MISSING' =>
          wanted === path ? altered : (log.files.get(wanted) ?? 'MISSING');
        const verdict = await check(log, codeOf('a'), {}, read);
        // An entry that nobody asks about may be altered; the checkpoint's own text is signed to the letter.
        const isElsewhere = path.startsWith('tile/entries') && verdict.kind === 'revoked';
        expect([path, at, isElsewhere ? 'alarm' : verdict.kind]).toEqual([path, at, 'alarm']);
      }
    }
  });

  it('cannot put an award or a revocation into the text that the tree does not have', async () => {
    const log = awardedLog();
    const forged = result.replace('"candidate":"b"', '"candidate":"c"');
    expect(forged).not.toBe(result);
    for (const texts of [
      [...untilResult, forged],
      [...untilResult, revocationOf('b')],
    ]) {
      const tile = tileAt('entries', 2, 604);
      if (tile === null) throw new Error('there is such a tile');
      log.files.set(
        tilePath(tile),
        encodeEntryBundle(texts.slice(512).map((text) => new Uint8Array(Buffer.from(text)))),
      );
      const code = certificateCode(origin, plainHasher.leaf(forged), 'c');
      expect(await check(log, code)).toMatchObject({ kind: 'alarm', alarm: 'LEAF_ALTERED' });
    }
  });

  it('cannot sign with another key, name another log, or fork what was seen', async () => {
    const log = revokedLog();
    const foreign = published([...untilResult, result], [604], new PublishedLog(origin));
    const wrongKey = (path: string): Uint8Array | 'MISSING' => foreign.files.get(path) ?? 'MISSING';
    expect(await check(log, codeOf('b'), {}, wrongKey)).toMatchObject({ kind: 'alarm', alarm: 'CHECKPOINT_FORGED' });
    const seen = { key: log.key, note: log.text('checkpoints/604') };
    expect(await check(foreign, codeOf('b'), { seen })).toMatchObject({ kind: 'alarm', alarm: 'KEY_CHANGED' });
    const named = { ...log.claim, origin: 'gongping.test/p2' };
    expect(await check(log, codeOf('b'), { log: named })).toMatchObject({
      kind: 'alarm',
      alarm: 'CHECKPOINT_OF_ANOTHER_LOG',
    });
    expect(await check(log, codeOf('b'), { log: { ...log.claim, key: 'x' } })).toMatchObject({
      kind: 'alarm',
      alarm: 'KEY_MALFORMED',
    });
    const keys = { log: noteSigner(origin) };
    const one = published([...untilResult, result], [604], new PublishedLog(origin, keys));
    const other = [...untilResult.slice(0, 100), vote(9999, 'c'), ...untilResult.slice(101), result, revocationOf('b')];
    const two = published(other, [605], new PublishedLog(origin, keys));
    const before = { key: one.key, note: one.text('checkpoint') };
    expect(await check(two, codeOf('b'), { seen: before })).toMatchObject({ kind: 'alarm', alarm: 'FORKED_LOG' });
    expect(await check(one, codeOf('b'), { log: null, seen: before })).toMatchObject({
      kind: 'alarm',
      alarm: 'SHRUNK_LOG',
    });
  });
});
