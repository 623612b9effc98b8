import { resultRows, resultsSheets } from '../../../../cloudfunctions/shared/domain/exports/results-sheet';
import type { BoardCandidate } from '../../../../cloudfunctions/shared/universal/board';
import { rankByVotes } from '../../../../cloudfunctions/shared/universal/ranking';
import { readPoll } from '../../../../cloudfunctions/shared/universal/read-board';
import { ranking } from '../../../../miniprogram/packages/voter/results/ranking';
import { rank, unrankedRows, withdrawnRows } from '../../../../website/board/view/ranking';
import { boardPoll } from '../../../website/support/board-files';

// One count, as it is shown on a phone, on the board and in the team's table.

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const plain = ids.map((id, at) => ({ id, number: at + 1, name: `候选${id}`, unit: '市民政局' }));
const states = new Map<string, 'frozen' | 'withdrawn'>([
  ['b', 'frozen'],
  ['e', 'withdrawn'],
  ['f', 'withdrawn'],
]);

/** As the cloud's answers name them. */
const told = plain.map((each) => {
  const state = states.get(each.id);
  return state ? { ...each, withdrawn: true, standing: { state, reason: '正在核实' } } : each;
});

/** As the board's file names them. */
const published: BoardCandidate[] = plain.map((each) => {
  const state = states.get(each.id);
  return state ? { ...each, [state]: true } : each;
});

/** a, b and c stand equal; who left has the most. */
const count = { counts: { a: 5, b: 5, c: 5, d: 1, e: 1, f: 9 }, ballots: 16 };

/** Each line as rank, name, votes, share and what is said of it. */
type Line = [rank: string, name: string, votes: string, share: string, note: string];

function onPhone(lot?: { tied: string[][]; draw?: string }): Line[] {
  // The wire knows no absent property that is undefined.
  return ranking(told as Parameters<typeof ranking>[0], count, 2, new Set(), lot).map((row) => {
    return [row.rank, row.name, row.votes, row.share, row.note];
  });
}

function onBoard(lot?: { tied: string[][]; draw?: string }): Line[] {
  const ranked = rank(published, count, 2, lot).map(({ rank: place, name, votes, share, note }): Line => {
    return [place, name, votes, share, note];
  });
  // They stand below their own heading.
  const left = withdrawnRows({ candidates: published }, count).map(({ rank: place, name, votes, share }): Line => {
    return [place, name, votes, share, '已退出评选'];
  });
  return [...ranked, ...left];
}

function inTable(lot?: { tied: string[][]; draw?: string }): Line[] {
  const rows = resultRows(rankByVotes(told, count, { lot }), new Map(), lot);
  const facts = { title: '十佳实事', organiser: '市民政局', ballots: 16, asOf: 0, isFinal: true };
  return (resultsSheets(rows, facts)[0]?.rows ?? []).map(([place, , name, , votes, percent, note]): Line => {
    return [String(place ?? '–'), String(name), String(votes), `${Number(percent).toFixed(1)}%`, String(note ?? '')];
  });
}

const lines: Line[] = [
  ['1', '候选a', '5', '31.3%', ''],
  ['1', '候选b', '5', '31.3%', '暂停投票'],
  ['1', '候选c', '5', '31.3%', ''],
  ['4', '候选d', '1', '6.3%', ''],
  ['–', '候选e', '1', '6.3%', '已退出评选'],
  ['–', '候选f', '9', '56.3%', '已退出评选'],
];

const ways = [
  ['on a phone', onPhone],
  ['on the board', onBoard],
  ['in the table', inTable],
] as const;

describe.each(ways)('%s', (_, shown) => {
  it('who is frozen keeps its place and is called so, who left takes none, and equals share theirs', () => {
    expect(shown()).toEqual(lines);
  });

  it('a drawn lot gives equals a place of their own', () => {
    const drawn = shown({ tied: [['c', 'a', 'b']], draw: '042' });
    expect(drawn.map(([place, name]) => place + name)).toEqual([
      '1候选c',
      '2候选a',
      '3候选b',
      '4候选d',
      '–候选e',
      '–候选f',
    ]);
  });
});

it('who is frozen keeps a rank, and who left has none, in what is heard as in what is seen', () => {
  const rows = ranking(told as Parameters<typeof ranking>[0], count, 2, new Set());
  expect(rows.find(({ id }) => id === 'b')).toMatchObject({
    isRanked: true,
    rank: '1',
    name: '候选b',
    note: '暂停投票',
  });
  expect(rows.find(({ id }) => id === 'f')).toMatchObject({ isRanked: false, name: '候选f', note: '已退出评选' });
});

it('the board says who is frozen before there is a count as well', () => {
  expect(unrankedRows({ candidates: published }).map(({ id, rank: place, note }) => [id, place, note])).toEqual([
    ['a', '–', ''],
    ['b', '–', '暂停投票'],
    ['c', '–', ''],
    ['d', '–', ''],
  ]);
});

it('a board’s file from before it named the frozen is read, and they stand as withdrawn there', () => {
  const left = plain.slice(0, 1).map((each): BoardCandidate => ({ ...each, withdrawn: true }));
  const old = readPoll(JSON.parse(JSON.stringify(boardPoll({ candidates: left }))));
  expect(rankByVotes(old?.candidates ?? [], count)).toMatchObject([{ participation: 'withdrawn', rank: null }]);
});
