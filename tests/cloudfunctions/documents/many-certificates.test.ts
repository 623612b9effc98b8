import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { at, byTwo, noticedAward, setTime, settle, type Team } from '../../support/awarded-poll';
import { programPages } from '../../support/program-pages';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { noisyPicture } from '../shared/print/noisy-picture';

jest.setTimeout(600_000);

const winners = 300;
/** Forty characters, two of which only the rare font has. */
const nameOf = (place: number): string =>
  `家门口的二十四小时书房与社区共享自习空间建设及青少年阅读推广公益服务㙟䶮第${String(place).padStart(3, '0')}`;

let cloud: TestCloud;
let team: Team;
beforeAll(async () => {
  cloud = await startTestCloud({ wechat: { pages: programPages } });
  team = await noticedAward(cloud, 'many', {
    names: Array.from({ length: winners }, (_, place) => nameOf(place)),
    result: { seats: winners, decimals: 0, votes: { weight: 1, by: 'ballots' }, ties: [] },
  });
  setTime(cloud, at('2026-02-28T09:00'));
  expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  await settle(cloud);
});
afterAll(() => cloud.close());

const pathOf = (file: string): string => path.join(cloud.dataDir, 'storage', file.replace(/^cloud:\/\/[^/]+\//, ''));

async function codeFiles(): Promise<string[]> {
  const codes = await readAll<{ _id: string; scene: string; file: string }>(cloud.url, 'codes', {
    pollId: team.pollId,
  });
  return codes.filter(({ scene }) => /\.[0-9A-Z]{10}$/.test(scene)).map(({ file }) => file);
}

/** Asks until there is a file. @returns how many codes were drawn at each answer, and the file */
async function makeAll(): Promise<{ told: number[]; paper: { file: string; bytes: number; pages: number } }> {
  const told: number[] = [];
  for (;;) {
    const { done, of, paper } = await team.owner.get('certificate.make', { pollId: team.pollId, design: 'upright' });
    expect(of).toBe(winners);
    told.push(done);
    if (paper !== undefined) return { told, paper };
  }
}

test('three hundred certificates are made in parts that tell how far they are; one that is cut short draws nothing twice', async () => {
  cloud.resetStats();
  let kept = 0;
  // Its instance dies in the middle of the second part; what is kept by then stays.
  const mend = cloud.onDatabaseCall({
    before: ({ functionName, action, collection }) => {
      const isCode = functionName === 'documents' && action === 'database.insertDocument' && collection === 'codes';
      return isCode && (kept += 1) === 58 ? { killInstance: true } : undefined;
    },
  });
  const ask = { pollId: team.pollId, design: 'upright' } as const;
  expect(await team.owner.get('certificate.make', ask)).toEqual({ done: 40, of: winners });
  expect(await team.owner.ask('certificate.make', ask)).toMatchObject({ errCode: -504002 });
  mend();
  const before = (await codeFiles()).length;
  expect(before).toBeGreaterThanOrEqual(57);
  expect(before).toBeLessThan(60);

  const { told, paper } = await makeAll();
  expect(told).toEqual([...[40, 80, 120, 160, 200, 240].map((more) => Math.min(before + more, winners)), winners]);
  expect(paper.pages).toBe(winners);
  const pdf = await readFile(pathOf(paper.file));
  expect(pdf.length).toBe(paper.bytes);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(winners);
  // Those that were on their way when it was cut short, and no other one.
  expect(cloud.stats().calls['openapi.wxacode.getUnlimited']).toBe(winners + 60 - before);
});

test('with codes as heavy as WeChat’s they are one file of at most 15 MB', async () => {
  // WeChat's own take some 30 KB, and no two are alike; the local cloud's are some hundred bytes.
  const files = await codeFiles();
  await Promise.all(files.map((file, seed) => writeFile(pathOf(file), noisyPicture(180, seed))));
  const { told, paper } = await makeAll();
  expect(told).toEqual([winners]);
  expect(paper.bytes).toBeGreaterThan(winners * 30_000);
  expect(paper.bytes).toBeLessThan(15 * 1024 * 1024);
});
