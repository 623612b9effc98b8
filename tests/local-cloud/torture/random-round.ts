import type { BallotRules } from '../../../cloudfunctions/shared/universal/poll';
import { seededRandom, wholeBetween, type Random } from '../../../scripts/random/random';

/** What happens in one round, drawn from its number alone, so that a round that failed can be run again by itself. */
export interface Round {
  rules: Partial<BallotRules>;
  /** As `parseFaults` reads them. */
  faults: string;
  /** By person: the choices of each cast, in order. */
  wishes: string[][];
  /** How often the sequencer is fired while people vote. */
  firings: number;
  /** Whether ballots may be set back: then those that came since are gone, and their voters' receipts with them. */
  isRestored: boolean;
  random: Random;
}

const rate = (random: Random, most: number): string => (0.02 + random() * most).toFixed(2);

/** All that the voter and the sequencer can meet. Neither of them uses a transaction, so none of theirs can conflict. */
const makers: ((random: Random) => string)[] = [
  (random) => `latency:ms=0-${wholeBetween(random, 5, 60)},rate=${rate(random, 0.5)}`,
  (random) => `lost:rate=${rate(random, 0.3)}`,
  (random) => `lost:rate=${rate(random, 0.6)},action=insertDocument`,
  (random) => `error:rate=${rate(random, 0.3)}`,
  (random) => `error:rate=${rate(random, 0.4)},code=SYS_ERR,action=modifyDocument`,
  (random) => `death:rate=${rate(random, 0.1)}`,
  (random) => `death:rate=${rate(random, 0.3)},action=insertDocument,when=after`,
  (random) => `timeout:ms=0-${wholeBetween(random, 20, 150)},rate=${rate(random, 0.15)}`,
  (random) => `timer-twice:rate=${rate(random, 0.6)}`,
  (random) => `timer-never:rate=${rate(random, 0.4)}`,
  () => 'cap:plan=entry',
  (random) => `stale:rate=${rate(random, 0.5)}`,
  (random) => `stale:rate=${rate(random, 0.6)},function=scheduler`,
  (random) => `restore:collection=ballots,function=scheduler,rate=${rate(random, 0.15)}`,
];

/** Draws round `number`: rules, people, their wishes, and one to four faults of fourteen. */
export function drawRound(number: number): Round {
  const random = seededRandom(`round ${number}`);
  const ballotsPerPeriod = wholeBetween(random, 1, 3);
  const perCandidate = wholeBetween(random, 0, 2);
  const rules = perCandidate === 0 ? { ballotsPerPeriod } : { ballotsPerPeriod, perCandidate };
  // Each kind takes its turn as the first, so that few rounds meet all of them.
  const chosen = [number % makers.length, ...Array.from({ length: wholeBetween(random, 0, 3) }, () => -1)];
  const faults = chosen.map((index) => {
    const maker = makers[index < 0 ? wholeBetween(random, 0, makers.length - 1) : index];
    return maker?.(random) ?? '';
  });
  const wishes = Array.from({ length: wholeBetween(random, 2, 5) }, () =>
    Array.from({ length: wholeBetween(random, 1, 4) }, () => `c${wholeBetween(random, 1, 5)}`),
  );
  const firings = wholeBetween(random, 1, 4);
  const isRestored = faults.some((fault) => fault.startsWith('restore'));
  return { rules, faults: [...faults, `seed=${number}`].join(';'), wishes, firings, isRestored, random };
}
