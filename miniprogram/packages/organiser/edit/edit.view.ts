import { workFailureText } from '../../../text/errors';
import type { SaveState } from '../draft/draft-session';
import type { FieldName } from '../draft/fields';
import type { ProposedAct } from '../services/acts';
import type { ListedCandidate } from '../services/candidates';
import type { Checklist, EditedPoll, PollFields } from '../services/polls';
import { editorWords, stepNames, stepText } from '../text/editor';
import { publishWords } from '../text/publish';
import { askedTexts, type Asked } from './asked.view';
import { basicsView } from './basics.view';
import { candidatesStepView } from './candidates-step.view';
import type { Side } from '../components/conflict-sheet/conflict-sheet.view';
import { pollConflictView } from './conflict.view';
import type { EditData } from './edit-data';
import { publishView } from './publish.view';
import { ruleStepView } from './rules.view';
import { saveSign } from './save-sign.view';
import { stepSentence } from './step-sentence.view';
import { steps, type StepName } from './steps';
import { timesView } from './times.view';

/** All that decides what the editor shows. */
export interface Edited {
  step: StepName;
  /** As they were typed. */
  fields: PollFields;
  /** As the cloud has them. */
  saved: PollFields;
  server: EditedPoll;
  state: SaveState;
  candidates: readonly ListedCandidate[];
  list: Checklist | undefined;
  /** What publishing asked for when the cloud looked last, shown where it is written. */
  asked: Asked | undefined;
  acts: readonly ProposedAct[];
  sides: Readonly<Partial<Record<FieldName, Side>>>;
  isPublishing: boolean;
}

/** @param now the server's time, epoch milliseconds */
export function editView(edited: Edited, now: number): Partial<EditData> {
  const { step, fields, saved, server, state, candidates, list, acts, sides } = edited;
  const place = steps.indexOf(step);
  const count = server.candidateCount;
  const asked = askedTexts(edited.asked, fields, now);
  return {
    kind: 'ready',
    failure: null,
    step,
    title: stepNames[step],
    progress: stepText(place + 1, steps.length),
    bars: steps.map((_, at) => ({ at, isDone: at <= place })),
    seen: stepSentence(step, fields, count),
    basics: step === 'basics' ? basicsView(fields, server, { ...asked, ...refusals(state, now) }) : null,
    times: step === 'times' ? timesView(fields, now, asked) : null,
    rules: step === 'rules' ? ruleStepView(fields, count, now, asked) : null,
    candidates: step === 'candidates' ? candidatesStepView(fields, candidates) : null,
    publish: step === 'publish' ? publishView(fields, list, acts, now, server.may) : null,
    sign: saveSign(state, fields),
    note: noteOf(state, now),
    conflict: state.kind === 'conflict' ? pollConflictView(state.by, state.clashes, saved, fields, sides, now) : null,
    next: nextButton(edited),
    hasBack: place > 0,
  };
}

/** What the cloud did not take, by field: one sentence beside each. */
function refusals(state: SaveState, now: number): Record<string, string> {
  if (state.kind !== 'refused') return {};
  const { title } = workFailureText(state.failure, now);
  return Object.fromEntries(state.fields.map((field) => [field, title]));
}

function noteOf(state: SaveState, now: number): EditData['note'] {
  if (state.kind !== 'waiting' && state.kind !== 'refused') return null;
  const said = workFailureText(state.failure, now);
  return state.kind === 'waiting' ? { ...said, detail: editorWords.keptHere } : said;
}

function nextButton({ step, list, acts, isPublishing }: Edited): EditData['next'] {
  if (step !== 'publish') return { text: editorWords.next, isReady: true };
  if (acts.some(({ act, state }) => act.kind === 'publish' && state === 'waiting'))
    return { text: publishWords.waitingTitle, isReady: false };
  if (isPublishing) return { text: publishWords.publishing, isReady: false };
  if (list === undefined) return { text: publishWords.checking, isReady: false };
  const missing = list.items.filter(({ level }) => level === 'missing').length;
  if (missing > 0) return { text: publishWords.missing(missing), isReady: false };
  return { text: list.needsSecondPerson ? publishWords.propose : publishWords.publish, isReady: true };
}
