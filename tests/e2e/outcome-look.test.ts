import { at, noticedPoll, type NoticedPoll } from '../support/noticed-poll';
import { layoutComplaints } from './support/layout';
import { complaint, objected, outcomePage, tend } from './support/objecting';
import { useProduct } from './support/product';

const product = useProduct({ timers: false });
let poll: NoticedPoll;

const signed = {
  name: '城关街道纪检监察工委派驻第三监督组李建国',
  contact: '城关街道人民路一百二十八号院三单元五零一',
  unit: '市园林绿化局',
};
const why = '材料里写新建四十六处，查明是四十一处，介绍已经改正，名单不变；没有开工的五处列入明年计划。';

beforeAll(async () => {
  poll = await noticedPoll(product().cloud);
  const { pollId, owner, ids, clock } = poll;
  const resident = product().organiserOf('小李');
  const [candidateId] = ids;
  const declined = await objected(resident, pollId, { kind: 'candidate', candidateId, signed });
  await objected(resident, pollId, { kind: 'result', signed });
  await objected(resident, pollId);
  const taken = await objected(product().organiserOf('王阿姨'), pollId, { kind: 'process', signed });
  const decide = (objectionId: string, isAccepted: boolean): Promise<unknown> =>
    owner.get('objection.accept', { pollId, objectionId, isAccepted, reason: why });
  await decide(declined.id, false);
  await decide(taken.id, true);
  await resident.take('objection.appeal', { pollId, id: declined.id, text: complaint });
  await tend(product(), poll);
  clock.to(at('2026-02-26T10:00'));
});

/** Every page with who looks at it and what is there once it is ready. */
const visits: [picture: string, address: () => string, ready: RegExp, person?: string][] = [
  ['objections', () => outcomePage('objections', poll.pollId), /晚了/],
  ['form', () => outcomePage('objection', poll.pollId), /写明事由/, '王阿姨'],
  [
    'form-candidate',
    () => outcomePage('objection', poll.pollId, `&candidate=${poll.ids[0] ?? ''}`),
    /01 第一项/,
    '王阿姨',
  ],
  ['mine', () => outcomePage('my-objections', poll.pollId), /申诉中/],
  ['mine-none', () => outcomePage('my-objections', poll.pollId), /您没有提过异议/, '陈叔'],
  ['stranger-list', () => outcomePage('objections', 'nothing'), /没有找到这个评选/],
  ['stranger-form', () => outcomePage('objection', 'nothing'), /没有找到这个评选/],
];

describe.each([
  [{ width: 320, scale: 1.5 }],
  [{ width: 375 }],
  [{ width: 430 }],
  [{ width: 375, theme: 'dark' as const }],
])('at %j', (options) => {
  test.each(visits)(
    '%s is laid out for fingers and screen readers',
    async (picture, address, ready, person = '小李') => {
      const phone = await product().phoneOf(person, { height: 1600, ...options });
      if (picture.startsWith('stranger')) phone.expectMissingFile();
      await phone.open(address());
      await phone.sees(ready);
      await phone.settles();
      await phone.picture(`${picture}-${Object.values(options).join('-')}`);
      expect(await layoutComplaints(phone)).toEqual([]);
    },
  );
});
