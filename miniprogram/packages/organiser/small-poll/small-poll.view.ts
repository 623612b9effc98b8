import { dayLength, dayOf, instantOf } from '../../../../cloudfunctions/shared/universal/day';
import type { FailureState } from '../../../components/page-state/page-state.view';
import { momentText, weekdayText } from '../../../../cloudfunctions/shared/universal/times';
import { choices, type Choice } from '../components/choice-row/choice-row.view';
import type { PollLaunch } from '../services/polls';
import { mostOptions, seenText, smallPollWords as words } from '../text/small-poll';

const minute = 60 * 1000;

type Ending = 'today' | 'tomorrow' | 'week' | 'other';

/** What somebody has written; kept on the phone until it is published. */
export interface SmallPollForm {
  title: string;
  options: string[];
  most: number;
  ending: Ending;
  /** For an ending of one's own: "2026-11-24" and "18:00" in Asia/Shanghai. */
  day: string;
  time: string;
  isForGroup: boolean;
  name: string;
}

export interface OptionRow {
  at: number;
  /** The place, as the field's events name it. */
  field: string;
  number: number;
  label: string;
  value: string;
  error: string;
}

export type SmallPollView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      seen: string;
      title: string;
      options: OptionRow[];
      canRemove: boolean;
      canAdd: boolean;
      most: number;
      mostOfAll: number;
      endings: Choice[];
      isOtherEnd: boolean;
      day: string;
      time: string;
      dayText: string;
      endError: string;
      /** Absent where the page was not opened from a group's card: then everybody with the poll's card votes. */
      who: Choice[];
      name: string;
      button: { text: string; isReady: boolean };
      final: string;
    }
  | { kind: 'launched'; pollId: string; title: string; detail: string }
  | FailureState;

/** An empty form. @param now the server's time, epoch milliseconds @param name the one used last */
export function emptyForm(now: number, name: string): SmallPollForm {
  const ending = todaysEnd(now) === undefined ? 'tomorrow' : 'today';
  const other = dayOf(now + dayLength);
  return { title: '', options: ['', '', ''], most: 1, ending, day: other, time: '20:00', isForGroup: true, name };
}

export function isForm(stored: unknown): stored is SmallPollForm {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'options' in stored &&
    Array.isArray(stored.options) &&
    stored.options.every((option) => typeof option === 'string') &&
    'title' in stored &&
    'ending' in stored
  );
}

/** @param isInGroup the page was opened from a card in a chat group */
export function formView(form: SmallPollForm, isInGroup: boolean, isBusy: boolean, now: number): SmallPollView {
  const { title, options, most, ending, name, isForGroup } = form;
  const written = writtenOptions(form);
  const endAt = endOf(form, now);
  const lacking = lackOf(form, now);
  const ends = endingsAt(now);
  return {
    kind: 'ready',
    seen: seenText(title.trim(), most, endAt, now),
    title,
    options: options.map((value, at) => ({
      at,
      field: String(at),
      number: at + 1,
      label: words.option(at + 1),
      value,
      error: twinText(options, at),
    })),
    canRemove: options.length > 2,
    canAdd: options.length < mostOptions,
    most: Math.min(most, Math.max(1, written.length)),
    mostOfAll: Math.max(1, written.length),
    endings: choices<string>({ ...endingNames(ends, now), other: words.otherEnd }, ending in ends ? ending : 'other'),
    isOtherEnd: !(ending in ends),
    day: form.day,
    time: form.time,
    dayText: weekdayText(instantOf(form.day, form.time), now),
    endError: endAt < now + 10 * minute ? words.endTooSoon : '',
    who: isInGroup ? choices({ group: words.group, everyone: words.everyone }, isForGroup ? 'group' : 'everyone') : [],
    name,
    button: isBusy
      ? { text: words.launching, isReady: false }
      : { text: lacking ?? words.launch, isReady: lacking === null },
    final: name.trim() === '' ? words.final : words.finalBy(name.trim()),
  };
}

/** The form as the cloud takes it; null while something is missing. */
export function wishOf(
  form: SmallPollForm,
  now: number,
): Pick<PollLaunch, 'title' | 'organiser' | 'options' | 'most' | 'endAt'> | null {
  if (lackOf(form, now) !== null) return null;
  const options = writtenOptions(form);
  const [title, organiser, most] = [form.title.trim(), form.name.trim(), Math.min(form.most, options.length)];
  return { title, organiser, options, most, endAt: endOf(form, now) };
}

/** What the form lacks, as the button says it. */
function lackOf(form: SmallPollForm, now: number): string | null {
  if (form.title.trim() === '') return words.lacks.title;
  const written = writtenOptions(form);
  if (written.length < 2) return words.lacks.options;
  const twin = form.options.findIndex((_, at) => twinText(form.options, at) !== '');
  if (twin >= 0) return `${words.option(twin + 1)}${twinText(form.options, twin)}`;
  if (endOf(form, now) < now + 10 * minute) return words.lacks.end;
  return form.name.trim() === '' ? words.lacks.name : null;
}

function writtenOptions({ options }: SmallPollForm): string[] {
  return options.map((option) => option.trim()).filter((option) => option !== '');
}

function twinText(options: readonly string[], at: number): string {
  const option = options[at]?.trim() ?? '';
  const twin = options.findIndex((other) => other.trim() === option);
  return option === '' || twin === at ? '' : words.twice(twin + 1);
}

function endOf({ ending, day: on, time }: SmallPollForm, now: number): number {
  return endingsAt(now)[ending] ?? instantOf(on, time);
}

/** The ends that one tap chooses; today's only while an hour of it is left. */
function endingsAt(now: number): Partial<Record<Ending, number>> {
  const evening = (days: number): number => instantOf(dayOf(now + days * dayLength), '20:00');
  const today = todaysEnd(now);
  return { ...(today === undefined ? {} : { today }), tomorrow: evening(1), week: evening(7) };
}

function endingNames(ends: Partial<Record<Ending, number>>, now: number): Record<string, string> {
  return Object.fromEntries(Object.entries(ends).map(([ending, at]) => [ending, momentText(at, now)]));
}

/** At eight in the evening, later a minute before midnight. */
function todaysEnd(now: number): number | undefined {
  return ['20:00', '23:59'].map((time) => instantOf(dayOf(now), time)).find((end) => end - now >= 60 * minute);
}

/** After publishing. */
export function launchedView(
  { pollId, title, votingEndAt }: { pollId: string; title: string; votingEndAt: number },
  isForGroup: boolean,
  now: number,
): SmallPollView {
  const end = momentText(votingEndAt, now);
  const detail = isForGroup ? words.groupLaunched(end) : words.launchedDetail(end);
  return { kind: 'launched', pollId, title, detail };
}

/** The option that a refusal is about, by the place it has on the page; undefined where it is about something else. */
export function refusedOption(form: SmallPollForm, field: unknown): number | undefined {
  const sent = typeof field === 'string' ? /^options\.(\d+)$/.exec(field)?.[1] : undefined;
  if (sent === undefined) return undefined;
  const written = form.options.flatMap((option, at) => (option.trim() === '' ? [] : [at]));
  return written[Number(sent)];
}
