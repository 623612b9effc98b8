import { LogState } from '../../../../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { resultOf } from '../../../../../../cloudfunctions/shared/universal/ledger/count/result';
import { candidateSheet } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import type { ResultEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import type { WholeRulesEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/whole-rules';
import { seededRandom, wholeBetween, type Random } from '../../../../../../scripts/random/random';
import { handedIn, inOrder, revealed, rulesWithJury, type SampleSheet } from '../sample-jury';

/** Before a release 10,000; a seed, so that whatever fails, fails again. */
const rounds = Number(process.env.RANDOM_JURIES ?? 150);

interface RandomJury {
  rules: WholeRulesEntry;
  ids: string[];
  votes: number[];
  /** Points by criterion; null where the juror is recused. */
  sheets: { juror: string; points: (number[] | null)[] }[];
}

const labels = ['甲', '～', '𝄞', '__proto__', 'b', 'B', 'é'];
/** Small numbers come more often, as in life. */
const skewed = (random: Random, least: number, most: number): number =>
  Math.floor(least * (most / least) ** (random() * random()));

function randomJury(random: Random, most = { jurors: 50, candidates: 500 }): RandomJury {
  const ids = Array.from({ length: skewed(random, 2, most.candidates) }, (_, at) => `c${at}`);
  const jurors = skewed(random, 3, most.jurors);
  // Few points make ties.
  const mostPoints = random() < 0.5 ? wholeBetween(random, 1, 3) : 100;
  const criteria = Array.from({ length: wholeBetween(random, 1, 4) }, (_, at) => ({
    id: `k${at}`,
    name: `第${at}`,
    weight: wholeBetween(random, 0, 11) * 2 + 1,
  }));
  const rules = rulesWithJury(
    {
      weight: wholeBetween(random, 0, 49) * 2 + 1,
      most: mostPoints,
      criteria,
      drop: { top: wholeBetween(random, 0, 3), bottom: wholeBetween(random, 0, 3) },
      least: wholeBetween(random, 1, 5),
    },
    {
      seats: 1,
      decimals: wholeBetween(random, 0, 3),
      votes: { weight: wholeBetween(random, 0, 49) * 2 + 1, by: random() < 0.5 ? 'maximum' : 'rank' },
      ties: random() < 0.5 ? [] : [{ by: 'jury', criterion: 'k0' }],
    },
  );
  const sheets = Array.from({ length: jurors }, (_, at) => ({
    juror: `${labels[at % labels.length] ?? ''}${at}`,
    points: ids.map(() => (random() < 0.1 ? null : criteria.map(() => wholeBetween(random, 0, mostPoints)))),
  }));
  const list = candidateSheet(ids.map((id, at) => ({ id, number: at + 1, name: id })));
  return {
    rules: { ...rules, candidates: ids, candidateList: list, notice: { days: 1 } },
    ids,
    votes: ids.map(() => wholeBetween(random, 0, 9)),
    sheets,
  };
}

function sampleSheet({ ids }: Pick<RandomJury, 'ids'>, { juror, points }: RandomJury['sheets'][number]): SampleSheet {
  const inIdOrder = ids.map((id, at) => ({ id, given: points[at] ?? null })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    juror,
    scores: inIdOrder.flatMap(({ id, given }): SampleSheet['scores'] => (given === null ? [] : [[id, ...given]])),
    recused: inIdOrder.flatMap(({ id, given }) => (given === null ? [id] : [])),
  };
}

/** What the count says. @param submission in which order sheets are handed in */
function counted(jury: RandomJury, submission: readonly RandomJury['sheets'][number][] = jury.sheets): ResultEntry {
  const state = LogState.recount();
  const sheets = submission.map((sheet) => sampleSheet(jury, sheet));
  state.apply(jury.rules, []);
  for (const sheet of sheets) state.apply(handedIn(sheet));
  state.apply({ v: 1, kind: 'close', ballots: 0 });
  for (const sheet of inOrder(sheets)) {
    const entry = parseEntry(revealed(sheet));
    const refusal = typeof entry === 'string' ? entry : state.apply(entry);
    if (refusal) throw new Error(refusal);
  }
  jury.votes.forEach((votes, number) => (state.votes[number] = votes));
  return resultOf(state, { closeRoot: new Uint8Array(32) });
}

/** A fraction without any care for its size. */
type Ratio = readonly [bigint, bigint];
const compareRatios = ([a, b]: Ratio, [c, d]: Ratio): number => Number(a * d > c * b) - Number(a * d < c * b);
const shownRatio = ([n, d]: Ratio, decimals: number): string => {
  const scaled = (2n * n * 100n * 10n ** BigInt(decimals) + d) / (2n * d);
  const text = String(scaled).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
};
const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((all, each) => all + each, 0n);

/** The same by the specification's words, naively. */
function naive({ rules, ids, votes, sheets }: RandomJury): Record<string, unknown>[] {
  const { jury, votes: ruled, decimals, ties } = rules.result;
  if (!jury || !ruled) throw new Error('vote and jury');
  const weights = jury.criteria.map(({ weight }) => BigInt(weight));
  const byCodePoints = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const rows = ids.map((candidate, at) => {
    const given = sheets.flatMap(({ juror, points }) => {
      const own = points[at]?.map(BigInt);
      return own ? [{ juror, own, s: sum(own.map((point, k) => point * (weights[k] ?? 0n))) }] : [];
    });
    given.sort((a, b) => (a.s === b.s ? byCodePoints(a.juror, b.juror) : a.s < b.s ? -1 : 1));
    const { top, bottom } = jury.drop;
    if (given.length - top - bottom >= jury.least) {
      for (let gone = 0; gone < bottom; gone++) given.shift();
      for (let gone = 0; gone < top; gone++) given.pop();
    }
    const n = BigInt(Math.max(1, given.length));
    const byJury: Ratio = [sum(given.map(({ s }) => s)), n * sum(weights) * BigInt(jury.most)];
    const most = Math.max(...votes);
    const own = votes[at] ?? 0;
    const byPublic: Ratio =
      ruled.by === 'rank'
        ? [BigInt(votes.filter((other) => other <= own).length), BigInt(ids.length)]
        : [BigInt(most ? own : 0), BigInt(most || 1)];
    const [v, j] = [BigInt(ruled.weight), BigInt(jury.weight)];
    const score: Ratio = [v * byPublic[0] * byJury[1] + j * byJury[0] * byPublic[1], (v + j) * byPublic[1] * byJury[1]];
    const criterion: Ratio = [sum(given.map(({ own: points }) => points[0] ?? 0n)), n];
    return { candidate, at, byPublic, byJury, score, criterion };
  });
  type Row = (typeof rows)[number];
  const order = (a: Row, b: Row): number =>
    compareRatios(b.score, a.score) || (ties.length > 0 ? compareRatios(b.criterion, a.criterion) : 0);
  return [...rows]
    .sort((a, b) => order(a, b) || a.at - b.at)
    .map((row) => ({
      candidate: row.candidate,
      votes: votes[row.at],
      voided: 0,
      public: shownRatio(row.byPublic, decimals),
      jury: shownRatio(row.byJury, decimals),
      score: shownRatio(row.score, decimals),
      rank: 1 + rows.filter((other) => order(other, row) < 0).length,
      won: rows.every((other) => order(other, row) >= 0),
    }));
}

const small = { jurors: 9, candidates: 12 };
const rankOf = ({ ranking }: ResultEntry, id: string): number =>
  ranking.find(({ candidate }) => candidate === id)?.rank ?? 0;

describe('random juries', () => {
  it(`are counted as a naive count in whole fractions does, ${rounds} of them`, () => {
    const random = seededRandom('juries');
    let ties = 0;
    let hidden = 0;
    for (let round = 0; round < rounds; round++) {
      const jury = randomJury(random);
      const result = counted(jury);
      expect({ round, ranking: result.ranking }).toEqual({ round, ranking: naive(jury) });
      ties += Number(new Set(result.ranking.map(({ rank }) => rank)).size < result.ranking.length);
      const byScore = new Map(result.ranking.map(({ score, rank }) => [score, rank]));
      hidden += Number(result.ranking.some(({ score, rank }) => byScore.get(score) !== rank));
    }
    // What they were drawn for has to occur in them: shared ranks, and order among scores that look the same.
    expect(Math.min(ties, hidden)).toBeGreaterThan(rounds / 20);
  });

  it('come to the same in whatever order jurors hand in, and candidates stand', () => {
    const random = seededRandom('orders');
    for (let round = 0; round < 60; round++) {
      const jury = randomJury(random, small);
      const result = counted(jury);
      const shuffled = <Each>(items: readonly Each[]): Each[] =>
        items
          .map((item) => ({ item, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      expect(counted(jury, shuffled(jury.sheets)).ranking).toEqual(result.ranking);
      const places = shuffled(jury.ids.map((_, at) => at));
      const moved = <Each>(items: readonly Each[]): Each[] => places.flatMap((at) => items.slice(at, at + 1));
      const turned = counted({
        rules: { ...jury.rules, candidates: moved(jury.ids) },
        ids: moved(jury.ids),
        votes: moved(jury.votes),
        sheets: jury.sheets.map(({ juror, points }) => ({ juror, points: moved(points) })),
      });
      expect(new Set(turned.ranking)).toEqual(new Set(result.ranking));
    }
  });

  it('never lower a rank for more points, and a recusal changes nobody else’s mean', () => {
    const random = seededRandom('more');
    for (let round = 0; round < 120; round++) {
      const drawn = randomJury(random, small);
      // A criterion’s mean of those that are kept may fall with more points: another sheet is dropped then. The score may not.
      const jury = { ...drawn, rules: { ...drawn.rules, result: { ...drawn.rules.result, ties: [] } } };
      const before = counted(jury);
      const [who, at] = [wholeBetween(random, 0, jury.sheets.length - 1), wholeBetween(random, 0, jury.ids.length - 1)];
      const own = jury.sheets[who]?.points[at];
      const id = jury.ids[at] ?? '';
      const changed = (points: number[] | null): RandomJury => ({
        ...jury,
        sheets: jury.sheets.map((sheet, juror) =>
          juror === who ? { ...sheet, points: sheet.points.map((each, to) => (to === at ? points : each)) } : sheet,
        ),
      });
      if (!own) continue;
      const most = jury.rules.result.jury?.most ?? 0;
      const more = counted(changed(own.map((each) => Math.min(most, each + wholeBetween(random, 0, 2)))));
      expect(rankOf(more, id)).toBeLessThanOrEqual(rankOf(before, id));
      const means = ({ ranking }: ResultEntry): Map<string, string | undefined> =>
        new Map(ranking.flatMap((each) => (each.candidate === id ? [] : [[each.candidate, each.jury]])));
      expect(means(counted(changed(null)))).toEqual(means(before));
    }
  });
});
