import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startTestCloud } from '../support/cloud';
import { addInbox, buildProbes } from '../support/functions';

let cloud: LocalCloud;
const lines: string[] = [];

beforeAll(async () => {
  const functionsDir = buildProbes(['customerServiceMessage.send']);
  addInbox(functionsDir);
  cloud = await startTestCloud({ functionsDir, log: (name, line) => name === 'inbox' && lines.push(line) });
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.setClock(0);
  lines.length = 0;
});

async function tell(openid: string, body: object): Promise<unknown> {
  const reply = await fetch(`${cloud.url}/service-messages/${openid}`, { method: 'POST', body: JSON.stringify(body) });
  return reply.json();
}

async function conversation(openid: string): Promise<unknown> {
  return (await fetch(`${cloud.url}/service-messages/${openid}`)).json();
}

/** Answers from a function other than `inbox`. */
function send(message: object): Promise<unknown> {
  return cloud.invoke('probe', { do: 'openapi', name: 'customerServiceMessage.send', data: message }, { openid: 'oX' });
}

const answer = (touser: string): object => ({ touser, msgtype: 'text', text: { content: '您好' } });

test('a person’s text is pushed to inbox as the platform’s, and both sides are kept', async () => {
  expect(await tell('oLi', { text: '怎么投票' })).toEqual({ delivery: 'delivered' });
  const { event, context } = JSON.parse(lines.at(-1) ?? '') as { event: object; context: Record<string, unknown> };
  expect(event).toEqual({
    ToUserName: 'gh_local',
    FromUserName: 'oLi',
    CreateTime: expect.any(Number),
    MsgType: 'text',
    Content: '怎么投票',
    MsgId: expect.any(Number),
  });
  expect(context).toMatchObject({ SOURCE: 'wx_unknown' });
  expect(context['OPENID']).toBeUndefined();
  expect(await conversation('oLi')).toEqual([
    expect.objectContaining({ from: 'person', text: '怎么投票' }),
    expect.objectContaining({ from: 'service', msgtype: 'text', text: '收到：怎么投票' }),
  ]);
});

test('opening the conversation is pushed with where it was opened', async () => {
  await tell('oWang', { sessionFrom: 'help' });
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    event: { MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: 'help' },
  });
});

test('who opened the conversation may be sent one message within a minute, and no second', async () => {
  await tell('oGuest', { sessionFrom: '' });
  expect(await send(answer('oGuest'))).toMatchObject({ errCode: 0 });
  expect(await send(answer('oGuest'))).toMatchObject({ errCode: 45047 });
  await tell('oSlow', { sessionFrom: '' });
  cloud.setClock(61_000);
  expect(await send(answer('oSlow'))).toMatchObject({ errCode: 45015 });
});

test('a function hands the conversation over to a person', async () => {
  expect(await tell('oZhang', { text: '人工' })).toEqual({ delivery: 'handed-over' });
  expect(await conversation('oZhang')).toContainEqual(expect.objectContaining({ msgtype: 'handover' }));
});

test('who has not written within two days is not answered', async () => {
  expect(await send(answer('oNobody'))).toMatchObject({ errCode: 45015 });
  await tell('oLate', { text: '在吗' });
  cloud.setClock(49 * 3_600_000);
  expect(await send(answer('oLate'))).toMatchObject({ errCode: 45015 });
});

test('five answers follow one message, and no sixth', async () => {
  await tell('oMany', { text: '在吗' });
  for (let sent = 1; sent < 5; sent += 1) expect(await send(answer('oMany'))).toMatchObject({ errCode: 0 });
  expect(await send(answer('oMany'))).toMatchObject({ errCode: 45047 });
});

test.each([
  [{ touser: '', msgtype: 'text', text: { content: 'x' } }, 40003],
  [{ touser: 'oLi', msgtype: 'voice' }, 40008],
  [{ touser: 'oLi', msgtype: 'image', image: { mediaId: 'x' } }, 40007],
  [{ touser: 'oLi', msgtype: 'text', text: { content: '' } }, 47001],
  [{ touser: 'oLi', msgtype: 'miniprogrampage', miniprogrampage: { title: 'x' } }, 47001],
])('%j is refused', async (message, errCode) => {
  await tell('oLi', { text: '在吗' });
  expect(await send(message)).toMatchObject({ errCode });
});

test('a function without the permission answers nobody', async () => {
  const without = await startTestCloud({ functionsDir: buildProbes() });
  const data = { do: 'openapi', name: 'customerServiceMessage.send', data: answer('oLi') };
  expect(await without.invoke('probe', data)).toMatchObject({ errCode: -604101 });
  await without.close();
});
