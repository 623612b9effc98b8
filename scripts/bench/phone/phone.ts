import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { buildMiniprogram } from '../../build/miniprogram';
import { startPreview, type Preview } from '../../preview/server';
import { gongping } from '../../start/program';
import { publishCrowdedPoll } from '../../trial/crowded-poll';
import { subpackagesOf, type AppConfig } from '../../wechat-files/app-config';
import type { BenchCloud } from '../bench-cloud';
import { median } from '../statistics';
import { writeEmptyProgram } from './empty-program';
import { drawPhoto } from './photo';
import { launchChromium, SlowPhone, type Opening, type Pictures } from './slow-phone';
import { tapThrough } from './tap-through';

export const candidates = 60;
const rounds = 5;
/** What a card of the poll opens: the main package and this one are all that a phone has fetched then. */
const opened = 'packages/voter';

export interface PhoneFigures {
  /** Milliseconds until the page could be used, the median of the rounds. */
  empty: number;
  poll: number;
  ratio: number;
  /** Milliseconds of own scripting and rendering, by what was tapped. */
  taps: Record<string, number>;
  /** Bytes of the largest setData, by page and component. */
  setData: [of: string, bytes: number][];
  /** What was asked for before anybody scrolled. */
  pictures: Pictures;
}

/** Opens a poll of 60 candidates on a slow phone, in turns with an empty page on the same engine, and taps through it. */
export async function measurePhone(cloud: BenchCloud): Promise<PhoneFigures> {
  const dir = await mkdtemp(path.join(tmpdir(), 'gongping-phone-'));
  // Twice as wide as its place on this phone.
  const content = drawPhoto(340, 255);
  const pollId = await publishCrowdedPoll(cloud.url, { candidates, picture: { name: 'photo.png', content } });
  const appDir = path.join(dir, 'app');
  await fetchedBy(await buildMiniprogram(), appDir);
  const emptyDir = await writeEmptyProgram(path.join(dir, 'empty'));
  const open = (folder: string): Promise<Preview> =>
    startPreview({ port: 0, cloudUrl: cloud.url, appDir: folder, program: gongping });
  const [poll, empty, browser] = await Promise.all([open(appDir), open(emptyDir), launchChromium()]);
  try {
    const pages = {
      empty: { address: addressOf(empty, 'empty/empty'), sign: '[role=button]' },
      poll: { address: addressOf(poll, `packages/voter/poll/poll?id=${pollId}`), sign: '[role=checkbox]' },
    };
    const times = { empty: [] as number[], poll: [] as number[] };
    // The first opening starts the cloud's functions, for which no phone is to blame.
    for (let round = 0; round <= rounds; round += 1) {
      for (const name of ['empty', 'poll'] as const) {
        const time = timeOf(await openOnce(browser, pages[name]));
        if (round > 0) times[name].push(time);
      }
    }
    const used = await useOnce(browser, pages.poll, { url: cloud.url, pollId });
    const [emptyTime, pollTime] = [median(times.empty), median(times.poll)];
    return { empty: emptyTime, poll: pollTime, ratio: pollTime / emptyTime, ...used };
  } finally {
    await Promise.all([browser.close(), poll.close(), empty.close()]);
    await rm(dir, { recursive: true });
  }
}

interface PageToOpen {
  address: string;
  sign: string;
}

async function openOnce(browser: Browser, { address, sign }: PageToOpen): Promise<Opening> {
  const phone = await SlowPhone.of(browser);
  try {
    return await phone.open(address, sign);
  } finally {
    await phone.close();
  }
}

/** What the network takes and what the thread works: never what this machine does beside. */
function timeOf({ network, work }: Opening): number {
  return network + work.tasks;
}

async function useOnce(
  browser: Browser,
  { address, sign }: PageToOpen,
  counted: { url: string; pollId: string },
): Promise<Pick<PhoneFigures, 'taps' | 'setData' | 'pictures'>> {
  const phone = await SlowPhone.of(browser);
  try {
    await phone.open(address, sign);
    await phone.rest();
    const pictures = { ...phone.pictures };
    const taps = await tapThrough(phone, counted);
    const setData = Object.entries(await phone.largestSetData()).sort(([, one], [, other]) => other - one);
    return { taps, setData, pictures };
  } finally {
    await phone.close();
  }
}

/** The mini-program as a phone has fetched it when somebody opens the poll. */
async function fetchedBy(built: string, out: string): Promise<void> {
  await cp(built, out, { recursive: true });
  const file = path.join(out, 'app.json');
  // The build has written it.
  const app = JSON.parse(await readFile(file, 'utf8')) as AppConfig;
  const others = subpackagesOf(app).filter(({ root }) => root !== opened);
  for (const { root } of others) await rm(path.join(out, root), { recursive: true });
  const subpackages = subpackagesOf(app).filter(({ root }) => root === opened);
  await writeFile(file, JSON.stringify({ ...app, subpackages }));
}

function addressOf({ url }: Preview, page: string): string {
  const settings = { as: '小李', bare: '1', width: '375', path: page };
  return `${url}/?${new URLSearchParams(settings).toString()}`;
}
