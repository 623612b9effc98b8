import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '../../../../scripts/connect';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { programPages } from '../../../support/program-pages';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';

const day = 24 * 60 * 60 * 1000;
let cloud: TestCloud;
let owner: OrganiserClient;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1, wechat: { pages: programPages } });
  owner = new OrganiserClient(cloud.url, 'oOwner');
});
afterEach(() => cloud.close());

async function published(): Promise<string> {
  const now = Date.now();
  const stages = { voting: now + day, verifying: now + 60 * day, archived: now + 80 * day };
  const pollId = await readyPoll(owner, { opensAtOnce: false, stages });
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  return pollId;
}

async function fire(): Promise<void> {
  for (let firing = 0; firing < 20; firing++) await cloud.fireTimer('scheduler');
}

async function presentLink(file: string): Promise<{ url: string; expiresAt: number }> {
  const stored = path.join(cloud.dataDir, 'storage', file.replace(/^cloud:\/\/[^/]+\//, ''));
  // As the contract of link.get says.
  return JSON.parse(await readFile(stored, 'utf8')) as { url: string; expiresAt: number };
}

describe('a link that was handed out', () => {
  it('is renewed in its static file, so that it always opens the poll, until the poll is archived', async () => {
    const pollId = await published();
    const { file, url } = await owner.get('link.get', { pollId, channel: 'web' });
    const seen = new Set([url]);
    for (let days = 5; days < 80; days += 5) {
      cloud.setClock(days * day);
      await fire();
      const present = await presentLink(file);
      seen.add(present.url);
      expect(cloud.openLink(present.url)).toMatchObject({ query: `id=${pollId}&channel=web` });
    }
    expect(seen.size).toBeGreaterThan(4);
    cloud.setClock(200 * day);
    cloud.resetStats();
    await fire();
    expect(cloud.stats().calls).not.toHaveProperty('openapi.urllink.generate');
    expect(await readAll(cloud.url, 'links')).toMatchObject([{ renewAt: null }]);
  });

  it('is tried again when WeChat refuses, while the old one is good for twenty days', async () => {
    const pollId = await published();
    const { file, url } = await owner.get('link.get', { pollId });
    cloud.setClock(11 * day);
    const mend = cloud.refuseOpenApi('urllink.generate', 44990);
    await fire();
    expect(cloud.openLink((await presentLink(file)).url)).toBeDefined();
    mend();
    cloud.setClock(11.2 * day);
    await fire();
    expect((await presentLink(file)).url).not.toBe(url);
  });

  it('is not renewed for a poll that was called off', async () => {
    const pollId = await published();
    await owner.get('link.get', { pollId });
    await connect(cloud.url).database().collection('polls').doc(pollId).update({ status: 'withdrawn' });
    cloud.setClock(11 * day);
    cloud.resetStats();
    await fire();
    expect(cloud.stats().calls).not.toHaveProperty('openapi.urllink.generate');
  });
});
