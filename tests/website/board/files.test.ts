import fc from 'fast-check';
import { readAddress } from '../../../website/shared/address';
import { learn, nothingKnown, type Known } from '../../../website/board/files/known';
import { pauseBeforeNext } from '../../../website/board/files/pace';
import { readPoll, readStandings } from '../../../cloudfunctions/shared/universal/read-board';
import { boardPoll, boardStandings, now } from '../support/board-files';

const page = 'https://town.example/board/';
const content = (value: unknown) => ({ kind: 'content', content: value }) as const;

describe('the page’s address', () => {
  const read = (query: string, allowed = '') => readAddress(page + query, allowed);

  it('names the poll’s folder, whole, relative, with a slash or a file behind it', () => {
    const folder = 'https://files.example/logs/shishi';
    for (const given of ['', '/', '/poll.json', '/standings.json', '/?sign=abc']) {
      expect(read(`?files=${encodeURIComponent(folder + given)}`)).toEqual({ kind: 'poll', folder, isHall: false });
    }
    expect(read('?files=../logs/shishi&view=hall')).toEqual({
      kind: 'poll',
      folder: 'https://town.example/logs/shishi',
      isHall: true,
    });
  });

  it('is missing, or none that can be fetched', () => {
    expect(read('')).toEqual({ kind: 'missing' });
    expect(read('?files=%20')).toEqual({ kind: 'missing' });
    expect(read('?files=javascript:alert(1)')).toMatchObject({ kind: 'unusable' });
  });

  it('is refused outside of the folders that the page’s owner allows', () => {
    const allowed = ' https://files.example/logs/  https://town.example/old ';
    const kindOf = (folder: string) => read(`?files=${folder}`, allowed).kind;
    expect(['https://files.example/logs/a', 'https://town.example/old'].map(kindOf)).toEqual(['poll', 'poll']);
    expect(
      [
        'https://evil.example/logs/a',
        'https://files.example/logs-of-others/a',
        'https://files.example.evil.example/logs/a',
        'https://files.example/logs/../mine/a',
      ].map(kindOf),
    ).toEqual(['refused', 'refused', 'refused', 'refused']);
  });
});

describe('what is known', () => {
  it('never goes back to an older count, whatever order copies arrive in', () => {
    const copies = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(copies, (arrivals) => {
        let known: Known = nothingKnown;
        for (const [batch, age, isHidden] of arrivals) {
          const before = known.standings;
          const told = boardStandings([batch], { batch, at: now + age, ...(isHidden ? { shown: null } : {}) });
          known = learn(known, { standings: content(told) });
          const [was, is] = [before?.shown?.batch ?? -1, known.standings?.shown?.batch ?? -1];
          expect(is).toBeGreaterThanOrEqual(was);
          if (is === was && before !== null) expect(known.standings?.at).toBeGreaterThanOrEqual(before.at);
        }
      }),
    );
  });

  it('takes a newer copy, and keeps what it has through failures', () => {
    let known = learn(nothingKnown, { poll: content(boardPoll()), standings: content(boardStandings([1])) });
    known = learn(known, { standings: content(boardStandings([2], { batch: 4 })) });
    expect(known.standings?.shown?.counts).toEqual({ c1: 2 });
    for (const kind of ['none', 'unreachable', 'foreign'] as const) {
      known = learn(known, { poll: { kind }, standings: content({ v: 2 }) });
      expect(known).toMatchObject({ failure: kind, poll: { id: 'shishi' }, standings: { shown: { batch: 4 } } });
    }
    expect(known.failures).toBe(3);
    known = learn(known, { standings: content(boardStandings([2], { batch: 4 })) });
    expect(known).toMatchObject({ failures: 0, failure: null });
  });
});

describe('a file', () => {
  it('is read when it has the shape, with or without what may be absent', () => {
    expect(readPoll(boardPoll())).toEqual(boardPoll());
    const { seats: _seats, ...bare } = boardPoll({ code: 'code.png', withdrawal: { reason: 'x', at: 1 } });
    expect(readPoll(bare)).toEqual(bare);
    const { log: _log, ...young } = boardStandings([], { shown: null, nextAt: now });
    expect(readStandings(young)).toEqual(young);
  });

  it('of any other shape is none', () => {
    const poll = boardPoll();
    const standings = boardStandings([1]);
    for (const wrong of [
      null,
      [],
      'x',
      { ...poll, v: 2 },
      { ...poll, title: 5 },
      { ...poll, stages: { voting: 1 } },
      { ...poll, countPolicy: 'never' },
      { ...poll, candidates: [{ id: 'c1' }] },
      { ...poll, candidates: {} },
      { ...poll, groups: ['a'] },
      { ...poll, withdrawal: {} },
    ]) {
      expect(readPoll(wrong)).toBeNull();
    }
    for (const wrong of [
      undefined,
      { ...standings, v: 2 },
      { ...standings, at: 'now' },
      { ...standings, shown: { ...standings.shown, counts: { c1: -1 } } },
      { ...standings, shown: { ...standings.shown, counts: { c1: '1' } } },
      { ...standings, ballots: 1.5 },
      { ...standings, log: { origin: 'o' } },
    ]) {
      expect(readStandings(wrong)).toBeNull();
    }
  });
});

describe('the next question', () => {
  const between = (state: Parameters<typeof pauseBeforeNext>[0]) =>
    [0, 1].map((chance) => pauseBeforeNext(state, chance));

  it('comes after about two seconds, so that a ballot that waited two for the scheduler is followed within five', () => {
    expect(between({ failures: 0, isHidden: false, isDone: false })).toEqual([1_700, 2_300]);
  });

  it('waits longer behind another window, after the last count, and after failures', () => {
    expect(between({ failures: 0, isHidden: true, isDone: false })).toEqual([25_500, 34_500]);
    expect(between({ failures: 0, isHidden: false, isDone: true })).toEqual([51_000, 69_000]);
    const pauses = [1, 2, 3, 4, 5, 6, 60].map((failures) =>
      pauseBeforeNext({ failures, isHidden: false, isDone: false }, 0.5),
    );
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });
});
