import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { certificateCode, printedCode } from '../../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import { checkCertificate } from '../../../cloudfunctions/shared/universal/ledger/check/check-certificate';
import { plainHasher } from '../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { connect } from '../../../scripts/connect';
import { verifyEd25519 } from '../../../cloudfunctions/shared/platform/verify-ed25519';
import {
  at,
  byTwo,
  closedAward,
  noticedAward,
  outcomeFile,
  setTime,
  settle,
  type Team,
} from '../../support/awarded-poll';
import { eventually } from '../../support/eventually';
import { OrganiserClient } from '../../support/organiser-client';
import { programPages } from '../../support/program-pages';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { download, existingLogOf } from '../scheduler/support/public-log';

jest.setTimeout(180_000);

let cloud: TestCloud;
let team: Team;
beforeAll(async () => {
  cloud = await startTestCloud({ wechat: { pages: programPages } });
});
afterAll(() => cloud.close());

/** Who is of no team. */
const anyone = (): OrganiserClient => new OrganiserClient(cloud.url, 'oAnyone');

async function scenesOf(pollId: string): Promise<string[]> {
  return (await readAll<{ _id: string; scene: string }>(cloud.url, 'codes', { pollId })).map(({ scene }) => scene);
}

async function pagesOf(file: string): Promise<number> {
  const pdf = await readFile(path.join(cloud.dataDir, 'storage', file.replace(/^cloud:\/\/[^/]+\//, '')));
  return pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
}

/** What the website and the app say of a code, from the files that anybody can read. */
async function verdictOf(pollId: string, code: string): Promise<object> {
  const log = await existingLogOf(cloud, pollId);
  return checkCertificate(
    { code, log, candidates: [], seen: null },
    {
      hasher: plainHasher,
      verify: verifyEd25519,
      read: async (name) => {
        const file = await download(cloud, `${log.files}/${name}`);
        return file === undefined ? 'MISSING' : new Uint8Array(file);
      },
    },
  );
}

describe('papers of an award', () => {
  it('are none before the act that they are about', async () => {
    team = await closedAward(cloud, 'papers');
    const { owner, pollId } = team;
    const refused = (code: string): object => ({ ok: false, error: { code } });
    expect(await owner.ask('certificate.make', { pollId, design: 'plain' })).toMatchObject(refused('NOT_AWARDED'));
    expect(await owner.ask('award.print', { pollId })).toMatchObject(refused('NOT_AWARDED'));
    const one = { pollId, candidateId: team.ids[0] ?? '' };
    expect(await anyone().participate('certificate.get', one)).toMatchObject(refused('NOT_AWARDED'));
    expect(await owner.ask('notice.print', { pollId, size: 'a4' })).toMatchObject(refused('NO_NOTICE'));
    expect(await owner.ask('report.make', { pollId, kind: 'certified' })).toMatchObject(refused('NOT_CERTIFIED'));
  });

  it('the report of the verification and the notice for the wall follow once two persons have decided', async () => {
    team = await noticedAward(cloud, 'walls');
    const { owner, pollId } = team;
    const report = await owner.get('report.make', { pollId, kind: 'certified' });
    expect(report).toMatchObject({ pages: 1, name: expect.stringMatching(/^核验报告-年度实事walls-[-\d]{10}\.pdf$/) });
    expect(await pagesOf(report.file)).toBe(1);
    for (const size of ['a4', 'a3'] as const) {
      const notice = await owner.get('notice.print', { pollId, size });
      expect(notice).toMatchObject({ pages: 1, name: expect.stringMatching(/^公示-/) });
      expect(await pagesOf(notice.file)).toBe(1);
    }
    expect(await owner.ask('certificate.make', { pollId, design: 'plain' })).toMatchObject({
      error: { code: 'NOT_AWARDED' },
    });
    expect(await owner.ask('notice.print', { pollId, size: 'a5' as 'a4' })).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'size' } },
    });
  });

  it('certificates carry the code that the log gives them, and checked by it they are valid', async () => {
    const { owner, pollId, ids } = team;
    setTime(cloud, at('2026-02-28T09:00'));
    expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
    await settle(cloud);
    const [first = '', second = '', third = ''] = ids;
    const made = await owner.get('certificate.make', { pollId, design: 'upright' });
    expect(made).toMatchObject({ done: 2, of: 2, paper: { pages: 2 } });
    expect(await pagesOf(made.paper?.file ?? '')).toBe(2);
    const { origin } = await existingLogOf(cloud, pollId);
    const leaf = Buffer.from((await outcomeFile(cloud, pollId))?.result?.leaf ?? '', 'hex');
    const [code = '', other = ''] = [first, second].map((id) => certificateCode(origin, new Uint8Array(leaf), id));
    expect(await scenesOf(pollId)).toEqual(expect.arrayContaining([`${pollId}.${code}`, `${pollId}.${other}`]));
    // The texts of entries are public some moments behind their checkpoint.
    await eventually(async () => {
      await cloud.fireTimer('scheduler');
      expect(await verdictOf(pollId, code)).toMatchObject({ kind: 'valid', awarded: { candidateId: first, rank: 1 } });
    });
    // One of them, in the other designs; nothing is drawn again.
    cloud.resetStats();
    for (const design of ['wide', 'plain'] as const) {
      const one = await owner.get('certificate.make', { pollId, candidateId: second, design });
      expect(one).toMatchObject({ done: 1, of: 1, paper: { pages: 1, name: expect.stringContaining('实事乙') } });
    }
    expect(cloud.stats().calls).not.toHaveProperty('openapi.wxacode.getUnlimited');
    expect(await owner.ask('certificate.make', { pollId, candidateId: third, design: 'plain' })).toMatchObject({
      error: { code: 'CANDIDATE_NOT_FOUND', details: { field: 'candidateId' } },
    });
    // Whoever is awarded has it as a picture, from nobody of the team; it is the same code.
    const mine = await anyone().take('certificate.get', { pollId, candidateId: second });
    expect(mine.certificate).toMatchObject({
      code: printedCode(other),
      organiser: '云川市某小区',
      day: '2026年2月28日',
    });
    expect(mine.certificate.letter.map(({ text }) => text)).toContain('实事乙');
    expect(mine.file).toContain(`${pollId}.${other}`);
    expect(cloud.stats().calls).not.toHaveProperty('openapi.wxacode.getUnlimited');
    for (const [ask, code, field] of [
      [{ pollId, candidateId: third }, 'CANDIDATE_NOT_FOUND', 'candidateId'],
      [{ pollId: 'nowhere', candidateId: second }, 'POLL_NOT_FOUND', 'pollId'],
      [{ pollId: '../x', candidateId: second }, 'POLL_NOT_FOUND', 'pollId'],
    ] as const) {
      expect(await anyone().participate('certificate.get', ask)).toMatchObject({ error: { code, details: { field } } });
    }
    const list = await owner.get('award.print', { pollId });
    expect(list).toMatchObject({ pages: 1, name: expect.stringMatching(/^表彰名单-/) });
  });

  it('a revoked one has no certificate any more, what was printed says so when it is checked, and the list keeps its place', async () => {
    const { owner, pollId, ids } = team;
    const [first = ''] = ids;
    const revoke = { kind: 'revokeAward', candidateId: first, reason: '材料不实', clause: '第九条' } as const;
    expect(await byTwo(team, revoke)).toMatchObject({ ok: true });
    await settle(cloud);
    expect(await owner.ask('certificate.make', { pollId, candidateId: first, design: 'plain' })).toMatchObject({
      error: { code: 'AWARD_REVOKED', details: { field: 'candidateId' } },
    });
    expect(await anyone().participate('certificate.get', { pollId, candidateId: first })).toMatchObject({
      error: { code: 'AWARD_REVOKED', details: { field: 'candidateId' } },
    });
    expect(await owner.get('certificate.make', { pollId, design: 'plain' })).toMatchObject({
      of: 1,
      paper: { pages: 1 },
    });
    const { origin } = await existingLogOf(cloud, pollId);
    const leaf = Buffer.from((await outcomeFile(cloud, pollId))?.result?.leaf ?? '', 'hex');
    expect(await verdictOf(pollId, certificateCode(origin, new Uint8Array(leaf), first))).toMatchObject({
      kind: 'revoked',
      revocation: { reason: '材料不实' },
    });
    expect(await pagesOf((await owner.get('award.print', { pollId })).file)).toBe(1);
  });

  it('what is made is on the team’s trail, and WeChat’s refusal is told and mended by asking again', async () => {
    const { owner, pollId, ids } = team;
    const { entries } = await owner.get('trail.list', { pollId });
    const kinds = entries.map(({ what }) => what);
    for (const kind of ['certificate.make', 'award.print', 'notice.print', 'report.make'])
      expect(kinds).toContain(kind);
    const [, second = ''] = ids;
    await connect(cloud.url).database().collection('codes').where({ pollId }).remove();
    const mend = cloud.refuseOpenApi('wxacode.getUnlimited', 45009);
    const ask = { pollId, candidateId: second, design: 'plain' } as const;
    expect(await owner.ask('certificate.make', ask)).toMatchObject({ error: { code: 'WECHAT_UNAVAILABLE' } });
    const one = { pollId, candidateId: second };
    expect(await anyone().participate('certificate.get', one)).toMatchObject({ error: { code: 'WECHAT_UNAVAILABLE' } });
    mend();
    // Of however many at once it is one file.
    const files = await Promise.all(Array.from({ length: 8 }, () => anyone().take('certificate.get', one)));
    expect(new Set(files.map(({ file }) => file)).size).toBe(1);
    expect(await owner.get('certificate.make', ask)).toMatchObject({ paper: { pages: 1 } });
  });

  it('a name with a character that no typeface has is refused by that name, and nothing is put up', async () => {
    const { owner, pollId, ids } = team;
    const id = `${pollId}:${ids[1] ?? ''}`;
    await connect(cloud.url).database().collection('candidates').doc(id).update({ name: '𠮷野家' });
    for (const answer of [
      await owner.ask('certificate.make', { pollId, design: 'upright' }),
      await owner.ask('notice.print', { pollId, size: 'a4' }),
      await owner.ask('award.print', { pollId }),
    ]) {
      expect(answer).toMatchObject({
        error: { code: 'CHARACTERS_NOT_DRAWN', details: { characters: ['𠮷'], names: ['𠮷野家'] } },
      });
    }
  });
});
