import { snapshot } from '../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

let serial = 0;
const message = (Content: string, more: object = {}): object => ({
  ToUserName: 'gh_local',
  FromUserName: 'oAsker',
  CreateTime: 1,
  MsgType: 'text',
  Content,
  MsgId: `message-${(serial += 1)}`,
  ...more,
});
/** As the platform pushes: with the identity of who wrote to customer service, as its documentation shows. */
const push = (event: object, openid = 'oAsker'): Promise<unknown> =>
  cloud.invoke('inbox', event, { source: 'wx_unknown', openid });

describe('what is not WeChat’s own push', () => {
  const verdict = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'forged', result: { suggest: 'pass' } };
  it.each(['wx_client', 'wx_devtools', 'wx_http', 'wx_trigger', 'scf', 'wx_client,scf', 'wx_unknown,scf', ''])(
    'is refused from "%s", and nothing is written or sent',
    async (source) => {
      const before = await snapshot(cloud);
      for (const event of [verdict, message('怎么投票')]) {
        expect(await cloud.invoke('inbox', event, { source, openid: 'oAsker' })).toMatchObject({
          ok: false,
          error: { code: 'FORBIDDEN_SOURCE' },
        });
      }
      expect(await snapshot(cloud)).toEqual(before);
      expect(cloud.serviceMessages('oAsker')).toEqual([]);
    },
  );

  it('is refused when the identity is not the sender’s', async () => {
    expect(await push(message('怎么投票'), 'oSomebodyElse')).toMatchObject({ error: { code: 'FORBIDDEN_SOURCE' } });
  });
});

describe('customer service', () => {
  const answers = (): string[] =>
    cloud.serviceMessages('oAsker').flatMap(({ from, text }) => (from === 'service' ? [text] : []));

  it.each([
    ['怎么投票？', '看到回执就是投上了'],
    ['我的票投上了吗', '我的'],
    ['对结果有异议', '监督电话'],
    ['监督电话是多少', '规则'],
    ['什么时候截止', '北京时间'],
  ])('answers %s by itself', async (question, part) => {
    expect(await cloud.sayToService('oAsker', question)).toBe('delivered');
    expect(answers().at(-1)).toContain(part);
  });

  it.each([
    ['what it does not understand', message('今天天气真好')],
    ['who asks for a person', message('怎么投票，找人工客服')],
    ['a picture', message('', { MsgType: 'image', PicUrl: 'https://example.org/a.png' })],
  ])('hands %s over to a person, as WeChat documents it', async (_, event) => {
    const before = answers();
    expect(await push(event)).toEqual({
      ToUserName: 'oAsker',
      FromUserName: 'gh_local',
      CreateTime: expect.any(Number),
      MsgType: 'transfer_customer_service',
    });
    expect(answers()).toEqual(before);
  });

  it('hands over in the conversation itself', async () => {
    expect(await cloud.sayToService('oAsker', '今天天气真好')).toBe('handed-over');
  });

  it('answers a message once, however often it is pushed', async () => {
    await cloud.sayToService('oAsker', '怎么投票');
    const before = answers().length;
    const question = message('怎么投票');
    expect(await Promise.all([push(question), push(question), push(question)])).toEqual([
      'success',
      'success',
      'success',
    ]);
    expect(await push(question)).toBe('success');
    expect(answers()).toHaveLength(before + 1);
  });

  it('hands over to a person where its answer is not taken', async () => {
    const mend = cloud.breakOpenApi('customerServiceMessage.send');
    expect(await push(message('怎么投票'))).toMatchObject({ MsgType: 'transfer_customer_service' });
    mend();
  });

  describe('when the conversation is opened', () => {
    const heard = (openid: string): string[] =>
      cloud.serviceMessages(openid).flatMap(({ from, text }) => (from === 'service' ? [text] : []));

    it('greets with the commonest questions, once a visit, and keeps nobody’s identity for it', async () => {
      expect(await cloud.enterService('oVisitor')).toBe('delivered');
      const [greeting = ''] = heard('oVisitor');
      expect(greeting).toMatch(/^您好，这里是公评的客服。/);
      expect(greeting.match(/^\d\. .+$/gm)).toHaveLength(5);
      await Promise.all([cloud.enterService('oVisitor'), cloud.enterService('oVisitor')]);
      expect(heard('oVisitor')).toHaveLength(1);
      expect(JSON.stringify((await snapshot(cloud))['received'])).not.toContain('oVisitor');
    });

    it('answers each question of the greeting by its number', async () => {
      await cloud.enterService('oByNumber');
      const count = heard('oByNumber')[0]?.match(/^\d\. /gm)?.length ?? 0;
      for (let number = 1; number <= count; number += 1) {
        expect(await cloud.sayToService('oByNumber', String(number))).toBe('delivered');
      }
      expect(new Set(heard('oByNumber')).size).toBe(1 + count);
      expect(await cloud.sayToService('oByNumber', String(count + 1))).toBe('handed-over');
    });

    it('says the questions again to who says hello', async () => {
      await cloud.sayToService('oPolite', '你好！');
      expect(heard('oPolite')).toEqual([expect.stringMatching(/^您好，.*\n1\. /)]);
    });

    it('hands nobody over where WeChat takes no greeting', async () => {
      const mend = cloud.breakOpenApi('customerServiceMessage.send');
      expect(await cloud.enterService('oUnheard')).toBe('delivered');
      mend();
      expect(heard('oUnheard')).toEqual([]);
    });
  });
});

it('a verdict on a picture that nobody knows is kept once, for a request that is not noted yet', async () => {
  const verdict = {
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: 'trace-1',
    errcode: 0,
    result: { suggest: 'pass' },
  };
  for (let time = 0; time < 3; time++)
    expect(await cloud.invoke('inbox', verdict, { source: 'wx_unknown' })).toBe('success');
  expect((await snapshot(cloud))['verdicts']).toMatchObject([{ _id: 'trace-1', suggest: 'pass' }]);
});
