import { juryRules } from '../shared/universal/ledger/sample-jury';
import { OrganiserClient } from '../../support/organiser-client';
import { snapshot } from '../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { invoke } from '../../support/voter-client';

let cloud: TestCloud;
let pollId: string;
const owner = (): OrganiserClient => new OrganiserClient(cloud.url, 'oOwner');
beforeAll(async () => {
  cloud = await startTestCloud();
  pollId = await owner().create();
});
afterAll(() => cloud.close());

const save = (change: object): object => ({ procedure: 'poll.save', input: { pollId, version: 1, change } });
const judged = (jury: object): object =>
  save({ result: { seats: 1, decimals: 2, jury: { ...juryRules, ...jury }, ties: [] } });
const add = (candidate: object): object => ({
  procedure: 'candidate.add',
  input: { pollId, requestId: 'request-0001', candidate },
});
const rules = { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 } };
const lone = '\ud83d';

describe('bad input is refused with the field named and nothing written', () => {
  it.each([
    ['no poll', () => ({ procedure: 'poll.load' }), 'pollId'],
    ['an operator for a poll', () => ({ procedure: 'poll.load', input: { pollId: { $ne: null } } }), 'pollId'],
    ['an identity', () => ({ procedure: 'poll.load', input: { pollId, openid: 'oOther' } }), 'openid'],
    ['a field that is none', () => save({ status: 'published' }), 'change.status'],
    ['the key', () => save({ key: { nonce: '', sealed: '' } }), 'change.key'],
    [
      'another version’s kind',
      () => ({ procedure: 'poll.save', input: { pollId, version: '1', change: {} } }),
      'version',
    ],
    ['a title that is too long', () => save({ title: '长'.repeat(41) }), 'change.title'],
    ['a title of two lines', () => save({ title: '一\n二' }), 'change.title'],
    ['half a character', () => save({ title: lone }), 'change.title'],
    ['a hidden control', () => save({ summary: 'a\u0000b' }), 'change.summary'],
    ['stages without an end', () => save({ stages: { voting: Date.now() } }), 'change.stages.verifying'],
    [
      'an instant in seconds',
      () => save({ stages: { voting: 1_790_000_000, verifying: 2e12 } }),
      'change.stages.voting',
    ],
    ['no ballots', () => save({ rules: { ...rules, ballotsPerPeriod: 0 } }), 'change.rules.ballotsPerPeriod'],
    ['a week’s limit', () => save({ rules: { ...rules, period: 'weekly' } }), 'change.rules.period'],
    [
      'a group’s id of dots',
      () => save({ rules: { ...rules, groups: [{ id: '$.a', name: 'x', min: 0, max: 1 }] } }),
      'change.rules.groups.0.id',
    ],
    ['a release at 25 o’clock', () => save({ countPolicy: { kind: 'daily', at: '25:00' } }), 'change.countPolicy.at'],
    ['steps of two ballots', () => save({ countPolicy: { kind: 'live', step: 2 } }), 'change.countPolicy.step'],
    [
      'steps of a daily count',
      () => save({ countPolicy: { kind: 'daily', at: '18:00', step: 1 } }),
      'change.countPolicy.step',
    ],
    ['a result of nothing', () => save({ result: { seats: 1, decimals: 0, ties: [] } }), 'change.result'],
    ['a weight of 101', () => judged({ weight: 101 }), 'change.result.jury.weight'],
    ['points of a half', () => judged({ most: 9.5 }), 'change.result.jury.most'],
    ['a jury without criteria', () => judged({ criteria: [] }), 'change.result.jury.criteria'],
    [
      'a criterion twice',
      () => judged({ criteria: [1, 2].map(() => ({ id: 'a', name: '创新', weight: 1 })) }),
      'change.result.jury.criteria',
    ],
    ['four sheets dropped', () => judged({ drop: { top: 4, bottom: 0 } }), 'change.result.jury.drop.top'],
    ['no sheet needed', () => judged({ least: 0 }), 'change.result.jury.least'],
    ['jurors under masks', () => judged({ names: 'masked' }), 'change.result.jury.names'],
    ['a jury’s rules of one’s own', () => judged({ average: 'median' }), 'change.result.jury.average'],
    ['a cover from elsewhere', () => save({ cover: 'https://example.org/a.png' }), 'change.cover'],
    ['a candidate without a name', () => add({ unit: '单位' }), 'candidate.name'],
    ['a candidate with an empty name', () => add({ name: '  ' }), 'candidate.name'],
    ['a number of one’s own', () => add({ name: '某项', number: 1 }), 'candidate.number'],
    [
      'ten pictures',
      () => add({ name: '某项', pictures: Array.from({ length: 10 }, () => 'cloud://a.b/c.png') }),
      'candidate.pictures',
    ],
    ['a group that is none', () => add({ name: '某项', group: 'x' }), 'candidate.group'],
    ['a role that is none', () => ({ procedure: 'invitation.create', input: { pollId, role: 'king' } }), 'role'],
    ['an act that is none', () => ({ procedure: 'act.propose', input: { pollId, act: { kind: 'win' } } }), 'act.kind'],
    [
      'an act without a reason',
      () => ({ procedure: 'act.propose', input: { pollId, act: { kind: 'withdraw', reason: '' } } }),
      'act.reason',
    ],
    [
      'the log’s rules as a ballot',
      () => ({
        procedure: 'act.propose',
        input: { pollId, act: { kind: 'voidBallot', index: 0, reason: 'x', clause: 'y' } },
      }),
      'act.index',
    ],
    ['a cursor of one’s own', () => ({ procedure: 'trail.list', input: { pollId, cursor: '{"$gt":""}' } }), 'cursor'],
    ['a cursor that is no time', () => ({ procedure: 'act.list', input: { pollId, cursor: 'abc' } }), 'cursor'],
  ])('%s', async (_, event, field) => {
    const before = await snapshot(cloud);
    const reply = await invoke(cloud.url, 'organiser', event(), { 'x-wx-openid': 'oOwner' });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', details: { field, expected: expect.any(String) } },
    });
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('a procedure that is none', async () => {
    for (const procedure of ['poll.get', 'ballot.cast', 'constructor', '__proto__']) {
      const reply = await invoke(cloud.url, 'organiser', { procedure, input: { pollId } }, { 'x-wx-openid': 'oOwner' });
      expect(reply).toMatchObject({ error: { code: 'UNKNOWN_PROCEDURE' } });
    }
  });
});

describe('when the database does not answer', () => {
  it('every procedure says BUSY, and the log names no identity', async () => {
    const stop = cloud.onDatabaseCall({
      before: ({ functionName }) =>
        functionName === 'organiser'
          ? { refuse: { code: 'DATABASE_REQUEST_FAILED', message: 'LimitExceeded' } }
          : undefined,
    });
    for (const procedure of ['poll.load', 'candidate.list', 'dashboard.get', 'act.list'] as const) {
      expect(await owner().ask(procedure, { pollId })).toMatchObject({ error: { code: 'BUSY' } });
    }
    stop();
    expect(cloud.logs.join('\n')).toContain('LimitExceeded');
    expect(cloud.logs.join('\n')).not.toContain('oOwner');
  });
});

test('what nobody sees is in no text that is kept, whoever wrote it', async () => {
  const unseen = '\u200b\u202e\u2066\u00ad\u3164\u2800\u{e0041}';
  const dirty = (text: string): string => `${unseen}${text.slice(0, 1)}${unseen}${text.slice(1)}${unseen}`;
  const someone = new OrganiserClient(cloud.url, 'oUnseen');
  const { poll } = await someone.get('poll.create', {
    requestId: 'request-unseen',
    template: 'small',
    title: dirty('看不见的字'),
    myName: dirty('李四'),
  });
  await someone.save(poll.id, {
    organiser: dirty('民政局'),
    purpose: dirty('为了\n大家'),
    voidReasons: [dirty('重复投票')],
    nomination: { isOpen: true, perPerson: 2, guide: dirty('请写清楚') },
  });
  await someone.add(poll.id, dirty('社区食堂'), { unit: dirty('街道'), sentence: dirty('热饭') });
  const { token } = await someone.get('invitation.create', { pollId: poll.id, role: 'editor' });
  await new OrganiserClient(cloud.url, 'oUnseenToo').get('invitation.accept', { token, myName: dirty('王五') });
  await someone.get('channel.add', { pollId: poll.id, requestId: 'request-channel', name: dirty('大厅海报') });
  const kept = JSON.stringify(await snapshot(cloud));
  expect(kept).not.toMatch(/[\p{Default_Ignorable_Code_Point}\u2800]/u);
  for (const text of [
    '看不见的字',
    '李四',
    '民政局',
    '重复投票',
    '请写清楚',
    '社区食堂',
    '街道',
    '热饭',
    '王五',
    '大厅海报',
  ]) {
    expect(kept).toContain(text);
  }
});
