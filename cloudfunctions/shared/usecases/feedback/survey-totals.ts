import { leastShown, nextTotals, versionPause } from '../../domain/feedback/publication';
import { nextLookAt, textsGoAt, type Survey } from '../../domain/feedback/survey';
import { addTo, noCounts, type Counts } from '../../domain/feedback/totals';
import type { PublicSurvey } from '../../universal/survey';
import { uploadFile } from '../../platform/files';
import { countAnswers, dropSomeTexts, readChoices } from '../../store/feedback/answers';
import {
  findDue,
  listDueSurveys,
  lookAgainAt,
  moveTotals,
  nextSurveyAt,
  notePublished,
  type DueSurvey,
} from '../../store/feedback/surveys';
import { logFolder } from '../counting/log-folder';
import { inTurn, type Errand, type ErrandReport } from '../scheduling/errand';

/** So many are looked up at once. */
const atOnce = 100;

/**
 * Looks at each open survey once a day: moves its totals where they may move, and the public file with them; deletes what was written
 * on its day. A look costs the question how many have answered; where ten more have, one read for each thousand answers, three calls
 * and the file.
 */
export const surveyTotals: Errand = {
  name: 'surveys',
  // The first look at a survey is a day behind its opening.
  life: 12 * 60 * 60 * 1000,
  nextAt: nextSurveyAt,

  async run(now, left): Promise<ErrandReport> {
    const due = await listDueSurveys(now, atOnce);
    const { isThrough, faults } = await inTurn(due, left, (each) => lookAt(each, now, left));
    if (!isThrough) return { isDone: false, faults };
    const next = await nextSurveyAt();
    return { isDone: next === null || next > now || faults.length > 0, faults };
  },
};

/** @returns false when it broke off for want of time */
async function lookAt(due: DueSurvey, now: number, left: () => number): Promise<boolean> {
  const { survey } = due;
  const { pollId, k, until, totals: shown } = survey;
  if (until === undefined) throw new Error(`the survey ${pollId}:${k} is looked at and not open`);
  if (now >= textsGoAt(until)) {
    while (await dropSomeTexts(pollId, k)) if (left() <= 0) return false;
    await lookAgainAt(survey, null);
    return true;
  }
  // What was moved and not written is written as it was moved: whoever died in between leaves no second version of that day.
  if (due.isUnpublished) await publish(survey);
  const mayMoveAt = (shown?.at ?? -Infinity) + versionPause;
  const isMoved = await hasMoved(survey);
  if (isMoved && now < mayMoveAt) {
    await lookAgainAt(survey, mayMoveAt);
    return true;
  }
  if (isMoved) await move(survey, now);
  await lookAgainAt(survey, nextLookAt(until, now));
  return true;
}

/** Whether so many have answered since that its totals may move. */
async function hasMoved({ pollId, k, totals }: Survey): Promise<boolean> {
  return (await countAnswers(pollId, k)) >= (totals?.answers ?? 0) + leastShown;
}

/** Counts all answers anew, so that nothing can have been counted twice or left out, and shows what may be shown of that. */
async function move(survey: Survey, now: number): Promise<void> {
  const totals = nextTotals(survey.totals, await count(survey));
  if (totals === null) return;
  // Whoever is second publishes what the first one moved.
  await moveTotals(survey, { at: now, ...totals });
  const moved = await findDue(survey.pollId, survey.k);
  if (moved?.isUnpublished === true) await publish(moved.survey);
}

async function count({ pollId, k, questions }: Survey): Promise<Counts> {
  const counts = noCounts(questions);
  for await (const choices of readChoices(pollId, k)) addTo(counts, questions, choices);
  return counts;
}

async function publish(survey: Survey): Promise<void> {
  const { pollId, k } = survey;
  const file = publicSurvey(survey);
  if (file !== null) await uploadFile(`${logFolder(pollId)}/surveys/${k}.json`, Buffer.from(JSON.stringify(file)));
  await notePublished(survey);
}

/** @returns null where nothing may be shown */
function publicSurvey({ k, title, occasion, questions, until, totals }: Survey): PublicSurvey | null {
  if (totals === undefined || until === undefined) return null;
  const { at, answers, tables } = totals;
  const shown = questions.flatMap((question, place) =>
    question.isPublic ? [{ ...question, tables: tables[place] ?? [] }] : [],
  );
  return { v: 1, k, title, occasion, at, until, answers, questions: shown };
}
