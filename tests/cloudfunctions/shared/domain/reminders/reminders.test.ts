import {
  afterFailure,
  isReminderAhead,
  markOf,
  mostAttempts,
  nextLookAt,
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
    for (const kind of ['opening', 'lastDay', 'result', 'verdict'] as const) {
      expect(reminderEndsAt(kind, poll)).toBeGreaterThan(reminderDueAt(kind, poll));
    }
  });
});

describe('what is told when two persons do it', () => {
  const award = { ...poll, noticeDays: 5, latestEnd: at('2026-11-30T18:00') };
  const up = (n: number, until: string, more: object = {}) => ({
    ...award,
    outcome: { notice: { n, from: 0, until: at(until), office: '', phone: '', address: '', note: '' }, ...more },
  });

  it.each([
    ['notice', award, 0],
    ['notice', up(1, '2026-12-04T00:00'), 1],
    ['notice', up(3, '2026-12-10T00:00'), 3],
    ['extended', award, at('2026-11-25T18:00')],
  ] as const)('grows with each %s', (kind, known, mark) => {
    expect(markOf(kind, known)).toBe(mark);
  });

  it.each([
    ['notice', award, '2026-11-26T10:00', '2026-11-27T09:00'],
    ['notice', award, '2026-11-27T09:00', '2026-11-28T09:00'],
    ['notice', { stages: { voting: 0, verifying: at('2026-11-25T18:00') } }, '2026-11-20T10:00', '2026-11-25T18:00'],
    ['notice', up(1, '2026-12-04T00:00'), '2026-11-28T10:00', '2026-12-04T00:00'],
    ['notice', up(1, '2026-12-04T00:00'), '2026-12-20T10:00', '2026-12-21T10:00'],
    ['extended', award, '2026-11-21T10:00', '2026-11-25T18:00'],
  ] as const)('uncalled, a %s is looked for by the announced times, and then once a day', (kind, known, now, look) => {
    expect(nextLookAt(kind, known, at(now))).toBe(at(look));
  });

  it('is offered where it can still happen, and nowhere else', () => {
    const now = at('2026-11-21T10:00');
    expect(isReminderAhead('notice', award, now)).toBe(true);
    expect(isReminderAhead('notice', poll, now)).toBe(false);
    // Late as it is, a notice may still come, and the one that is over may still be corrected.
    expect(isReminderAhead('notice', up(1, '2026-12-04T00:00'), at('2026-12-20T10:00'))).toBe(true);
    const awarded = up(1, '2026-12-04T00:00', { awardedAt: at('2026-12-21T10:00') });
    expect(isReminderAhead('notice', awarded, at('2026-12-21T11:00'))).toBe(false);
    expect(reminderEndsAt('notice', awarded)).toBe(at('2026-12-21T10:00'));
    expect(isReminderAhead('extended', award, now)).toBe(true);
    expect(isReminderAhead('extended', poll, now)).toBe(false);
    expect(isReminderAhead('extended', { ...award, ...endsAt('2026-11-30T18:00') }, now)).toBe(false);
    expect(isReminderAhead('extended', award, at('2026-11-25T18:00'))).toBe(false);
    expect(reminderEndsAt('extended', award)).toBe(at('2026-11-25T18:00'));
  });

  it('says what happened, and until when it counts, in what WeChat takes', () => {
    const fields = { thing1: 'title', time2: 'at', thing3: 'note' } as const;
    const said = (kind: 'notice' | 'extended', seen: number) =>
      messageData(kind, { id: 't', fields }, up(2, '2026-12-05T00:00'), 0, { seen });
    expect(said('notice', 0)).toMatchObject({ time2: '2026年12月4日 23:59', thing3: '公示开始了，请您查看名单' });
    expect(said('notice', 1)).toMatchObject({ time2: '2026年12月4日 23:59', thing3: '公示延长或更正了，请您查看' });
    expect(said('extended', 1)).toMatchObject({
      time2: '2026年11月25日 18:00',
      thing3: '投票延长了，请看新的截止时间',
    });
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
    expect(messageData('verdict', template, poll, at('2026-11-01T08:05'), { verdict })).toEqual({
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
      'packages/outcome/notice/notice?id=p1',
      'packages/voter/results/results?id=p1',
      'packages/voter/poll/poll?id=p1',
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
