import { checksOf } from '../text/checks';
import { groupedText, rangeText } from '../../../cloudfunctions/shared/universal/numbers';
import { fullTimeText } from '../../../cloudfunctions/shared/universal/times';
import {
  awardTexts,
  candidateNames,
  choicesText,
  lotTexts,
  moreRulingsText,
  rulingText,
  seatsText,
  voidReasonText,
  withdrawnText,
  words,
} from '../text/page';
import { soundReport, type CountedFile } from '../text/report';
import type { BallotRules } from '../../../cloudfunctions/shared/universal/poll';
import type { Given, Sound } from '../worker/messages';
import { button, facts, focusable, make, ring } from '../../shared/elements';
import { fileFacts } from './file-facts';
import { keepActions } from './keep';
import { rankingTable } from './ranking-table';

/** More stand in the report alone: a page of a thousand helps nobody. */
const mostRulings = 200;

export interface Next {
  onAgain: () => void;
  /** To fill in more and count the same once more. */
  onMore: () => void;
}

/** The report on a sound bundle. @param file is asked late, since its fingerprint comes last */
export function showSound(sound: Sound, given: Given, file: () => CountedFile, next: Next): HTMLElement[] {
  const actions = keepActions(
    { copy: words.copy, download: words.download, fileName: '公评核对报告.txt' },
    () => soundReport(sound, given, file()),
    button(words.again, next.onAgain),
  );
  const isBare = given.key === undefined || given.receipts.length === 0;
  return [
    verdictCard(sound),
    resultCard(sound),
    checksCard(sound, given, isBare ? next.onMore : null),
    make('section.card', make('h2', words.facts), facts(logFacts(sound)), fileFacts(file())),
    actions,
  ];
}

function verdictCard({ origin }: Sound): HTMLElement {
  const heading = focusable(make('h2', words.passed));
  return make(
    'section.card.verdict',
    ring('tick'),
    make('div', heading, make('p', words.passedDetail), make('p', origin)),
  );
}

function checksCard(sound: Sound, given: Given, onMore: (() => void) | null): HTMLElement {
  const items = checksOf(sound, given).map(({ title, detail, isOpen }) =>
    make('li', ring(isOpen ? 'open' : 'tick'), make('div', make('strong', title), make('span', detail))),
  );
  const more = onMore ? [make('div.actions', button(words.more, onMore))] : [];
  return make('section.card', make('h2', words.checks), make('ul.checks', ...items), ...more);
}

function resultCard(sound: Sound): HTMLElement {
  const { result, lot, award, entries, candidates, rulings } = sound;
  const figures = facts(
    [
      [words.counting, groupedText(result.ballots)],
      [words.voidedBallots, groupedText(result.voided)],
      [words.entries, groupedText(entries)],
    ],
    'figures',
  );
  const card = make('section.card', make('h2', words.result), figures, rankingTable(sound));
  const nameOf = candidateNames(candidates);
  const fall = lotTexts(lot, result.draw, nameOf);
  if (fall.length > 0) card.append(make('h3', words.draw), make('ul.lines', ...fall.map((line) => make('li', line))));
  const after = awardTexts(award, nameOf);
  if (after.length > 0) {
    const title = award.callOff ? words.calledOff : words.award;
    card.append(make('h3', title), make('ul.lines', ...after.map((line) => make('li', line))));
  }
  if (result.voids.length > 0) {
    const lines = result.voids.map(({ reason, ballots }) => make('li', voidReasonText(reason, ballots)));
    card.append(make('h3', words.voidReasons), make('ul.lines', ...lines));
  }
  if (result.withdrawn) {
    const lines = result.withdrawn.map((each) => make('li', withdrawnText(each, nameOf)));
    card.append(make('h3', words.withdrawn), make('ul.lines', ...lines));
  }
  if (rulings.length > 0) {
    const lines = rulings.slice(0, mostRulings).map((ruling) => make('li', rulingText(ruling, nameOf)));
    const left = rulings.length - lines.length;
    if (left > 0) lines.push(make('li', moreRulingsText(left)));
    card.append(make('details', make('summary', words.rulings), make('ul.lines', ...lines)));
  }
  return card;
}

function ballotsText({ period, ballotsPerPeriod, choices: { min, max } }: BallotRules): string {
  return choicesText(rangeText(min, max), period === 'daily', ballotsPerPeriod);
}

function seatFacts(rules: Sound['rules']): [string, string][] {
  if (rules.v === 1) return [];
  const { result } = rules;
  if (result.seats !== undefined) return [[words.seats, seatsText(result.seats)]];
  const groups = 'groups' in result ? (result.groups ?? []) : [];
  return groups.map(({ id, seats }) => [words.seatsOf(id), seatsText(seats)]);
}

function logFacts({ origin, key, root, rules }: Sound): [string, Node | string][] {
  return [
    [words.origin, origin],
    [words.voting, `${fullTimeText(rules.start)} 至 ${fullTimeText(rules.end)}`],
    ...(rules.rules === undefined ? [] : [[words.choices, ballotsText(rules.rules)] satisfies [string, string]]),
    ...seatFacts(rules),
    [words.root, make('span.code', root)],
    [words.key, make('span.code', key)],
  ];
}
