import { storageAddress } from '../../../miniprogram/installation';
import { readPublicPoll } from '../../../miniprogram/services/public-files';
import { serverNow } from '../../../miniprogram/stores/clock';
import { publicFiles } from '../public-files';

type Answer = { statusCode: number; data: unknown; header?: Record<string, string> } | { errMsg: string };

const asked: string[] = [];

/** WeChat's plain requests, answered by the file's name. */
function answer(answers: Readonly<Record<string, Answer>>): void {
  asked.length = 0;
  const request = ({ url, success, fail }: { url: string; success(got: object): void; fail(got: object): void }) => {
    asked.push(url);
    const got = answers[new URL(url).pathname.split('/').at(-1) ?? ''] ?? { statusCode: 404, data: '' };
    if ('errMsg' in got) fail(got);
    else success({ header: {}, ...got });
  };
  // Only what is used above exists; anything else fails the test by its name.
  Object.assign(globalThis, { wx: { request } });
}

const { poll, standings } = publicFiles();
const ok = (data: unknown): Answer => ({ statusCode: 200, data });

describe("a poll's public files", () => {
  it("are asked for at the installation's own storage alone, each question past every cache", async () => {
    answer({ 'poll.json': ok(poll), 'standings.json': ok(standings) });
    expect(await readPublicPoll('p1')).toEqual({ poll, standings });
    expect(asked.map((url) => url.split('?')[0])).toEqual([
      `${storageAddress}/logs/p1/poll.json`,
      `${storageAddress}/logs/p1/standings.json`,
    ]);
    expect(asked.every((url) => /\?t=\d+$/.test(url))).toBe(true);
  });

  it.each(['', '..', '../media/p2', 'https://elsewhere.example', 'p1/../p2', 'p1?x', 'p1#', '%2e%2e', '评选'])(
    'are not looked for where a link names “%s”',
    async (id) => {
      answer({ 'poll.json': ok(poll), 'standings.json': ok(standings) });
      expect(await readPublicPoll(id)).toBe('MISSING');
      expect(asked).toEqual([]);
    },
  );

  it.each<[string, Answer, string]>([
    ['is not there', { statusCode: 404, data: '<Error/>' }, 'MISSING'],
    ['is hidden by the storage', { statusCode: 403, data: '<Error/>' }, 'MISSING'],
    ['comes from a storage out of order', { statusCode: 503, data: '' }, 'UNREACHABLE'],
    ['cannot be reached', { errMsg: 'request:fail timeout' }, 'UNREACHABLE'],
    ['lies at a domain that was not registered', { errMsg: 'request:fail url not in domain list' }, 'CLOSED'],
    ['is no JSON', ok('<html>'), 'FOREIGN'],
    ['is of another version', ok({ ...poll, v: 2 }), 'FOREIGN'],
    ['is of another poll', ok({ ...poll, id: 'p2' }), 'FOREIGN'],
  ])('a file that %s is told apart', async (_, got, expected) => {
    answer({ 'poll.json': got, 'standings.json': ok(standings) });
    expect(await readPublicPoll('p1')).toBe(expected);
  });

  it("tell the server's time, however the phone's clock goes and however long a cache kept them", async () => {
    jest.useFakeTimers();
    const at = Date.parse('2026-11-23T10:30:00+08:00');
    const header = { Date: new Date(at).toUTCString(), age: '20' };
    answer({ 'poll.json': { statusCode: 200, data: poll, header }, 'standings.json': ok(standings) });
    await readPublicPoll('p1');
    expect(serverNow()).toBe(at + 20_000);
    jest.useRealTimers();
  });
});
