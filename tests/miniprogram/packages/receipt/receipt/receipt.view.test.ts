import {
  findBallot,
  receiptFrom,
  slipText,
  slipView,
} from '../../../../../miniprogram/packages/receipt/receipt/receipt.view';
import { candidates, keptReceipt, now, pollReply } from '../../../samples';

const kept = keptReceipt();

test('a ballot that is not counted yet is received, with the promised time', () => {
  const slip = slipView(kept, 'waiting', false, now);
  expect(slip).toMatchObject({ state: 'received', title: '已收讫，等待入册', castOn: '11月24日，当天的一票' });
  expect(slip.steps).toEqual([
    { ring: 'tick', title: '选票已收到', detail: '11月24日 9:41' },
    { ring: 'dot', title: '写入账册', detail: '预计 9:50 前。现在可以离开' },
  ]);
});

test('a counted ballot is entered', () => {
  const slip = slipView(kept, 'counted', false, now);
  expect(slip).toMatchObject({ state: 'entered', title: '已入册' });
  expect(slip.steps.every(({ ring }) => ring === 'tick')).toBe(true);
});

test('nothing claims a check that this app does not make', () => {
  expect(JSON.stringify(slipView(kept, 'counted', true, now))).not.toMatch(/核对|无误/);
});

test('the choices are folded until the voter asks for them', () => {
  expect(slipView(kept, 'waiting', false, now)).toMatchObject({
    folded: '选了 2 项，此处不显示',
    toggle: '显示',
    choices: [],
  });
  expect(slipView(kept, 'waiting', true, now).choices.map(({ number }) => number)).toEqual(['02', '09']);
});

test('before the promised time a ballot is never called missing', () => {
  const { promisedAt } = kept.receipt;
  expect(slipView(kept, 'missing', false, promisedAt - 1).state).toBe('received');
  expect(slipView(kept, 'missing', false, promisedAt)).toMatchObject({
    state: 'missing',
    title: '账册里没有找到这张票',
  });
});

test('without an answer an entered ballot stays entered', () => {
  expect(slipView({ ...kept, state: 'entered' }, 'unasked', false, now).state).toBe('entered');
});

test('the text for the clipboard holds the proof and none of the choices', () => {
  const text = slipText(kept, 'received');
  expect(text).toContain('7K4M-Q2XD');
  expect(text).toContain(kept.receipt.leafHash);
  for (const { name } of kept.choices) expect(text).not.toContain(name);
});

test('a receipt from another phone is rebuilt with the names of the poll', () => {
  const ballot = { receipt: kept.receipt, choices: ['c3', 'gone'], counted: true };
  const { found } = findBallot({ ballots: [ballot] }, kept.receipt.code);
  expect(found).toBe('counted');
  expect(findBallot({ ballots: [ballot] }, 'XXXX-XXXX').found).toBe('missing');
  expect(receiptFrom(ballot, pollReply({}, candidates(3)))).toMatchObject({
    state: 'entered',
    choices: [
      { id: 'c3', number: 3, name: '项目3' },
      { id: 'gone', name: 'gone' },
    ],
  });
});

test('one of several ballots a day says which one it is', () => {
  const third = { ...kept, isOnlyOne: false, receipt: { ...kept.receipt, nth: 3 } };
  expect(slipView(third, 'waiting', false, now).castOn).toBe('11月24日，当天第 3 票');
});
