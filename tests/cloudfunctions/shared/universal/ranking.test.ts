import fc from 'fast-check';
import { percentOf, percentText, rankByVotes } from '../../../../cloudfunctions/shared/universal/ranking';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `c${at}`, number: at + 1 }));

it('a rank is one more than the number of candidates with more votes; what was drawn shares none', () => {
  const votes = fc.array(fc.nat(5), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(votes, fc.infiniteStream(fc.nat()), (cast, stream) => {
      const candidates = numbered(cast.length);
      const count = { counts: Object.fromEntries(cast.map((each, at) => [`c${at}`, each])), ballots: 200 };
      const shared = rankByVotes(candidates, count);
      for (const { rank, votes: own } of shared) expect(rank).toBe(cast.filter((other) => other > own).length + 1);
      // A draw in any order for each rank that is shared.
      const tied = [...new Set(shared.map(({ rank }) => rank))]
        .map((rank) => shared.filter((each) => each.rank === rank).map(({ candidate }) => candidate.id))
        .filter((ids) => ids.length > 1)
        .map((ids) =>
          ids
            .map((id) => ({ id, by: stream.next().value }))
            .sort((a, b) => a.by - b.by)
            .map(({ id }) => id),
        );
      expect(rankByVotes(candidates, count, { lot: { tied } })).toEqual(shared);
      const drawn = rankByVotes(candidates, count, { lot: { tied, draw: '042' } });
      expect(drawn.map(({ rank }) => rank)).toEqual(cast.map((_, at) => at + 1));
      for (const ids of tied) {
        expect(drawn.map(({ candidate }) => candidate.id).filter((id) => ids.includes(id))).toEqual(ids);
      }
    }),
  );
});

it('a candidate that has the name of something every object has got no votes by that', () => {
  const candidates = [
    { id: 'constructor', number: 1 },
    { id: 'b', number: 2 },
  ];
  const rows = rankByVotes(candidates, { counts: { b: 1 }, ballots: 1 });
  expect(rows.map(({ candidate, votes, rank }) => [candidate.id, votes, rank])).toEqual([
    ['b', 1, 1],
    ['constructor', 0, 2],
  ]);
});

it('a share has one decimal, and no ballots are no division by zero', () => {
  expect(percentText(percentOf(12_904, 20_781))).toBe('62.1%');
  expect(percentText(percentOf(0, 0))).toBe('0.0%');
});
