import { randomUUID } from 'node:crypto';
import { OrganiserClient, publishable, readyPoll } from '../../../support/organiser-client';
import { snapshot } from '../../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { readAll } from '../../../support/read-all';
import { juryRules } from '../../shared/universal/ledger/sample-jury';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const person = (openid: string): OrganiserClient => new OrganiserClient(cloud.url, openid);

describe('making a poll', () => {
  it('a repeated request answers the draft that it made, and two at once make one', async () => {
    const owner = person('oMaker');
    const wish = { requestId: 'request-make-1', template: 'services', myName: '李敏' } as const;
    const made = await Promise.all([owner.get('poll.create', wish), owner.get('poll.create', wish)]);
    const again = await owner.get('poll.create', wish);
    expect(new Set([...made, again].map(({ poll }) => poll.id)).size).toBe(1);
    expect((await owner.get('poll.mine', {})).polls).toHaveLength(1);
    expect(again.poll).toMatchObject({ status: 'draft', me: { name: '李敏', role: 'owner' }, secondPerson: true });
    const other = await person('oSomebodyElse').get('poll.create', wish);
    expect(other.poll.id).not.toBe(again.poll.id);
  });

  it('a person makes as many polls as the installation allows', async () => {
    const owner = person('oBusy');
    for (let made = 0; made < 20; made++) await owner.create();
    const wish = { requestId: randomUUID(), template: 'blank', myName: '忙' } as const;
    const refusal = { error: { code: 'LIMIT_REACHED', details: { what: 'polls', most: 20 } } };
    expect(await owner.ask('poll.create', wish)).toMatchObject(refusal);
    expect(await owner.get('me.get', {})).toMatchObject({ mayCreate: true, pollsLeft: 0 });
  });

  it('every template begins as a draft that its own contract takes back', async () => {
    const owner = person('oTemplates');
    const { templates } = await owner.get('template.list', {});
    expect(templates).toHaveLength(6);
    for (const { id, fields } of templates) {
      const pollId = await owner.create(id);
      expect(await owner.save(pollId, fields)).toMatchObject({ ok: true });
    }
  });
});

describe('two editors at once', () => {
  it('the second is told by whom, when and what, and nothing is overwritten', async () => {
    const owner = person('oFirst');
    const pollId = await owner.create();
    const editor = await owner.invite(pollId, 'oSecond', 'editor');
    const { poll } = await owner.get('poll.load', { pollId });
    const change = (summary: string): { pollId: string; version: number; change: { summary: string } } => ({
      pollId,
      version: poll.version,
      change: { summary },
    });
    await owner.get('poll.save', change('负责人写的'));
    expect(await editor.ask('poll.save', change('编辑写的'))).toMatchObject({
      error: {
        code: 'EDIT_CONFLICT',
        details: { version: poll.version + 1, edited: { name: 'First', role: 'owner' }, fields: ['summary'] },
      },
    });
    expect((await owner.get('poll.load', { pollId })).poll.summary).toBe('负责人写的');
  });

  it('of ten who save at once exactly one is in time', async () => {
    const owner = person('oRacing');
    const pollId = await owner.create();
    const { poll } = await owner.get('poll.load', { pollId });
    const saves = Array.from({ length: 10 }, (_, index) =>
      owner.ask('poll.save', { pollId, version: poll.version, change: { summary: `第 ${index} 次` } }),
    );
    const replies = await Promise.all(saves);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]));
    expect(new Set(refused)).toEqual(new Set(['EDIT_CONFLICT']));
  });

  it('of two who edit a candidate the second is told', async () => {
    const owner = person('oCandidateRace');
    const pollId = await owner.create();
    const candidateId = await owner.add(pollId, '老年食堂');
    await owner.get('candidate.save', { pollId, candidateId, version: 1, change: { unit: '民政局' } });
    const late = await owner.ask('candidate.save', { pollId, candidateId, version: 1, change: { unit: '教育局' } });
    expect(late).toMatchObject({ error: { code: 'EDIT_CONFLICT', details: { version: 2 } } });
    const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
    expect(candidate).toMatchObject({ unit: '民政局', version: 2 });
  });

  it('candidates that are added at once all get a place and a number of their own', async () => {
    const owner = person('oMany');
    const pollId = await owner.create();
    await Promise.all(Array.from({ length: 8 }, (_, index) => owner.add(pollId, `候选 ${index}`)));
    const { candidates } = await owner.get('candidate.list', { pollId });
    expect(candidates.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('candidates', () => {
  it('a repeated request adds one', async () => {
    const owner = person('oAdder');
    const pollId = await owner.create();
    const wish = { pollId, requestId: 'request-add-1', candidate: { name: '夜间图书馆' } };
    const first = await owner.get('candidate.add', wish);
    expect(await owner.get('candidate.add', wish)).toEqual(first);
    expect((await owner.get('candidate.list', { pollId })).candidates).toHaveLength(1);
  });

  it('are put in order, numbered by hand, and taken out again', async () => {
    const owner = person('oOrder');
    const pollId = await owner.create();
    const [a, b, c] = [await owner.add(pollId, '甲'), await owner.add(pollId, '乙'), await owner.add(pollId, '丙')];
    const names = async (): Promise<string[]> =>
      (await owner.get('candidate.list', { pollId })).candidates.map(({ number, name }) => `${number}${name}`);
    const { listVersion } = await owner.get('candidate.list', { pollId });
    const arranged = await owner.get('candidate.arrange', { pollId, listVersion, order: [c, a, b] });
    expect(await names()).toEqual(['1丙', '2甲', '3乙']);
    const numbers = [11, 12, 20];
    const numbered = { pollId, listVersion: arranged.listVersion, order: [c, a, b], numbers };
    const { listVersion: newest } = await owner.get('candidate.arrange', numbered);
    expect(await names()).toEqual(['11丙', '12甲', '20乙']);
    expect(await owner.ask('candidate.arrange', numbered)).toMatchObject({ error: { code: 'EDIT_CONFLICT' } });
    for (const order of [
      [a, b],
      [a, b, b],
      [a, b, 'nowhere'],
    ]) {
      const reply = await owner.ask('candidate.arrange', { pollId, listVersion: newest, order });
      expect(reply).toMatchObject({
        error: { code: 'INVALID_INPUT', details: { field: expect.stringMatching(/^order/) } },
      });
    }
    await owner.get('candidate.remove', { pollId, candidateId: a, listVersion: newest });
    expect(await names()).toEqual(['11丙', '20乙']);
    await owner.add(pollId, '丁');
    expect(await names()).toEqual(['11丙', '20乙', '21丁']);
  });
});

describe('how a jury scores', () => {
  it('is kept as written, with a vote beside it or without, and a draft may be half done', async () => {
    const owner = person('oJuryRules');
    const pollId = await owner.create();
    const vote = { weight: 30, by: 'maximum' } as const;
    const unnamed = { ...juryRules, criteria: [{ id: 'a', name: '', weight: 100 }] };
    for (const result of [
      { seats: 2, decimals: 2, votes: vote, jury: juryRules, ties: [{ by: 'jury', criterion: 'innovation' } as const] },
      { seats: 2, decimals: 3, jury: juryRules, ties: [{ by: 'jury' } as const] },
      { seats: 1, decimals: 2, jury: unnamed, ties: [] },
    ]) {
      expect(await owner.save(pollId, { result })).toMatchObject({ ok: true });
      expect((await owner.get('poll.load', { pollId })).poll.result).toEqual(result);
    }
  });

  it('stands in the way of publishing as long as no jury can be led to its result', async () => {
    const owner = person('oJuryWaits');
    const pollId = await readyPoll(owner);
    const result = { seats: 1, decimals: 2, votes: { weight: 30, by: 'maximum' }, jury: juryRules, ties: [] } as const;
    expect(await owner.save(pollId, { result: { ...result, ties: [] } })).toMatchObject({ ok: true });
    expect(await owner.ask('act.propose', { pollId, act: { kind: 'publish' } })).toMatchObject({
      error: { code: 'CHECKLIST_INCOMPLETE', details: { items: [{ code: 'result', level: 'missing' }] } },
    });
  });
});

describe('what WeChat does not pass', () => {
  it('is refused with its field, and nothing is saved', async () => {
    const owner = person('oUnsafe');
    const pollId = await owner.create();
    const before = await snapshot(cloud);
    const rules = { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 } } as const;
    const groups = [{ id: 'a', name: '代开发票', min: 0, max: 1 }];
    expect(await owner.save(pollId, { summary: '好的', rules: { ...rules, groups } })).toMatchObject({
      error: { code: 'CONTENT_REFUSED', details: { field: 'change.rules.groups.0.name', suggest: 'risky' } },
    });
    const criteria = [
      { id: 'a', name: '创新', weight: 60 },
      { id: 'b', name: '代开发票', weight: 40 },
    ];
    const result = { seats: 1, decimals: 2, jury: { ...juryRules, criteria }, ties: [] };
    expect(await owner.save(pollId, { result })).toMatchObject({
      error: { code: 'CONTENT_REFUSED', details: { field: 'change.result.jury.criteria.1.name', suggest: 'risky' } },
    });
    const candidate = { name: '好的', criteria: [{ criterion: 'innovation' as const, text: '扫码领取优惠券' }] };
    expect(await owner.ask('candidate.add', { pollId, requestId: randomUUID(), candidate })).toMatchObject({
      error: { code: 'CONTENT_REFUSED', details: { field: 'candidate.criteria.0.text', suggest: 'review' } },
    });
    const wish = { requestId: randomUUID(), template: 'blank', myName: '赌博' } as const;
    expect(await owner.ask('poll.create', wish)).toMatchObject({
      error: { code: 'CONTENT_REFUSED', details: { field: 'myName' } },
    });
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('a check that does not answer saves nothing', async () => {
    const owner = person('oAway');
    const pollId = await owner.create();
    const before = await snapshot(cloud);
    const mend = cloud.breakOpenApi('security.msgSecCheck');
    expect(await owner.save(pollId, { summary: '新的简介' })).toMatchObject({
      error: { code: 'CONTENT_CHECK_UNAVAILABLE' },
    });
    mend();
    expect(await snapshot(cloud)).toEqual(before);
    expect(await owner.save(pollId, { summary: '新的简介' })).toMatchObject({ ok: true });
  });
});

describe('after publishing', () => {
  it('texts and pictures change with a public reason; rules, candidates and times do not', async () => {
    const owner = person('oPublished');
    const pollId = await readyPoll(owner);
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    const { poll } = await owner.get('poll.load', { pollId });
    expect(poll.changeable).toEqual([
      ...['implementers', 'coOrganisers', 'summary', 'purpose', 'objectionChannel', 'hotline', 'cover', 'attachments'],
    ]);

    for (const change of [
      { title: '另一个' },
      { rules: { ...poll.rules, ballotsPerPeriod: 5 } },
      { secondPerson: true },
    ]) {
      const [field] = Object.keys(change);
      expect(await owner.save(pollId, change, '想改')).toMatchObject({
        error: { code: 'FROZEN_AFTER_PUBLISHING', details: { field: `change.${field ?? ''}` } },
      });
    }
    expect(
      await owner.ask('candidate.add', { pollId, requestId: randomUUID(), candidate: { name: '丙' } }),
    ).toMatchObject({
      error: { code: 'FROZEN_AFTER_PUBLISHING' },
    });
    expect(await owner.save(pollId, { summary: '没有说明' })).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'reason' } },
    });
    expect(await owner.save(pollId, { summary: '改正了一个错字' }, '改错字')).toMatchObject({ ok: true });
    const { candidates } = await owner.get('candidate.list', { pollId });
    const [first] = candidates;
    const candidateId = first?.id ?? '';
    const edit = { pollId, candidateId, version: first?.version ?? 0 };
    expect(await owner.ask('candidate.save', { ...edit, change: { name: '新名字' }, reason: '想改' })).toMatchObject({
      error: { code: 'FROZEN_AFTER_PUBLISHING', details: { field: 'change.name' } },
    });
    await owner.get('candidate.save', { ...edit, change: { sentence: '补一句介绍' }, reason: '补充介绍' });
    expect((await owner.get('poll.load', { pollId })).poll.changes).toMatchObject([
      { what: 'summary', reason: '改错字' },
      { what: 'candidate.sentence', candidateId, reason: '补充介绍' },
    ]);
  });

  it('saving what is there already changes and records nothing', async () => {
    const owner = person('oSame');
    const pollId = await readyPoll(owner);
    const before = await readAll(cloud.url, 'polls', { _id: pollId });
    expect(await owner.save(pollId, publishable)).toMatchObject({ ok: true });
    expect(await readAll(cloud.url, 'polls', { _id: pollId })).toEqual(before);
  });
});
