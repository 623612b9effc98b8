import fc from 'fast-check';
import { placesOf } from '../../../../cloudfunctions/shared/universal/places';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `c${at}`, number: at + 1 }));

it('a place is one more than the number of candidates with more votes; what was drawn shares none', () => {
  const votes = fc.array(fc.nat(5), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(votes, fc.infiniteStream(fc.nat()), (counts, stream) => {
      const candidates = numbered(counts.length);
      const votesOf = ({ number }: { number: number }): number => counts[number - 1] ?? 0;
      const shared = placesOf(candidates, votesOf, undefined);
      for (const { candidate, place } of shared) {
        expect(place).toBe(counts.filter((other) => other > votesOf(candidate)).length + 1);
      }
      // A draw in any order for each place that is shared.
      const tied = [...new Set(shared.map(({ place }) => place))]
        .map((place) => shared.filter((each) => each.place === place).map(({ candidate }) => candidate.id))
        .filter((ids) => ids.length > 1)
        .map((ids) =>
          ids
            .map((id) => ({ id, by: stream.next().value }))
            .sort((a, b) => a.by - b.by)
            .map(({ id }) => id),
        );
      expect(placesOf(candidates, votesOf, { tied })).toEqual(shared);
      const drawn = placesOf(candidates, votesOf, { tied, draw: '042' });
      expect(drawn.map(({ place }) => place)).toEqual(counts.map((_, at) => at + 1));
      for (const ids of tied) {
        expect(drawn.map(({ candidate }) => candidate.id).filter((id) => ids.includes(id))).toEqual(ids);
      }
    }),
  );
});
