import fc from 'fast-check';
import { ranking } from '../../../../../miniprogram/packages/voter/results/ranking';
import { candidates } from '../../../samples';

const none = new Set<string>();

test('candidates stand by votes, with their share of all ballots', () => {
  const rows = ranking(candidates(3), { counts: { c1: 1, c2: 12_904, c3: 5 }, ballots: 20_781 }, undefined, none);
  expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
    ['c2', '1'],
    ['c3', '2'],
    ['c1', '3'],
  ]);
  expect(rows[0]).toMatchObject({ votes: '12,904', share: '62.1%', percent: 62.1 });
});

test('equal votes share a place, and the next place counts them', () => {
  const rows = ranking(candidates(4), { counts: { c1: 5, c2: 7, c3: 7, c4: 1 }, ballots: 9 }, undefined, none);
  expect(rows.map(({ rank }) => rank)).toEqual(['1', '1', '3', '4']);
});

test('a tie at the cut-off line stands above it: the line does not decide between equals', () => {
  const rows = ranking(candidates(4), { counts: { c1: 9, c2: 5, c3: 5, c4: 1 }, ballots: 9 }, 2, none);
  expect(rows.map(({ isInside }) => isInside)).toEqual([true, true, true, false]);
});

test('a withdrawn candidate closes the list without a place, whatever its votes', () => {
  const [first, ...others] = candidates(3);
  if (!first) throw new Error('no candidate');
  const rows = ranking([{ ...first, withdrawn: true }, ...others], { counts: { c1: 99 }, ballots: 99 }, 3, none);
  expect(rows.at(-1)).toMatchObject({ id: 'c1', rank: '–', isInside: false, name: '项目1', note: '已退出评选' });
  expect(rows[0]).toMatchObject({ rank: '1' });
});

test('a frozen candidate keeps its place, and its row says so', () => {
  const [first, ...others] = candidates(3);
  if (!first) throw new Error('no candidate');
  const frozen = { ...first, withdrawn: true, standing: { state: 'frozen', reason: '正在核实' } } as const;
  const rows = ranking([frozen, ...others], { counts: { c1: 99 }, ballots: 99 }, 3, none);
  expect(rows[0]).toMatchObject({ id: 'c1', rank: '1', isInside: true, name: '项目1', note: '暂停投票' });
});

test('what was chosen on this phone is marked', () => {
  const [row] = ranking(candidates(1), { counts: { c1: 2 }, ballots: 4 }, undefined, new Set(['c1']));
  expect(row).toMatchObject({ isMine: true, isRanked: true });
});

test('a place is one more than the number of candidates with more votes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), (votes) => {
      const counts = Object.fromEntries(votes.map((count, index) => [`c${index + 1}`, count]));
      const rows = ranking(candidates(votes.length), { counts, ballots: 50 }, undefined, none);
      expect(rows).toHaveLength(votes.length);
      for (const { id, rank } of rows) {
        const own = counts[id] ?? 0;
        expect(Number(rank)).toBe(votes.filter((other) => other > own).length + 1);
      }
    }),
  );
});
