import { WorkCalendar } from '../../../../../cloudfunctions/shared/universal/calendar';
import { builtInCalendar } from '../../../../../cloudfunctions/shared/universal/calendar-years';
import { publicVote } from '../../../../../cloudfunctions/shared/domain/poll/usual-rules';
import { checklist, type Checked } from '../../../../../cloudfunctions/shared/domain/editing/checklist';
import { contentOf, findTemplate, templates } from '../../../../../cloudfunctions/shared/domain/editing/templates';
import { stageOutOfOrder } from '../../../../../cloudfunctions/shared/domain/editing/times';

const now = Date.parse('2026-03-23T10:00:00+08:00');
const hour = 3600_000;
const day = 24 * hour;

const candidates = ['社区食堂', '夜间公园', '校车专线'].map((name, index) => ({
  id: `c${index}`,
  number: index + 1,
  name,
  unit: '单位',
  sentence: '一句话',
  media: [],
}));
const [services] = templates;

/** An award with nothing left to do. */
function complete(): Checked {
  if (services === undefined) throw new Error('there are templates');
  const content = contentOf(services, builtInCalendar, now);
  return {
    content: {
      ...content,
      organiser: '市政府办公室',
      summary: '简介',
      approval: '云政办〔2026〕18号',
      hotline: '0500-12345',
      objectionChannel: '市政府办公室，工作日九点到五点',
      rules: { ...content.rules, choices: { min: 1, max: 2 } },
      result: publicVote(2),
    },
    kind: 'award',
    cover: null,
    attachments: [],
    candidates,
    approvers: 2,
    judges: 2,
    waitingNominations: 0,
    chatGroups: 0,
    calendar: builtInCalendar,
    now,
  };
}

const lot = { draw: '福彩3D 第2026330期开奖号码', digits: 3 };

/** Ten minutes after the end that may still come. */
const latestDraw = ({ content: { stages } }: Checked): number => stages.verifying + hour + 10 * 60_000;

function withLot(checked: Checked, tie: { draw?: string; at?: number; digits?: number }): Checked {
  const { content } = checked;
  const result: Checked['content']['result'] = { ...content.result, ties: [{ by: 'lot', draw: '', ...tie }] };
  return { ...checked, content: { ...content, result, latestEnd: content.stages.verifying + hour } };
}

const codes = (checked: Checked): string[] => checklist(checked).map(({ code, level }) => `${level} ${code}`);

it('an award that has everything is ready, with nothing to warn of', () => {
  expect(codes(complete())).toEqual([]);
});

it.each<[string, (checked: Checked) => Checked, string[]]>([
  ['a title', (c) => ({ ...c, content: { ...c.content, title: ' ' } }), ['missing title']],
  ['its purpose', (c) => ({ ...c, content: { ...c.content, purpose: '' } }), ['missing purpose']],
  ['the approval it rests on', (c) => ({ ...c, content: { ...c.content, approval: '' } }), ['missing approval']],
  [
    'an objection channel, where the template’s blanks are still there',
    (c) => ({ ...c, content: { ...c.content, objectionChannel: '请联系：（部门、地址、时间）' } }),
    ['missing objectionChannel'],
  ],
  ['a telephone', (c) => ({ ...c, content: { ...c.content, hotline: '' } }), ['warning hotline']],
  [
    'two candidates',
    (c) => ({ ...c, candidates: c.candidates.slice(0, 1) }),
    ['missing rules', 'missing result', 'missing candidates'],
  ],
  [
    'rules that a voter can satisfy',
    (c) => ({ ...c, content: { ...c.content, rules: { ...c.content.rules, choices: { min: 4, max: 4 } } } }),
    ['missing rules'],
  ],
  ['what a public lot draws, when and how many digits', (c) => withLot(c, {}), Array<string>(3).fill('missing lot')],
  [
    'a lot whose draw comes after the latest end',
    (c) => withLot(c, { ...lot, at: latestDraw(c) - 1 }),
    ['missing lot'],
  ],
  ['a lot with a source', (c) => withLot(c, { ...lot, at: latestDraw(c), draw: ' ' }), ['missing lot']],
  ['nothing more of a whole lot', (c) => withLot(c, { ...lot, at: latestDraw(c) }), []],
  ['somebody else to approve', (c) => ({ ...c, approvers: 1 }), ['missing secondPerson']],
  ['a passed cover', (c) => ({ ...c, cover: 'pending' }), ['missing picture']],
  [
    'passed pictures',
    (c) => ({
      ...c,
      candidates: c.candidates.map((each, index) => (index > 0 ? each : { ...each, media: ['review'] })),
    }),
    ['missing picture'],
  ],
  [
    'candidates of different names',
    (c) => ({
      ...c,
      candidates: c.candidates.map((each) => ({ ...each, name: each.number > 1 ? '同名' : each.name })),
    }),
    ['missing candidateTwice'],
  ],
  [
    'candidates whose names look different',
    (c) => ({
      ...c,
      candidates: c.candidates.map((each) => ({
        ...each,
        name: ['人口普查进社区', '人ロ普查进社区'][each.number - 1] ?? each.name,
      })),
    }),
    ['warning candidateLooksAlike'],
  ],
  [
    'the texts of a candidate',
    (c) => ({ ...c, candidates: c.candidates.map((each, index) => (index > 0 ? each : { ...each, sentence: '' })) }),
    ['warning candidateText'],
  ],
  ['decided nominations', (c) => ({ ...c, waitingNominations: 2 }), ['warning nominations']],
  [
    'a start that is ahead',
    (c) => ({
      ...c,
      content: {
        ...c.content,
        stages: { ...c.content.stages, nominating: now - 2 * day, promoting: now - day, voting: now - hour },
      },
    }),
    ['missing votingStart'],
  ],
  [
    'stages in order',
    (c) => ({
      ...c,
      content: { ...c.content, stages: { ...c.content.stages, promoting: c.content.stages.voting + hour } },
    }),
    ['missing stageOrder'],
  ],
  [
    'a latest end behind the end and ahead of the notice',
    (c) => ({ ...c, content: { ...c.content, latestEnd: c.content.stages.verifying - 1 } }),
    ['missing latestEnd'],
  ],
  [
    'five working days of notice',
    (c) => ({
      ...c,
      content: { ...c.content, stages: { ...c.content.stages, awarded: (c.content.stages.notice ?? 0) + 4 * day } },
    }),
    ['missing noticeDays'],
  ],
  ['two who may award, where there is a notice', (c) => ({ ...c, judges: 1 }), ['missing secondPerson']],
])('without %s it says so', (_, change, expected) => {
  expect(codes(change(complete()))).toEqual(expected);
});

it('an award is warned where each ballot moves the count, neighbours are not', () => {
  const award = complete();
  const countPolicy = { kind: 'live', step: 1 } as const;
  const each = { ...award, content: { ...award.content, countPolicy } };
  expect(codes(each)).toEqual(['warning countStep']);
  expect(codes({ ...each, kind: 'contest' })).toEqual(['warning countStep']);
  expect(codes({ ...each, kind: 'small' })).toEqual([]);
});

it('each ballot moves the count by itself in the template for a class alone', () => {
  const steps = templates.map(({ id, content }) => [
    id,
    content.countPolicy.kind === 'live' && content.countPolicy.step,
  ]);
  expect(Object.fromEntries(steps)).toMatchObject({ small: 1, blank: undefined, talent: undefined });
  for (const { kind, content } of templates)
    if (kind === 'award') expect(content.countPolicy).not.toHaveProperty('step');
});

const unwritten = {
  summary: '',
  purpose: '',
  approval: '',
  hotline: '',
  objectionChannel: '',
  voidReasons: [],
  criteria: [],
};

it('what an award needs is asked for awards only: neighbours need a title and a name, a contest a word on itself', () => {
  const award = complete();
  const asked = (kind: Checked['kind'], content = {}): string[] =>
    codes({ ...award, kind, content: { ...award.content, ...unwritten, ...content } });
  const needed = ['summary', 'purpose', 'approval', 'objectionChannel'].map((code) => `missing ${code}`);
  expect(asked('award')).toEqual([...needed, 'warning hotline', 'warning voidReasons']);
  expect(asked('contest')).toEqual(['missing summary', 'warning voidReasons']);
  expect(asked('small')).toEqual([]);
  expect(asked('small', { title: '', organiser: '' })).toEqual(['missing title', 'missing organiser']);
});

it('a notice of five working days and the texts of candidates are asked for awards only', () => {
  const { notice: _, awarded: __, ...stages } = complete().content.stages;
  const bare = { ...complete(), content: { ...complete().content, stages } };
  const candidates = bare.candidates.map((each) => ({ ...each, unit: '', sentence: '' }));
  const kindly = (kind: Checked['kind']): string[] => codes({ ...bare, candidates, kind });
  expect(kindly('award')).toEqual(['missing noticeDays', ...Array<string>(3).fill('warning candidateText')]);
  expect(kindly('contest')).toEqual([]);
  expect(kindly('small')).toEqual([]);
});

it('one person may publish a poll that owes no notice', () => {
  const { notice: _, ...stages } = complete().content.stages;
  const alone = { ...complete(), kind: 'contest' as const, judges: 1, approvers: 1 };
  const content = { ...alone.content, secondPerson: false };
  expect(codes({ ...alone, content: { ...content, stages } })).toEqual([]);
  expect(codes({ ...alone, content })).toEqual(['missing secondPerson']);
});

it('a contest begins without a notice, so that one person may end it', () => {
  for (const { kind, stages } of templates) if (kind !== 'award') expect(stages.notice).toBeUndefined();
});

it.each([
  ['00:10', '2026-11-23T20:00'],
  ['10:00', '2026-11-23T20:00'],
  ['19:00', '2026-11-23T20:00'],
  ['19:01', '2026-11-23T23:59'],
  ['22:59', '2026-11-23T23:59'],
  // Less than an hour of the day is left.
  ['23:00', '2026-11-24T20:00'],
  ['23:59', '2026-11-24T20:00'],
])('a small poll that is made at %s ends at %s', (time, end) => {
  const small = contentOf(findTemplate('small'), builtInCalendar, Date.parse(`2026-11-23T${time}:00+08:00`));
  expect(small.stages.verifying).toBe(Date.parse(`${end}:00+08:00`));
  expect(small.opensAtOnce).toBe(true);
});

it.each(templates.map((template) => [template.name, template] as const))('%s begins in order', (_, template) => {
  const content = contentOf(template, builtInCalendar, now);
  expect(content.stages.voting).toBeLessThan(content.stages.verifying);
  if (!content.opensAtOnce) expect(stageOutOfOrder(content.stages)).toBeNull();
  if (template.kind === 'award') {
    const awarded = content.stages.awarded ?? 0;
    const checked = { ...complete(), content: { ...complete().content, stages: content.stages } };
    expect(awarded).toBeGreaterThan(content.stages.notice ?? Infinity);
    expect(codes(checked)).toEqual([]);
  }
});

describe('the notice of an award', () => {
  /** Eleven days before a year that nobody has announced. */
  const late = Date.parse('2026-12-21T09:00:00+08:00');
  const noticed = (from: number, days: number): Checked => {
    const checked = complete();
    const stages = { ...checked.content.stages, notice: from, awarded: from + days * day, archived: from + 60 * day };
    return { ...checked, content: { ...checked.content, stages } };
  };
  const ofNotice = (checked: Checked) =>
    checklist(checked).filter(({ code }) => code === 'noticeDays' || code === 'calendarUnknown');

  it('runs fifteen calendar days where the working days of its year are not known, and that is said', () => {
    const earliest = Date.parse('2027-01-14T00:00:00+08:00');
    const from = Date.parse('2026-12-29T09:00:00+08:00');
    const unknown = { code: 'calendarUnknown', level: 'warning', details: { year: 2027, earliest } };
    expect(ofNotice(noticed(from, 17))).toEqual([unknown]);
    expect(ofNotice(noticed(from, 15))).toEqual([
      { code: 'noticeDays', level: 'missing', details: { earliest } },
      unknown,
    ]);
  });

  it('that ends in a year that is known needs no year after it', () => {
    expect(ofNotice(noticed(late, 8))).toEqual([]);
    const none = { ...noticed(late, 8), calendar: new WorkCalendar([]) };
    expect(ofNotice(none).map(({ code }) => code)).toEqual(['noticeDays', 'calendarUnknown']);
  });

  it.each(templates.filter(({ kind }) => kind === 'award'))(
    'of $name is whole on each day of two years',
    (template) => {
      for (let at = Date.parse('2025-01-01T11:00:00+08:00'); at < Date.parse('2026-12-31'); at += day) {
        const { stages } = contentOf(template, builtInCalendar, at);
        const { notice = NaN, awarded = NaN, archived = NaN } = stages;
        expect(awarded).toBeGreaterThanOrEqual(builtInCalendar.noticeEnd(notice, 5).until);
        expect(archived).toBeGreaterThan(awarded);
      }
    },
  );
});
