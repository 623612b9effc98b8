import {
  actsView,
  rejectionOf,
  type ActRow,
  type Viewer,
} from '../../../../miniprogram/packages/organiser/acts/acts.view';
import type { ProposedAct } from '../../../../miniprogram/packages/organiser/services/acts';

const now = Date.parse('2026-11-24T10:00:00+08:00');
const li = { memberId: 'm1', name: '李敏', role: 'owner' } as const;
const wang = { memberId: 'm2', name: '王志强', role: 'reviewer' } as const;
const may = ['act.propose', 'act.approve', 'act.reject'];
const viewer: Viewer = { memberId: 'm2', title: '十佳项目', measure: '位', may, isPublished: true };

const waiting: ProposedAct = {
  id: 'a1',
  act: { kind: 'voidBallot', index: 17, reason: '重复投票', clause: '规则第四条' },
  state: 'waiting',
  proposer: li,
  proposedAt: now - 60_000,
  needsSecondPerson: true,
  canApprove: true,
};

function onlyRow(act: ProposedAct, as: Viewer = viewer): ActRow {
  const view = actsView([act], as, now);
  const [row] = view.kind === 'ready' ? [...view.waiting, ...view.history] : [];
  if (!row) throw new Error('the act is there');
  return row;
}

test('somebody else may approve or turn down what waits, and reads what it does, why and by which clause', () => {
  expect(onlyRow(waiting)).toMatchObject({
    name: '作废选票',
    subject: '公开账册第 17 条',
    reason: '重复投票',
    clause: '规则第四条',
    canApprove: true,
    canReject: true,
    hint: '',
  });
});

test('an answer and where objections go are called what they are', () => {
  const answer = { objectionId: 'o1', decision: 'rejected', summary: '查过了，台账齐全。', actIds: [] } as const;
  const written = (act: ProposedAct['act']): [string, string] => {
    const { reasonName, reason } = onlyRow({ ...waiting, act });
    return [reasonName, reason];
  };
  expect(written(waiting.act)).toEqual(['理由', '重复投票']);
  expect(written({ kind: 'answerObjection', ...answer, actIds: [] })[0]).toBe('答复');
  const notice = { kind: 'putUpNotice', until: now, office: '市纪委', phone: '0595-1', address: '', note: '' } as const;
  expect(written(notice)).toEqual(['受理异议', '市纪委，0595-1']);
  expect(written({ ...notice, reason: '一项退出。' })).toEqual([
    '受理异议',
    '市纪委，0595-1。重新公示，因为一项退出。',
  ]);
});

test('the proposer cannot approve, may take it back, and is told why', () => {
  const row = onlyRow({ ...waiting, canApprove: false }, { ...viewer, memberId: 'm1' });
  expect(row).toMatchObject({
    canApprove: false,
    canReject: true,
    isMine: true,
    hint: '您提出的事要由另一位成员同意。',
  });
  expect(rejectionOf(waiting, { ...viewer, memberId: 'm1' }).action).toBe('撤回');
  expect(rejectionOf(waiting, viewer).action).toBe('不同意');
});

test('an observer sees it and decides nothing', () => {
  const row = onlyRow(
    { ...waiting, canApprove: false },
    { memberId: 'm3', title: '十佳项目', measure: '位', may: ['act.list'], isPublished: true },
  );
  expect(row).toMatchObject({ canApprove: false, canReject: false, hint: '您的角色只看，不作决定。' });
});

test('what is decided stands below, with who decided and what stood in the way', () => {
  const decided = { ...wang, at: now - 30_000 };
  const view = actsView(
    [waiting, { ...waiting, id: 'a2', state: 'lapsed', decided, obstacle: 'noSuchBallot', canApprove: false }],
    viewer,
    now,
  );
  expect(view).toMatchObject({
    waiting: [{ id: 'a1' }],
    history: [{ id: 'a2', ring: 'open', answer: '没有办成：公开账册里没有这张选票，或它已是这个状态。' }],
  });
});

test('what one person does alone reads as that, and not as their own approval', () => {
  const alone = { ...waiting, act: { kind: 'extend', endAt: now, reason: '停电' }, needsSecondPerson: false } as const;
  const decided = { ...li, at: now - 60_000 };
  expect(onlyRow({ ...alone, state: 'done', decided }).lines).toEqual(['李敏 今天 9:59 一人办理']);
  expect(onlyRow({ ...alone, state: 'lapsed', decided }).lines).toEqual(['李敏 今天 9:59 一人提出']);
});

test('an approved act whose last step failed stays above and can be finished', () => {
  const row = onlyRow({ ...waiting, state: 'approved', canApprove: false });
  expect(row).toMatchObject({ isUnfinished: true, canApprove: false, ring: 'dot' });
});

test('before publishing nothing else is proposed from here', () => {
  expect(actsView([], { ...viewer, isPublished: false }, now)).toMatchObject({ canPropose: false });
  expect(actsView([], viewer, now)).toMatchObject({ canPropose: true });
});

test('whoever approves an answer reads what was done because of the objection', () => {
  const withdrawal: ProposedAct = {
    ...waiting,
    id: 'a2',
    act: { kind: 'withdrawCandidate', candidateId: 'c1', reason: '材料不实' },
    subject: '社区食堂',
    state: 'done',
  };
  const answer: ProposedAct = {
    ...waiting,
    act: { kind: 'answerObjection', objectionId: 'o1', decision: 'upheld', summary: '查实。', actIds: ['a2', 'a9'] },
  };
  const view = actsView([answer, withdrawal], viewer, now);
  expect(view.kind === 'ready' && view.waiting[0]?.basis).toEqual([
    '因此：候选退出 · 社区食堂',
    '因此另办了 1 件事，在办过的事里',
  ]);
});
