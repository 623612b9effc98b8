import {
  answeredState,
  answerObstacle,
  appealUntil,
  areSameJudges,
  blocksAward,
  dueAfter,
  forgetsAt,
  isAboutSame,
  numberOf,
  publicObjection,
  takesAt,
  windowOf,
  type Objection,
} from '../../../../../cloudfunctions/shared/domain/outcome/objection';
import { WorkCalendar } from '../../../../../cloudfunctions/shared/universal/calendar';
import { builtInCalendar as calendar } from '../../../../../cloudfunctions/shared/universal/calendar-years';
import {
  objectionDecisions,
  objectionStates,
  readObjections,
  type ObjectionState,
} from '../../../../../cloudfunctions/shared/universal/objections';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const day = 24 * 3600_000;

const objection = (more: Partial<Objection> = {}): Objection => ({
  id: 'p1:abc',
  pollId: 'p1',
  requestId: 'request-1',
  kind: 'process',
  n: 3,
  isNumbered: true,
  text: '业主群里有人按户收截图，催着大家投票。',
  pictures: [],
  at: at('2026-02-13T09:00'),
  state: 'received',
  ...more,
});

describe('when objections are taken', () => {
  const notice = { from: at('2026-02-13T09:00'), until: at('2026-02-28T00:00') };

  it('from the notice to the end of the last one, and not a moment longer', () => {
    const window = windowOf('result', { notice });
    const times = [notice.from - 1, notice.from, notice.until - 1, notice.until];
    expect(times.map((now) => takesAt(window, now))).toEqual([false, true, true, false]);
  });

  it('about a ballot before there is a notice, and to the end of it', () => {
    expect(takesAt(windowOf('ballot', {}), at('2026-02-10T09:00'))).toBe(true);
    expect(takesAt(windowOf('ballot', { notice }), notice.until)).toBe(false);
  });

  it('where no notice is owed, about a ballot until the result and about nothing else', () => {
    const resultAt = at('2026-02-20T00:00');
    expect(takesAt(windowOf('ballot', { resultAt }), resultAt - 1)).toBe(true);
    expect(takesAt(windowOf('ballot', { resultAt }), resultAt)).toBe(false);
    expect(takesAt(windowOf('result', { resultAt }), resultAt - 1)).toBe(false);
  });

  it('not any more once the poll is called off', () => {
    const calledOffAt = at('2026-02-14T12:00');
    expect(windowOf('result', { notice, calledOffAt }).until).toBe(calledOffAt);
    expect(takesAt(windowOf('ballot', { calledOffAt }), calledOffAt)).toBe(false);
  });
});

describe('by when something is to be done', () => {
  it.each([
    // 14 February is a Saturday on which people work; the festival lasts from the 15th to the 23rd.
    ['received', '2026-02-13T09:00', '2026-02-15T00:00'],
    ['received', '2026-02-14T09:00', '2026-02-25T00:00'],
    ['accepted', '2026-02-13T09:00', '2026-02-26T00:00'],
    ['heard', '2026-03-02T09:00', '2026-03-06T00:00'],
    ['appealed', '2026-02-13T09:00', '2026-02-28T00:00'],
  ] as const)('%s on %s is due by %s', (state, from, until) => {
    expect(dueAfter(state, true, at(from), calendar)).toBe(at(until));
  });

  it('a year that nobody has announced is told by calendar days, never as one without holidays', () => {
    const unknown = new WorkCalendar([]);
    expect(dueAfter('received', true, at('2027-02-03T09:00'), unknown)).toBe(at('2027-02-19T00:00'));
  });

  it('a tip has no claim to anything, and what is decided waits for nobody', () => {
    expect(dueAfter('received', false, at('2026-03-02T09:00'), calendar)).toBeUndefined();
    for (const state of ['declined', 'upheld', 'partly', 'rejected', 'closed'] as const) {
      expect([state, dueAfter(state, true, at('2026-03-02T09:00'), calendar)]).toEqual([state, undefined]);
    }
  });
});

describe('an appeal', () => {
  const answer = {
    actId: 'a1',
    decision: 'rejected',
    summary: '查过了。',
    effects: [],
    at: at('2026-02-13T16:00'),
  } as const;

  it('can be made for five working days against what was declined, upheld in part or rejected, once', () => {
    const until = (state: ObjectionState, more: Partial<Objection> = {}): number | undefined =>
      appealUntil(objection({ state, answer: { ...answer, effects: [] }, ...more }), calendar);
    const allowed = objectionStates.filter((state) => until(state) !== undefined);
    expect(allowed).toEqual(['declined', 'partly', 'rejected']);
    expect(until('rejected')).toBe(at('2026-02-28T00:00'));
    expect(until('rejected', { appeal: { at: 1, text: '不服' } })).toBeUndefined();
    expect(until('rejected', { isNumbered: false })).toBeUndefined();
  });
});

describe('what stands in the way of an award', () => {
  const blocking = (more: Partial<Objection>): boolean => blocksAward(objection(more), ['c1']);

  it('is every open numbered one about the result, the process, a ballot or a winner', () => {
    const states = objectionStates.filter((state) => blocking({ state }));
    expect(states).toEqual(['received', 'accepted', 'heard', 'appealed']);
    for (const kind of ['result', 'process', 'ballot'] as const) expect(blocking({ kind })).toBe(true);
    expect(blocking({ kind: 'candidate', candidateId: 'c1' })).toBe(true);
  });

  it('is neither a tip nor one about somebody who is not to win', () => {
    expect(blocking({ isNumbered: false })).toBe(false);
    expect(blocking({ kind: 'candidate', candidateId: 'c2' })).toBe(false);
  });
});

test('who decided what is objected to may answer with somebody else, and not with one who decided it too', () => {
  const deciders = new Set(['m1', 'm2']);
  expect(areSameJudges('m1', 'm2', deciders)).toBe(true);
  expect(areSameJudges('m1', 'm3', deciders)).toBe(false);
  expect(areSameJudges('m3', 'm4', deciders)).toBe(false);
});

test('an answer is given to what was accepted or heard, and the office’s to what was appealed against', () => {
  const answered = (office?: string): ObjectionState[] =>
    objectionStates.filter((state) => answerObstacle({ state }, office) === null);
  expect(answered()).toEqual(['accepted', 'heard']);
  expect(answered('市纪委监督室')).toEqual(['appealed']);
  for (const decision of objectionDecisions) {
    expect(answeredState({ decision })).toBe(decision);
    expect(answeredState({ decision, office: '市纪委监督室' })).toBe('closed');
  }
});

test('what is objected to was decided by acts about the same ballot or candidate', () => {
  expect(isAboutSame({ index: 3 }, { index: 3 })).toBe(true);
  expect(isAboutSame({ index: 3 }, { index: 4 })).toBe(false);
  expect(isAboutSame({ candidateId: 'c1' }, { candidateId: 'c2' })).toBe(false);
  expect(isAboutSame({}, {})).toBe(true);
});

describe('who objected is forgotten', () => {
  const closedAt = at('2026-02-12T18:00');

  it('with the archiving, else 180 days after the close, whatever the stage', () => {
    const now = at('2026-03-20T00:00');
    expect(forgetsAt({ closedAt, isArchived: true }, now)).toBe(now);
    expect(forgetsAt({ closedAt, isArchived: false }, now)).toBe(closedAt + 180 * day);
  });

  it('thirty days after a calling off', () => {
    const calledOffAt = at('2026-02-14T00:00');
    expect(forgetsAt({ closedAt, isArchived: false, calledOffAt }, calledOffAt)).toBe(calledOffAt + 30 * day);
    const late = closedAt + 170 * day;
    expect(forgetsAt({ closedAt, isArchived: false, calledOffAt: late }, late)).toBe(closedAt + 180 * day);
  });
});

describe('the public list', () => {
  it('numbers by the year it came in', () => {
    expect(numberOf(objection())).toBe('2026-03');
    expect(numberOf(objection({ n: 117, at: at('2027-01-01T00:00') }))).toBe('2027-117');
    expect(numberOf(objection({ isNumbered: false }))).toBeUndefined();
  });

  it('says nothing of what somebody wrote, who they are, or where they were heard', () => {
    const told = publicObjection(
      objection({
        state: 'closed',
        signed: { name: '张三', contact: '13800000000', unit: '某社区' },
        person: 'p1:mac',
        pictures: ['cloud://x/objections/p1/a.jpg'],
        accepted: {
          memberId: 'm1',
          name: '李敏',
          role: 'owner',
          at: at('2026-02-13T10:00'),
          reason: '反映有人催票，受理。',
        },
        hearing: { at: 1, place: '三楼会议室', minutes: '张三说……' },
        answer: { actId: 'a1', decision: 'rejected', summary: '没有发现。', effects: [], at: at('2026-02-14T10:00') },
        appeal: { at: at('2026-02-25T10:00'), text: '我不同意这个答复，请再查一次。' },
        final: {
          actId: 'a2',
          decision: 'partly',
          summary: '已约谈管理员。',
          office: '市纪委监督室',
          effects: [{ kind: 'voidBallot', index: 12 }],
          at: at('2026-02-26T10:00'),
        },
      }),
    );
    expect(told).toEqual({
      number: '2026-03',
      kind: 'process',
      day: '2026-02-13',
      state: 'closed',
      reason: '反映有人催票，受理。',
      answer: { day: '2026-02-14', decision: 'rejected', summary: '没有发现。', effects: [] },
      appealed: '2026-02-25',
      final: {
        day: '2026-02-26',
        decision: 'partly',
        summary: '已约谈管理员。',
        office: '市纪委监督室',
        effects: [{ kind: 'voidBallot', index: 12 }],
      },
    });
    expect(readObjections({ v: 1, at: 1, objections: [told] })).not.toBeNull();
  });

  it('is read only where it has the shape', () => {
    const line = publicObjection(objection());
    for (const bad of [
      null,
      [],
      { v: 2, at: 1, objections: [] },
      { v: 1, objections: [] },
      { v: 1, at: 1, objections: [{ ...line, number: 3 }] },
      { v: 1, at: 1, objections: [{ ...line, state: 'lost' }] },
      { v: 1, at: 1, objections: [{ ...line, answer: { day: '2026-02-14', decision: 'rejected', summary: {} } }] },
    ]) {
      expect(readObjections(bad)).toBeNull();
    }
  });
});
