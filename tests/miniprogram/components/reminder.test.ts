import { installWechat, type FakeWechat } from '../wechat';
import { renderComponent, tap } from './rendered';

type Said = Record<string, string>;
interface Question {
  tmplIds: string[];
  success: (said: Said) => void;
  fail: (failure: { errCode: number }) => void;
}

const hour = 3_600_000;
let wechat: FakeWechat;
/** What WeChat was asked to ask, in order. */
let questions: Question[];

const offered = (kind: string, isSet = false) => ({ kind, templateId: `t-${kind}`, at: Date.now() + hour, isSet });

beforeEach(() => {
  wechat = installWechat();
  questions = [];
  // Beside the fake's own functions; only this component asks.
  const { wx } = globalThis as unknown as { wx: object };
  Object.assign(wx, { requestSubscribeMessage: (question: Question) => questions.push(question) });
});

/** How the cloud answers: what is offered, and that what is set is set. */
function offer(...reminders: object[]): void {
  wechat.answer(({ data }) => {
    const { procedure, input } = data as { procedure: string; input: { kinds?: string[] } };
    const reply = procedure === 'reminder.set' ? { set: input.kinds } : { reminders };
    return { ok: true, data: reply, now: Date.now() };
  });
}

const asked = (): unknown[] => wechat.calls.map(({ data }) => (data as { procedure: string }).procedure);

/** The component once it has learnt what there is to offer. */
async function shown(kinds: string[], look = 'button', asOf = '1/0') {
  const component = renderComponent('reminder', { wanted: { pollId: 'p1', kinds, asOf }, look });
  await new Promise((resolve) => setTimeout(resolve, 600));
  return { component, text: () => component.dom?.textContent ?? '' };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test('nothing is asked of the cloud while the page is still showing itself, and nothing of WeChat before a tap', async () => {
  offer(offered('opening'));
  renderComponent('reminder', { wanted: { pollId: 'p1', kinds: ['opening'], asOf: '1/0' } });
  await settled();
  expect(asked()).toEqual([]);
  const { text } = await shown(['opening']);
  expect(text()).toContain('开始时提醒我');
  expect(questions).toEqual([]);
});

test('an installation without templates shows nothing', async () => {
  offer();
  expect((await shown(['opening'])).text()).toBe('');
});

test('a cloud that does not answer shows nothing', async () => {
  wechat.answer(() => {
    throw new Error('request:fail');
  });
  expect((await shown(['opening'])).text()).toBe('');
});

test('a tap has WeChat ask for what this page offers, and no more', async () => {
  offer(offered('opening'), offered('result'));
  const { component } = await shown(['opening']);
  await tap(component, '.reminder__ask');
  expect(questions.map(({ tmplIds }) => tmplIds)).toEqual([['t-opening']]);
});

test('what is accepted is noted and said; what is not is not', async () => {
  offer(offered('lastDay'), offered('result'));
  const { component, text } = await shown(['lastDay', 'result']);
  expect(text()).toContain('截止前、出结果时提醒我');
  await tap(component, '.reminder__ask');
  questions[0]?.success({ 't-lastDay': 'reject', 't-result': 'acceptWithAudio' });
  await settled();
  expect(wechat.calls.at(-1)?.data).toEqual({
    procedure: 'reminder.set',
    input: { pollId: 'p1', kinds: ['result'] },
  });
  expect(text()).toContain('已设提醒');
  expect(text()).toContain('出结果时，发到您微信的“服务通知”里');
  expect(component.querySelector('.reminder__ask')).toBeUndefined();
});

test.each([
  ['refuses', (question: Question) => question.success({ 't-opening': 'reject' }), '什么也不会发'],
  ['has turned messages off', (question: Question) => question.fail({ errCode: 20004 }), '是关着的'],
  ['has no network', (question: Question) => question.fail({ errCode: 10002 }), '没有连上网络'],
  [
    'meets a template that WeChat has banned',
    (question: Question) => question.success({ 't-opening': 'ban' }),
    '不让设',
  ],
])('who %s is told, nothing is noted, and the offer stands', async (_, answer, sentence) => {
  offer(offered('opening'));
  const { component, text } = await shown(['opening'], 'line');
  await tap(component, '.reminder__ask');
  if (questions[0]) answer(questions[0]);
  await settled();
  expect(text()).toContain(sentence);
  expect(text()).toContain('开始时提醒我');
  expect(asked()).not.toContain('reminder.set');
});

test('a consent that the cloud has not heard of is sent again by the next tap, without a second question', async () => {
  offer(offered('opening'));
  const { component, text } = await shown(['opening']);
  await tap(component, '.reminder__ask');
  wechat.answer(() => {
    throw new Error('request:fail');
  });
  questions[0]?.success({ 't-opening': 'accept' });
  await settled();
  expect(text()).toContain('提醒还没有设成');
  offer(offered('opening'));
  await tap(component, '.reminder__ask');
  await settled();
  expect(text()).toContain('已设提醒');
  expect(questions).toHaveLength(1);
});

test('two kinds with one template are asked for once, and only the first is noted', async () => {
  offer({ ...offered('lastDay'), templateId: 'same' }, { ...offered('result'), templateId: 'same' });
  const { component } = await shown(['lastDay', 'result']);
  await tap(component, '.reminder__ask');
  expect(questions[0]?.tmplIds).toEqual(['same']);
  questions[0]?.success({ same: 'accept' });
  await settled();
  expect(wechat.calls.at(-1)?.data).toMatchObject({ input: { kinds: ['lastDay'] } });
});

test('what may be asked for is known for days: another page and another visit cost no call', async () => {
  offer(offered('result'));
  await shown(['result']);
  const { text } = await shown(['result']);
  expect(text()).toContain('出结果时提醒我');
  expect(asked()).toEqual(['reminder.templates']);
});

test('what became of a nomination is asked for anew each time', async () => {
  offer({ ...offered('verdict'), at: null });
  await shown(['verdict']);
  await shown(['verdict']);
  expect(asked()).toEqual(['reminder.templates', 'reminder.templates']);
});

test('one question is about three at most, and what has no room is offered once these are set', async () => {
  const kinds = ['lastDay', 'notice', 'result', 'extended'];
  offer(...kinds.map((kind) => offered(kind)));
  const { component, text } = await shown(kinds, 'line');
  expect(text()).toBe('截止前、公示有消息时、出结果时提醒我');
  await tap(component, '.reminder__ask');
  expect(questions.map(({ tmplIds }) => tmplIds)).toEqual([['t-lastDay', 't-notice', 't-result']]);
  questions[0]?.success({ 't-lastDay': 'accept', 't-notice': 'accept', 't-result': 'accept' });
  await settled();
  expect(wechat.calls.at(-1)?.data).toMatchObject({ input: { kinds: ['lastDay', 'notice', 'result'] } });
  expect((await shown(kinds, 'line')).text()).toBe('投票延长时提醒我');
});

test('news of a notice that was told is over with it: the one behind it may be asked for, and it is said that it has to be', async () => {
  offer({ ...offered('notice'), at: null });
  const { component, text } = await shown(['notice'], 'button', '1/0');
  expect(text()).toContain('只发这一条，不发别的。公示开始、延长、更正都算有消息。');
  await tap(component, '.reminder__ask');
  questions[0]?.success({ 't-notice': 'accept' });
  await settled();
  expect(text()).toContain('收到一条以后，还想知道下一条，请再来点一次。');
  // Known for as long as the poll is like it was.
  expect((await shown(['notice'], 'button', '1/0')).text()).toContain('已设提醒');
  expect(asked()).toEqual(['reminder.templates', 'reminder.set']);
  expect((await shown(['notice'], 'button', '1/1')).text()).toContain('公示有消息时提醒我');
  expect(asked()).toEqual(['reminder.templates', 'reminder.set', 'reminder.templates']);
});
