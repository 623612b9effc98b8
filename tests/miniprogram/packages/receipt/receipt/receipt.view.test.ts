import {
  alarmEvidence,
  findBallot,
  receiptFrom,
  slipText,
  slipView,
} from '../../../../../miniprogram/packages/receipt/receipt/receipt.view';
import { patience } from '../../../../../cloudfunctions/shared/universal/ledger/check/patience';
import type { CheckState } from '../../../../../miniprogram/packages/receipt/receipt/check.view';
import { alarmed, candidates, checked, keptReceipt, now, pollReply } from '../../../samples';

const kept = keptReceipt();
const due = kept.receipt.promisedAt;
const nothing: CheckState = { isChecking: false, search: null, unfound: null, failure: null, hotline: '' };
const offline = { code: 'OFFLINE', message: 'no network' } as const;

const slip = (shape = {}, state: Partial<CheckState> = {}, at = now) =>
  slipView({ ...kept, ...shape }, { ...nothing, ...state }, false, at);

describe('before a check', () => {
  test('a ballot that is not in the log is received, with the promised time and what follows', () => {
    const view = slip();
    expect(view).toMatchObject({ seal: 'received', title: '投票成功', castOn: '11月24日，当天的一票' });
    expect(view.steps).toEqual([
      { ring: 'tick', title: '选票已收到', detail: '11月24日 9:41' },
      { ring: 'dot', title: '写进公开账册', detail: '预计 9:50 前可核对。现在可以离开' },
      { ring: 'open', title: '本机核对', detail: '写好以后自动核对，印章由空心变实心' },
    ]);
  });

  test('the server’s word that it is in the log fills no seal', () => {
    const view = slip({ state: 'entered' });
    expect(view).toMatchObject({ seal: 'received', title: '票已收到，还没有核对' });
    expect(view.steps[1]).toEqual({ ring: 'dot', title: '写进公开账册', detail: '已经公开，等本机核对' });
  });

  test.each([
    ['nothing known', {}, {}],
    ['the server’s word', { state: 'entered' }, {}],
    ['a check under way', { state: 'entered' }, { isChecking: true }],
    ['no network', { state: 'entered' }, { failure: offline }],
    ['no files', {}, { failure: 'files' as const }],
    ['a search without a find', { isPasted: true }, { unfound: { searchedFrom: 256, size: 52_000 } }],
    ['an alarm', { check: alarmed }, {}],
  ])('with %s nothing is said to be checked and right', (_, shape, state) => {
    for (const at of [now, due, due + patience]) {
      const view = slip(shape, state, at);
      expect(JSON.stringify(view)).not.toMatch(/核对无误|已计入/);
      expect(view.seal).not.toBe('entered');
    }
  });

  test('just after the promised time it says that it is looked up again, and until when, and alarms nobody', () => {
    for (const at of [due, due + patience - 1]) {
      const view = slip({}, {}, at);
      expect(view).toMatchObject({ seal: 'received', title: '票已收到，正在再查', alarm: null, canCheck: true });
      expect(view.steps[1]?.detail).toBe(
        '应当 9:50 前写进公开账册，还没有见到。有时会慢几分钟，这里每分钟再查一次；到 10:00 还没有，就告诉您怎么办',
      );
    }
  });

  test('without a network before the promised time it waits, long after it nothing is known', () => {
    expect(slip({}, { failure: offline })).toMatchObject({ title: '投票成功', canCheck: false });
    expect(slip({}, { failure: offline }, due)).toMatchObject({ title: '票已收到，正在再查' });
    expect(slip({}, { failure: offline }, due + patience)).toMatchObject({
      title: '票已收到，还没有核对',
      note: '没有连上网络，还没有核对。',
      canCheck: true,
    });
  });

  test('a search tells how far it is, and where it ended', () => {
    expect(slip({ isPasted: true }, { isChecking: true, search: { read: 12, all: 200 } })).toMatchObject({
      title: '正在核对',
      detail: '正在从新到旧查找，已看 12 段，共 200 段',
    });
    expect(slip({ isPasted: true }, { unfound: { searchedFrom: 800, size: 52_000 } })).toMatchObject({
      title: '还没有找到这张票',
      detail: expect.stringMatching(/看了 51,200 条，没有找到；更早的 800 条没有看/),
    });
  });
});

describe('after a check', () => {
  test('the three checks are told in words under the filled seal', () => {
    const view = slip({ check: checked });
    expect(view).toMatchObject({
      seal: 'entered',
      title: '已进公开账册，本机核对无误',
      foot: '由本机核对，不经过主办方',
    });
    expect(view.steps).toEqual([
      { ring: 'tick', title: '这张票在公开账册里', detail: '第 17,846 条，内容与回执一致' },
      { ring: 'tick', title: '账册只增不改', detail: '上次核对后新增 4,238 条，旧条目未动' },
      { ring: 'tick', title: '签名有效', detail: '账册共 22,084 条，今天 9:41 核对' },
    ]);
  });

  test('a first look says that there was nothing to compare with', () => {
    expect(slip({ check: { ...checked, added: null } }).steps[1]?.detail).toBe('本机第一次核对，以后都与这次对照');
    expect(slip({ check: { ...checked, added: 0 } }).steps[1]?.detail).toBe('上次核对后没有新增，旧条目未动');
  });

  test('without a network the last verdict stands, with its time', () => {
    expect(slip({ check: checked }, { failure: offline }, now + 60_000)).toMatchObject({
      title: '已进公开账册，本机核对无误',
      note: '没有连上网络。这是今天 9:41 的核对结果。',
    });
  });

  test('an alarm has no seal, says what happened, what it means and whom to call', () => {
    const view = slip({ check: alarmed }, { hotline: '0500-0000-0318' });
    expect(view).toMatchObject({ seal: 'alarm', title: '账册的旧条目被改过', steps: [] });
    expect(view.alarm).toMatchObject({ hotline: '0500-0000-0318', call: '拨打监督电话 0500-0000-0318' });
    expect(view.alarm?.todo.join()).toMatch(/复制证据.*0500-0000-0318/);
    expect(slip({ check: alarmed }).alarm?.todo.join()).toContain('规则页上的监督电话');
  });

  test('the evidence holds the signed receipt, the notes and the hashes of files, and none of the choices', () => {
    const evidence = alarmEvidence({ ...kept, check: alarmed }) ?? '';
    expect(evidence).toContain('账册的旧条目被改过（FORKED_LOG）');
    expect(evidence).toContain(`"signature":"${kept.receipt.signature}"`);
    expect(evidence).toContain('— gongping.example/p1 c2ln');
    expect(evidence).toContain(`${'cd'.repeat(32)}  tile/0/000.p/2`);
    for (const { name } of kept.choices) expect(evidence).not.toContain(name);
    expect(alarmEvidence({ ...kept, check: checked })).toBeNull();
  });
});

test('the choices are folded until the voter asks for them, and a pasted receipt has none to show', () => {
  expect(slip()).toMatchObject({ folded: '选了 2 项，此处不显示', toggle: '显示', choices: [] });
  expect(slipView(kept, nothing, true, now).choices.map(({ number }) => number)).toEqual(['02', '09']);
  expect(slip({ choices: [], isPasted: true })).toMatchObject({ folded: '只在投票的手机上', toggle: '' });
});

test('the text for the clipboard holds the proof and none of the choices', () => {
  const text = slipText(kept, '投票成功');
  expect(text).toContain('回执码：7K4M-Q2XD');
  expect(text).toContain(`账册条目：${kept.receipt.leafHash}`);
  expect(JSON.parse(text.split('\n').at(-1) ?? '')).toEqual(kept.receipt);
  for (const { name } of kept.choices) expect(text).not.toContain(name);
});

test('a receipt from another phone is rebuilt with the names of the poll', () => {
  const ballot = { receipt: kept.receipt, choices: ['c3', 'gone'], counted: true };
  expect(findBallot({ ballots: [ballot] }, kept.receipt.code)).toBe(ballot);
  expect(findBallot({ ballots: [ballot] }, 'XXXX-XXXX')).toBeUndefined();
  expect(receiptFrom(ballot, pollReply({}, candidates(3)))).toMatchObject({
    state: 'entered',
    choices: [
      { id: 'c3', number: 3, name: '项目3' },
      { id: 'gone', name: 'gone' },
    ],
  });
});

test('one of several ballots a day says which one it is', () => {
  expect(slip({ isOnlyOne: false, receipt: { ...kept.receipt, nth: 3 } }).castOn).toBe('11月24日，当天第 3 票');
});

test('a ballot that was voided says so, why and by which clause, and so does one that was put back', () => {
  const ruled = (kind: 'void' | 'restore') =>
    slipView(kept, nothing, false, now, { kind, reason: '用程序投票', clause: '规则第四条' }).ruling;
  expect(ruled('void')).toMatchObject({
    title: '这张票已作废，不计入结果',
    lines: ['理由：用程序投票', '依据：规则第四条', '由团队里两个人同意，写在公开账册里。'],
  });
  expect(ruled('restore')).toMatchObject({ title: '这张票曾经作废，已经恢复，照样计入结果' });
  expect(slip().ruling).toBeNull();
});
