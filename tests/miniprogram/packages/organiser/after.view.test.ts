import { afterView, type AfterReady, type StepRow } from '../../../../miniprogram/packages/organiser/after/after.view';
import { workingDays } from '../../../../miniprogram/packages/organiser/after/working-days.view';
import {
  actOf,
  askedFields,
  blankDraft,
  earliestDay,
  isBasis,
  type About,
} from '../../../../miniprogram/packages/organiser/after-act/form';
import { afterActView } from '../../../../miniprogram/packages/organiser/after-act/after-act.view';
import type { ProposedAct } from '../../../../miniprogram/packages/organiser/services/acts';
import type { EditedPoll } from '../../../../miniprogram/packages/organiser/services/polls';
import type { OutcomeStep, OutcomeSteps } from '../../../../miniprogram/packages/organiser/services/outcome';
import { editedPoll, qian, zhao } from './edited-poll';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const end = at('2026-02-12T18:00');
const notice = at('2026-02-13T09:00');
const until = at('2026-02-28T00:00');
const place = { office: '市纪委监督室', phone: '0595-12345', address: '', note: '' };

const poll = (shape: Partial<EditedPoll> = {}): EditedPoll =>
  editedPoll({
    status: 'published',
    stages: { voting: end - 3 * 86_400_000, verifying: end, notice, awarded: at('2026-03-02T10:00') },
    noticeDays: 5,
    ...shape,
  });

const step = (name: OutcomeStep['step'], more: Partial<OutcomeStep> = {}): OutcomeStep => ({
  step: name,
  state: 'later',
  acts: [],
  roles: ['owner', 'reviewer'],
  persons: [zhao, { ...qian, role: 'reviewer' }],
  obstacles: [],
  ...more,
});

const outcome = (more: Partial<OutcomeSteps> = {}): OutcomeSteps => ({
  stage: 'verifying',
  steps: [
    step('verification', { state: 'next', acts: ['certifyCount'], plannedAt: end }),
    step('notice', { plannedAt: notice }),
    step('award'),
  ],
  checks: [
    { check: 'log', state: 'done' },
    { check: 'recount', state: 'done' },
    { check: 'inquiries', state: 'done' },
    { check: 'jury', state: 'done' },
    { check: 'withdrawals', state: 'open', open: 1 },
  ],
  next: {
    winners: [{ candidateId: 'c1', name: '社区食堂', rank: 1 }],
    ballots: 46_208,
    voided: 528,
    earliestUntil: until,
    owedDays: 5,
  },
  blocking: [],
  winners: [],
  ...more,
});

function ready(shape: OutcomeSteps, now: number, of = poll()): AfterReady {
  const view = afterView(of, shape, now);
  if (view.kind !== 'ready') throw new Error(view.kind);
  return view;
}

const rowOf = (view: AfterReady, id: string): StepRow => {
  const row = view.steps.find((each) => each.id === id);
  if (row === undefined) throw new Error(id);
  return row;
};

describe('the way behind the close', () => {
  it('opens the step in hand alone, with its checks, who may, and its one button', () => {
    const view = ready(outcome(), end + 60_000);
    expect(view.line).toContain('有效选票 46,208，作废 528');
    expect(view.steps.map(({ id, ring, isNow }) => [id, ring, isNow])).toEqual([
      ['verification', 'dot', true],
      ['notice', 'open', false],
      ['award', 'open', false],
    ]);
    const { checks, actions, who } = rowOf(view, 'verification');
    expect(checks.map(({ key, ring }) => [key, ring])).toEqual([
      ['log', 'tick'],
      ['recount', 'tick'],
      ['withdrawals', 'open'],
    ]);
    expect(actions).toEqual([{ kind: 'certifyCount', name: '核验票数', isPrimary: true }]);
    expect(who).toBe('负责人 赵敏、审核人 钱进，要两个人');
  });

  it('offers nothing that something stands in the way of, and says what', () => {
    const steps = [
      step('verification', { state: 'next', acts: ['certifyCount'], obstacles: [{ obstacle: 'recountMissing' }] }),
    ];
    const { blocked, actions } = rowOf(ready(outcome({ steps }), end + 60_000), 'verification');
    expect(blocked).toHaveLength(1);
    expect(actions).toEqual([]);
  });

  it('offers nothing to who only edits or watches', () => {
    for (const role of ['editor', 'observer'] as const) {
      const view = ready(outcome(), end + 60_000, poll({ me: { ...zhao, role } }));
      expect(view.steps.flatMap(({ actions }) => actions)).toEqual([]);
      expect(view.ways.map(({ id }) => id)).not.toContain('callOff');
      expect(view.ways.map(({ id }) => id)).not.toContain('papers');
    }
  });

  it('leads to the papers for who may make them', () => {
    expect(ready(outcome(), end + 60_000, poll({ may: ['report.make'] })).ways.map(({ id }) => id)).toContain('papers');
  });

  it('says how late a step is, in days of the calendar', () => {
    const steps = [
      step('verification', { state: 'done', doneAt: end }),
      step('notice', { state: 'late', plannedAt: notice }),
    ];
    expect(rowOf(ready(outcome({ steps }), at('2026-02-15T08:00')), 'notice')).toMatchObject({
      isLate: true,
      when: '晚了 2 天',
    });
  });

  it('names the objections that stop the award, and the day after which it may be made', () => {
    const blocked = (obstacle: OutcomeStep['obstacles'][number]): string[] =>
      rowOf(
        ready(outcome({ steps: [step('award', { state: 'next', acts: ['award'], obstacles: [obstacle] })] }), until),
        'award',
      ).blocked;
    expect(blocked({ obstacle: 'openObjections', numbers: ['2026-01', '2026-03'] })[0]).toContain('2026-01、2026-03');
    expect(blocked({ obstacle: 'noticeRunning', until })[0]).toContain('2月27日');
  });

  it('shows what waits for the second person in place of the button', () => {
    const waiting = { actId: 'a1', kind: 'certifyCount', proposer: zhao, proposedAt: end, canApprove: true };
    const steps = [step('verification', { state: 'next', acts: ['certifyCount'], waiting })];
    const row = rowOf(ready(outcome({ steps }), end + 60_000), 'verification');
    expect(row.waiting?.text).toContain('赵敏');
    expect(row.actions).toEqual([]);
  });

  it('is not there before the close, nor where no notice is owed', () => {
    expect(afterView(poll(), outcome(), end - 1).kind).toBe('empty');
    expect(afterView(poll(), outcome({ steps: [] }), end + 1).kind).toBe('empty');
  });
});

describe('the working days of a notice', () => {
  it('begin with the next day, leave the holidays out and the working Saturday in', () => {
    const days = workingDays(notice, until, at('2026-02-24T10:00'));
    expect(days.map(({ name, ring }) => [name, ring])).toEqual([
      ['2月14日', 'tick'],
      ['24日', 'dot'],
      ['25日', 'open'],
      ['26日', 'open'],
      ['27日', 'open'],
    ]);
  });

  it('are not drawn in a year that is not known, nor where there are too many', () => {
    expect(workingDays(at('2026-12-29T09:00'), at('2027-01-14T00:00'), 0)).toEqual([]);
    expect(workingDays(notice, at('2026-04-01T00:00'), 0)).toEqual([]);
  });
});

describe('a form', () => {
  const about = (kind: About['kind'], more: Partial<About> = {}): About => ({
    kind,
    outcome: outcome(),
    candidateId: '',
    acts: [],
    ...more,
  });

  it('of a notice begins with its earliest day, and with who answered before', () => {
    const standing = { ...place, n: 1, from: notice, until, isStale: true };
    const again = about('putUpNotice', { outcome: outcome({ notice: standing }) });
    const draft = blankDraft(again);
    expect(draft.day).toBe('2026-02-27');
    expect(actOf(again, draft)).toEqual({ missing: '请写明理由' });
    const reason = '一项退出';
    const filled = { ...draft, fields: { ...draft.fields, reason } };
    expect(actOf(again, filled)).toEqual({ act: { kind: 'putUpNotice', until, ...place, reason } });
    expect(actOf(about('putUpNotice'), blankDraft(about('putUpNotice')))).toEqual({ missing: '请写明受理异议的单位' });
    expect(earliestDay(about('extendNotice', { outcome: outcome({ notice: standing }) }))).toBe('2026-02-28');
  });

  it('asks for the root where the server has not counted, and takes nothing else for one', () => {
    const checks = outcome().checks.map((each) =>
      each.check === 'recount' ? { ...each, state: 'open' as const } : each,
    );
    const large = about('certifyCount', { outcome: outcome({ checks }) });
    expect(askedFields(large).map(({ name }) => name)).toEqual(['root', 'note']);
    const filled = (root: string) => actOf(large, { fields: { root }, day: '', decision: '', acts: [] });
    expect(filled('12')).toHaveProperty('missing');
    expect(filled('A'.repeat(64))).toEqual({ act: { kind: 'certifyCount', note: '', root: 'a'.repeat(64) } });
    expect(actOf(about('certifyCount'), { fields: {}, day: '', decision: '', acts: [] })).toEqual({
      act: { kind: 'certifyCount', note: '' },
    });
  });

  it('of an answer wants a decision, and for an appeal whose it is', () => {
    const objection = {
      id: 'o1',
      kind: 'process',
      at: notice,
      text: '有人催票',
      state: 'accepted',
      isSigned: true,
      pictureCount: 0,
      pictures: [],
    } as const;
    const filled = { fields: { summary: '查过了' }, day: '', decision: 'rejected' as const, acts: [] };
    const answer = about('answerObjection', { objection: { ...objection, pictures: [] } });
    expect(actOf(answer, { ...filled, decision: '' })).toEqual({ missing: '请选成立还是不成立' });
    expect(actOf(answer, filled)).toEqual({
      act: { kind: 'answerObjection', objectionId: 'o1', decision: 'rejected', summary: '查过了', actIds: [] },
    });
    const appealed = about('answerObjection', { objection: { ...objection, state: 'appealed', pictures: [] } });
    expect(actOf(appealed, filled)).toEqual({ missing: '请写明作决定的监督单位' });
    const whole = { ...filled, fields: { ...filled.fields, office: '市纪委监督室' } };
    expect(actOf(appealed, whole)).toMatchObject({ act: { office: '市纪委监督室' } });
  });

  it('of an answer offers what was done since the objection came, and names at most five of it', () => {
    const act = { kind: 'withdrawCandidate', candidateId: 'c1', reason: '材料不实' } as const;
    const done = (id: string, more: Partial<ProposedAct> = {}): ProposedAct => ({
      id,
      act,
      subject: '社区食堂',
      state: 'done',
      proposer: zhao,
      proposedAt: notice + 60_000,
      needsSecondPerson: true,
      canApprove: false,
      ...more,
    });
    expect(isBasis(done('a'), notice)).toBe(true);
    expect(isBasis(done('a', { proposedAt: notice - 1 }), notice)).toBe(false);
    expect(isBasis(done('a', { state: 'waiting' }), notice)).toBe(false);
    const objection = { id: 'o1', kind: 'candidate', at: notice, text: '材料不实', state: 'accepted' } as const;
    const acts = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => done(id));
    const team = { ...objection, isSigned: true, pictureCount: 0, pictures: [] };
    const answer = about('answerObjection', { objection: team, acts });
    const draft = { fields: { summary: '查实' }, day: '', decision: 'upheld' as const, acts: ['b'] };
    const view = afterActView({ poll: { measure: '个' }, about: answer }, draft, notice + 120_000);
    const rows = view.kind === 'ready' ? view.acts : [];
    expect(rows).toHaveLength(6);
    expect(rows[1]).toMatchObject({ name: '候选退出 · 社区食堂', isChosen: true });
    expect(actOf(answer, draft)).toMatchObject({ act: { actIds: ['b'] } });
    expect(actOf(answer, { ...draft, acts: ['a', 'b', 'c', 'd', 'e', 'f'] })).toEqual({ missing: '最多选 5 件' });
    // Nothing is done because of what is rejected, whatever was chosen before.
    expect(actOf(answer, { ...draft, decision: 'rejected' })).toMatchObject({ act: { actIds: [] } });
  });
});
