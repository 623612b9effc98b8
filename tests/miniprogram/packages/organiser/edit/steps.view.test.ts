import { fieldsOf } from '../../../../../miniprogram/packages/organiser/draft/fields';
import { basicsView } from '../../../../../miniprogram/packages/organiser/edit/basics.view';
import { candidatesStepView } from '../../../../../miniprogram/packages/organiser/edit/candidates-step.view';
import { publishQuestion, publishView } from '../../../../../miniprogram/packages/organiser/edit/publish.view';
import { ruleStepView } from '../../../../../miniprogram/packages/organiser/edit/rules.view';
import { stepSentence } from '../../../../../miniprogram/packages/organiser/edit/step-sentence.view';
import { timesView } from '../../../../../miniprogram/packages/organiser/edit/times.view';
import type { EditedPoll, PollFields } from '../../../../../miniprogram/packages/organiser/services/polls';
import { now } from '../../../samples';
import { day, editedPoll, listedCandidates, zhao } from '../edited-poll';

const fields = (shape: Partial<EditedPoll> = {}): PollFields => fieldsOf(editedPoll(shape));

describe('the sentence that residents will read', () => {
  test('changes with what is edited', () => {
    expect(stepSentence('basics', fields(), 20)).toBe('云川市人民政府办公室主办：2026年度十佳为民服务实事，请您评。');
    expect(stepSentence('basics', fields({ title: '', organiser: '' }), 20)).toBe('（还没有标题），请您评。');
    expect(stepSentence('rules', fields(), 20)).toBe('每天一票，每票选 3–10 件。投出以后不能改。票数每天 18:00 公布。');
    expect(stepSentence('times', fields(), 20)).toBe('投票 11月25日 9:41 到 11月30日 18:00。12月1日 18:00 开始公示。');
    expect(stepSentence('candidates', fields(), 20)).toBe('20 件候选。顺序随机，每人不同。');
  });

  test('says that the vote opens at once, and how far the end may move', () => {
    const sentence = stepSentence('times', fields({ opensAtOnce: true, latestEnd: now + 10 * day }), 20);
    expect(sentence).toContain('发布后马上开始投票，11月30日 18:00 截止，最晚可以延到 12月4日 9:41。');
  });
});

describe('the step of times', () => {
  test('offers what comes before the vote only where the vote has a time', () => {
    expect(timesView(fields(), now).rows.map(({ stage }) => stage)).toContain('nominating');
    expect(timesView(fields({ opensAtOnce: true }), now).rows.map(({ stage }) => stage)).toEqual([
      'verifying',
      'notice',
      'awarded',
      'archived',
    ]);
  });

  test('says in words what is out of order or past', () => {
    const { stages } = editedPoll();
    const errorOf = (changed: PollFields['stages'], stage: string): string | undefined =>
      timesView(fields({ stages: changed }), now).rows.find((row) => row.stage === stage)?.error;
    expect(errorOf({ ...stages, notice: stages.verifying }, 'notice')).toBe('要晚于“投票截止”');
    expect(errorOf({ ...stages, voting: now - day }, 'voting')).toBe('这个时间已经过了');
    expect(errorOf(stages, 'notice')).toBe('');
    const late = timesView(fields({ latestEnd: stages.verifying + 2 * day }), now).latestEnd.error;
    expect(late).toBe('要不晚于投票截止的下一个阶段');
  });

  test('speaks of days in Asia/Shanghai', () => {
    const voting = Date.parse('2026-11-30T16:30:00Z');
    const row = timesView(fields({ stages: { voting, verifying: voting + day } }), now).rows.find(
      ({ stage }) => stage === 'voting',
    );
    expect(row).toMatchObject({ day: '2026-12-01', time: '00:30', dayText: '12月1日 周二' });
  });
});

describe('the step of rules', () => {
  test('says when more may be chosen than there is', () => {
    expect(ruleStepView(fields(), 8, now)).toMatchObject({
      choicesError: '候选只有 8 件，最多选的不能比这多',
      seatsError: '候选只有 8 件',
    });
    expect(ruleStepView(fields(), 0, now)).toMatchObject({ choicesError: '', choicesOf: '还没有候选' });
  });

  test('offers a cap only for several ballots of one choice', () => {
    expect(ruleStepView(fields(), 20, now).canCap).toBe(false);
    const rules = { period: 'daily', ballotsPerPeriod: 3, choices: { min: 1, max: 1 } } as const;
    expect(ruleStepView(fields({ rules }), 20, now).canCap).toBe(true);
  });

  test('asks of a public lot what is drawn and when, and takes no time at which ballots may still come', () => {
    const { result, stages } = editedPoll();
    const lot = (tie: object, shape: Partial<EditedPoll> = {}) =>
      ruleStepView(fields({ ...shape, result: { ...result, ties: [{ by: 'lot', draw: '', ...tie }] } }), 20, now);
    expect(lot({})).toMatchObject({ isLot: true, drawError: '写明用什么号码，才能发布' });
    const at = stages.verifying + 10 * 60_000;
    expect(lot({ draw: '福彩3D', at, digits: 3 })).toMatchObject({
      drawError: '',
      digits: 3,
      drawAt: { day: '2026-11-30', time: '18:10', error: '' },
    });
    expect(lot({ at: at - 1 }).drawAt.error).toBe('要在 11月30日 18:10 以后');
    expect(lot({ at }, { latestEnd: stages.verifying + 60_000 }).drawAt.error).toBe('要在 11月30日 18:11 以后');
  });

  test('offers no comparison of votes, which decides nothing between equal votes', () => {
    expect(ruleStepView(fields(), 20, now).ties.map(({ name }) => name)).toEqual(['并列', '公开抽签']);
  });

  test('says what groups cannot be satisfied together', () => {
    const { rules } = editedPoll();
    const group = (min: number, max: number): object => ({ id: `g${min}${max}`, name: '组', min, max });
    const errorOf = (...groups: object[]): string =>
      // Groups of the contract's shape.
      ruleStepView(fields({ rules: { ...rules, groups: groups as never } }), 20, now).groupsError;
    expect(errorOf(group(6, 8), group(5, 8))).toBe('各组至少要选的加起来，超过了每票最多 10 件');
    expect(errorOf(group(0, 1), group(0, 1))).toBe('各组最多能选的加起来，不到每票至少 3 件');
    expect(errorOf(group(1, 5), group(1, 5))).toBe('');
  });
});

test('a cover’s check is told, and what the cloud refused stands at its field', () => {
  const cover = { file: 'cloud://a/b.jpg', state: 'pending' } as const;
  const view = basicsView(fields({ cover }), editedPoll({ cover }), { title: '标题没有通过微信的内容检查' });
  expect(view).toMatchObject({ cover: 'cloud://a/b.jpg', coverState: '待核对' });
  expect(view.texts.find(({ field }) => field === 'title')?.error).toBe('标题没有通过微信的内容检查');
});

test('attachments say what they are, how large, and where their check stands; five are enough', () => {
  const attachments = [1, 2, 3, 4, 5].map((at) => ({
    file: `cloud://a/polls/p1/attachments/${at}.pdf`,
    name: `细则${at}.pdf`,
    size: at * 700_000,
    state: at === 1 ? ('review' as const) : ('passed' as const),
  }));
  const server = editedPoll({ attachments });
  const { rows, canAdd } = basicsView(fields({ attachments }), server, {}).attachments;
  expect(rows.map(({ note }) => note).slice(0, 2)).toEqual(['PDF，0.7 MB，等审核人看', 'PDF，1.3 MB']);
  expect(canAdd).toBe(false);
  expect(basicsView(fields(), editedPoll(), {}).attachments).toMatchObject({ rows: [], canAdd: true });
});

test('of many candidates the first few are shown, and how many more there are', () => {
  expect(candidatesStepView(fields(), listedCandidates(20))).toMatchObject({ more: '还有 16 件', isEmpty: false });
  expect(candidatesStepView(fields(), listedCandidates(3))).toMatchObject({ more: '' });
});

test('when residents can propose is told as the cloud takes them: without a stage, until publishing', () => {
  const timesOf = (shape: Partial<EditedPoll>): string => candidatesStepView(fields(shape), []).nominatingTimes;
  const { stages } = editedPoll();
  expect(timesOf({ stages: { ...stages, nominating: now } })).toMatch(/^从 .+ 收到 .+。/);
  expect(timesOf({})).toMatch(/^从现在收到发布为止。要定在/);
  expect(timesOf({ opensAtOnce: true })).toBe('从现在收到发布为止。');
});

describe('the step of publishing', () => {
  const list = (items: Parameters<typeof publishView>[1]): Parameters<typeof publishView>[1] => items;

  test('leads from each missing thing to where it is mended', () => {
    const view = publishView(
      fields(),
      list({
        isReady: false,
        needsSecondPerson: false,
        items: [
          { code: 'approval', level: 'missing' },
          { code: 'stageOrder', level: 'missing', details: { stage: 'notice' } },
          { code: 'rules', level: 'missing' },
          { code: 'picture', level: 'missing', details: { candidateId: 'c7', state: 'refused' } },
          { code: 'picture', level: 'missing', details: { candidateId: 'c8', name: '停车', state: 'review' } },
          { code: 'secondPerson', level: 'missing' },
          { code: 'hotline', level: 'warning' },
        ],
      }),
      [],
      now,
    );
    expect(view.title).toBe('还差 6 项');
    expect(view.missing[4]?.text).toBe('“停车”的图片或视频等审核人看');
    expect(view.missing.map(({ target }) => target)).toEqual([
      { to: 'step', step: 'basics', place: 'approval' },
      { to: 'step', step: 'times', place: 'notice' },
      { to: 'step', step: 'rules', place: 'choices' },
      { to: 'candidate', id: 'c7' },
      { to: 'media' },
      { to: 'team' },
    ]);
    expect(view.warnings).toMatchObject([
      { target: { to: 'step', step: 'basics', place: 'hotline' }, text: '写上监督电话' },
    ]);
  });

  test('says who proposed what waits for a second person', () => {
    const act = {
      id: 'a1',
      act: { kind: 'publish' as const },
      state: 'waiting' as const,
      proposer: zhao,
      proposedAt: now,
      needsSecondPerson: true,
      canApprove: false,
    };
    expect(publishView(fields(), undefined, [act], now).waiting).toEqual({
      id: 'a1',
      text: '赵敏在 今天 9:41 提出发布。要由团队里另一位同意。',
    });
    expect(publishView(fields(), undefined, [{ ...act, state: 'rejected' }], now).waiting).toBeNull();
  });

  test('asks before it with when the vote opens', () => {
    expect(publishQuestion(fields(), false)).toBe('11月25日 9:41 开始投票。发布后，规则和候选就定下了。');
    expect(publishQuestion(fields({ opensAtOnce: true }), true)).toBe(
      '大约一分钟后开始投票。发布后，规则和候选就定下了。提出之后，由团队里另一位同意，才会发布。',
    );
  });
});
