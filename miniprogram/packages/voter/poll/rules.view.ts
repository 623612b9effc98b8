import type { PollReply } from '../../../services/polls';
import { isEachCounted, latestEndText, paceSentences, ruleSentences, tieText, voidText } from '../../../text/rules';
import { dateTimeText } from '../../../../cloudfunctions/shared/universal/times';
import { rangeText } from '../../../../cloudfunctions/shared/universal/numbers';
import { countInWords, figureWords, ruleSentence, ruleTerms, type Words } from '../../../text/poll-page';
import { attachmentNote } from '../../../text/attachments';
import { writtenRules } from '../../../text/poll-texts';

type Poll = PollReply['poll'];

export interface RuleFigure {
  of: 'choices' | 'ballots' | 'count';
  figure: string;
  /** Latin digits take the display face; words keep the text's. */
  isDigits: boolean;
  lines: readonly string[];
}

/** A line of the rules in full. */
export interface RuleRow {
  term: string;
  text: string;
}

export interface RulesView {
  figures: RuleFigure[];
  sentence: Words[];
  /** All rules, for the sheet. */
  rows: RuleRow[];
  /** The organiser's own words, '' if there are none. */
  summary: string;
  /** Documents to open. */
  attachments: { file: string; name: string; note: string }[];
  /** The supervising office's telephone, '' if none is named. */
  hotline: string;
}

/** The poll's ballot rules and count policy, as three figures and as one sentence. */
export function rulesView(poll: Poll): RulesView {
  const { choices, period, ballotsPerPeriod } = poll.rules;
  return {
    figures: [choicesFigure(poll), ballotsFigure(poll), countFigure(poll)],
    sentence: ruleSentence(choices, ballotsPerPeriod, period === 'daily', poll.measure),
    rows: ruleRows(poll),
    summary: poll.summary,
    attachments: (poll.attachments ?? []).map(({ file, name, size }) => ({
      file,
      name,
      note: attachmentNote({ file, size }),
    })),
    hotline: poll.hotline ?? '',
  };
}

function ruleRows(poll: Poll): RuleRow[] {
  const { rules, countPolicy, seats, lot } = poll;
  const span = ruleTerms.span(dateTimeText(poll.votingStartAt), dateTimeText(poll.votingEndAt));
  const rows: RuleRow[] = [
    { term: ruleTerms.time, text: `${span}。${latestEndText(poll.latestEndAt)}` },
    { term: ruleTerms.ballot, text: ruleSentences(rules, countPolicy, poll.measure).join('') },
  ];
  if (seats !== undefined) rows.push({ term: ruleTerms.seats, text: ruleTerms.seatsText(seats, poll.measure) });
  rows.push(
    { term: ruleTerms.tie, text: tieText(seats, lot) },
    { term: ruleTerms.void, text: voidText(poll.voidReasons) },
    { term: ruleTerms.changes, text: ruleTerms.changesText(poll.secondPerson === true) },
    { term: ruleTerms.pace, text: paceSentences(countPolicy) },
    { term: ruleTerms.secret, text: isEachCounted(countPolicy) ? ruleTerms.secretGuess : ruleTerms.secretText },
    { term: ruleTerms.order, text: ruleTerms.orderText },
  );
  return [...rows, ...writtenRules(poll)];
}

function choicesFigure({ rules, candidateCount, measure }: Poll): RuleFigure {
  const { min, max } = rules.choices;
  const { single, exact, range } = figureWords.choices;
  return {
    of: 'choices',
    figure: rangeText(min, max),
    isDigits: true,
    lines: [
      max === 1 ? single(measure) : min === max ? exact(max, measure) : range(measure),
      figureWords.among(candidateCount, measure),
    ],
  };
}

function ballotsFigure({ rules, measure }: Poll): RuleFigure {
  const every = figureWords.ballots[rules.period](countInWords(rules.ballotsPerPeriod));
  return {
    of: 'ballots',
    figure: String(rules.ballotsPerPeriod),
    isDigits: true,
    lines: [every, rules.perCandidate === undefined ? figureWords.final : figureWords.cap(rules.perCandidate, measure)],
  };
}

function countFigure({ countPolicy, step }: Poll): RuleFigure {
  switch (countPolicy.kind) {
    case 'live':
      return { of: 'count', ...figureWords.count.live[step], isDigits: false };
    case 'daily':
      return { of: 'count', figure: countPolicy.at, isDigits: true, lines: figureWords.count.daily };
    case 'afterClose':
      return { of: 'count', ...figureWords.count.afterClose, isDigits: false };
  }
}
