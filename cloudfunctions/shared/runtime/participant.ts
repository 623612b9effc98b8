import type * as z from 'zod';
import type { Reply } from '../contract/errors';
import type { AnswerTo } from '../contract/answered';
import { participantContract, type ParticipantContract, type ParticipantProcedure } from '../contract/participant';
import { now } from '../platform/clock';
import { getCertificate } from '../usecases/exports/get-certificate';
import { describeForm, listMine, submitNomination } from '../usecases/nominations/nominate';
import { answerSurvey, getSurvey } from '../usecases/feedback/answer-survey';
import { appealObjection, listMyObjections } from '../usecases/outcome/follow-objection';
import { describeObjectionForm, submitObjection } from '../usecases/outcome/make-objection';
import { offerReminders, setReminders } from '../usecases/reminders/set-reminder';
import { getCode } from '../usecases/spread/get-code';
import { authorisePerson, type Person } from './person';
import { serve, type Procedure } from './serve';

type Answers = {
  [Name in ParticipantProcedure]: (
    input: z.output<ParticipantContract[Name]['input']>,
    openid: string,
  ) => Promise<AnswerTo<ParticipantContract[Name]>>;
};

const answers: Answers = {
  'nomination.form': (input, openid) => describeForm(input, openid, now()),
  'nomination.submit': (input, openid) => submitNomination(input, openid, now()),
  'nomination.mine': (input, openid) => listMine(input, openid),
  'objection.form': (input, openid) => describeObjectionForm(input, openid, now()),
  'objection.submit': (input, openid) => submitObjection(input, openid, now()),
  'objection.mine': (input, openid) => listMyObjections(input, openid),
  'objection.appeal': (input, openid) => appealObjection(input, openid, now()),
  'survey.get': (input, openid) => getSurvey(input, openid, now()),
  'survey.answer': (input, openid) => answerSurvey(input, openid, now()),
  'code.get': (input) => getCode(input, now()),
  'certificate.get': (input) => getCertificate(input, now()),
  'reminder.templates': (input, openid) => offerReminders(input, openid, now()),
  'reminder.set': (input, openid) => setReminders(input, openid, now()),
};

const procedures: Record<string, Procedure<Person>> = Object.fromEntries(
  Object.entries(participantContract).map(([name, { input }]): [string, Procedure<Person>] => {
    // Both tables have the same names.
    const answer = answers[name as ParticipantProcedure];
    return [name, { input, answer: (wanted, { openid }) => answer(wanted, openid) }];
  }),
);

/** Answers one event of the `participant` function. */
export function answerParticipant(event: unknown): Promise<Reply<unknown>> {
  return serve(event, procedures, authorisePerson);
}
