import {
  afterFailure,
  isReminderAhead,
  mostAttempts,
  reminderDueAt,
  reminderEndsAt,
  reminderKinds,
} from '../../../../../cloudfunctions/shared/domain/reminders/due';
import { messageData, pageOf } from '../../../../../cloudfunctions/shared/domain/reminders/message';
import { parseTemplates } from '../../../../../cloudfunctions/shared/domain/reminders/templates';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const poll = {
  id: 'p1',
  title: '云川市十佳为民服务实事',
  organiser: '云川市人民政府办公室',
  stages: { voting: at('2026-11-20T09:00'), verifying: at('2026-11-25T18:00'), notice: at('2026-11-27T09:00') },
};
const endsAt = (end: string): object => ({ stages: { ...poll.stages, verifying: at(end) } });

describe('a reminder is due', () => {
  it.each([
    ['opening', '2026-11-20T09:00'],
    ['lastDay', '2026-11-25T09:00'],
    ['result', '2026-11-27T09:00'],
  ] as const)('%s: %s', (kind, text) => {
    expect(reminderDueAt(kind, poll)).toBe(at(text));
  });

  it.each([
    ['2026-11-25T12:00', '2026-11-25T09:00'],
    ['2026-11-25T11:59', '2026-11-24T09:00'],
    ['2026-11-26T00:00', '2026-11-25T09:00'],
    ['2026-11-26T00:01', '2026-11-25T09:00'],
  ])('when a vote ends at %s its last day is told of at %s, never in the night', (end, due) => {
    expect(reminderDueAt('lastDay', { ...poll, ...endsAt(end) })).toBe(at(due));
  });

  it('after the close, where the result would come with it', () => {
    const { voting, verifying } = poll.stages;
    expect(reminderDueAt('result', { stages: { voting, verifying } })).toBe(verifying + 60_000);
  });

  it('ahead only: not once it is over, and no last day of a vote of one afternoon', () => {
    expect(isReminderAhead('opening', poll, poll.stages.voting - 1)).toBe(true);
    expect(isReminderAhead('opening', poll, poll.stages.voting)).toBe(false);
    const short = { ...poll, ...endsAt('2026-11-20T18:00') };
    expect(isReminderAhead('lastDay', short, at('2026-11-19T09:00'))).toBe(false);
    for (const kind of reminderKinds) expect(reminderEndsAt(kind, poll)).toBeGreaterThan(reminderDueAt(kind, poll));
  });
});

it.each([
  [undefined, 1, 'unknown'],
  [43101, 1, 'done'],
  [40003, 1, 'done'],
  [-1, 1, 'again'],
  [45009, mostAttempts - 1, 'again'],
  [45009, mostAttempts, 'given up'],
])('after WeChat’s %s at attempt %i a message is %s', (errcode, attempt, outcome) => {
  expect(afterFailure(errcode, attempt)).toBe(outcome);
});

describe('a message', () => {
  const template = parseTemplates(
    JSON.stringify({
      verdict: { id: 't', fields: { thing1: 'name', phrase2: 'verdict', thing3: 'note', time4: 'at' } },
    }),
  ).verdict;

  it('says what its template asks for, cut to what WeChat takes', () => {
    const verdict = { name: '老旧小区加装电梯一件事一次办全流程代办服务', state: 'returned' as const };
    if (template === undefined) throw new Error('no template');
    expect(messageData('verdict', template, poll, at('2026-11-01T08:05'), verdict)).toEqual({
      thing1: '老旧小区加装电梯一件事一次办全流程代办…',
      phrase2: '已退回',
      thing3: '您的推荐有了结果，请您查看',
      time4: '2026年11月1日 08:05',
    });
  });

  it('is never empty where WeChat wants something', () => {
    const data = messageData('result', { id: 't', fields: { thing1: 'organiser' } }, { ...poll, organiser: ' ' }, 0);
    expect(data).toEqual({ thing1: '见详情' });
  });

  it('leads to where it speaks of, with nobody’s name', () => {
    expect(reminderKinds.map((kind) => pageOf(kind, { id: 'p1' }))).toEqual([
      'packages/voter/poll/poll?id=p1',
      'packages/voter/poll/poll?id=p1',
      'packages/voter/results/results?id=p1',
      'pages/mine/mine',
    ]);
  });
});

describe('the templates of an installation', () => {
  it('may be none at all', () => {
    expect(parseTemplates(undefined)).toEqual({});
    expect(parseTemplates(' ')).toEqual({});
  });

  it.each([
    ['opening', /TEMPLATES: JSON/],
    ['[]', /TEMPLATES: an object/],
    ['{"start":{}}', /TEMPLATES\.start: there are opening/],
    ['{"opening":{"fields":{"thing1":"title"}}}', /TEMPLATES\.opening\.id/],
    ['{"opening":{"id":"t"}}', /TEMPLATES\.opening\.fields: an object/],
    ['{"opening":{"id":"t","fields":{}}}', /TEMPLATES\.opening\.fields: the template/],
    ['{"opening":{"id":"t","fields":{"thing":"title"}}}', /fields\.thing: a field thing/],
    ['{"opening":{"id":"t","fields":{"time1":"title"}}}', /fields\.time1: one of at/],
    ['{"opening":{"id":"t","fields":{"phrase1":"verdict"}}}', /fields\.phrase1/],
    ['{"opening":{"id":"t","fields":{"thing1":"openid"}}}', /fields\.thing1: one of title/],
  ])('%s is refused by a sentence that names what is wrong', (text, message) => {
    expect(() => parseTemplates(text)).toThrow(message);
  });
});
