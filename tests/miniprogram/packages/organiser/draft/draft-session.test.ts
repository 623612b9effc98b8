import { DraftSession } from '../../../../../miniprogram/packages/organiser/draft/draft-session';
import type { EditedPoll } from '../../../../../miniprogram/packages/organiser/services/polls';
import { now } from '../../../samples';
import { installWechat, type FakeWechat } from '../../../wechat';
import { editedPoll, qian, zhao } from '../edited-poll';

/** A cloud that keeps one poll, as far as the session can tell. */
class PollCloud {
  poll: EditedPoll = editedPoll();
  saves: Record<string, unknown>[] = [];
  /** Answered instead of the next saves, one each. */
  failures: ((input: SaveInput) => unknown)[] = [];

  answer = ({ data }: { data: unknown }): unknown => {
    // The services build these calls.
    const { procedure, input } = data as { procedure: string; input: SaveInput };
    if (procedure === 'poll.load') return { ok: true, data: { poll: structuredClone(this.poll) }, now };
    this.saves.push(input.change);
    const fail = this.failures.shift();
    if (fail) return fail(input);
    if (input.version !== this.poll.version) return refusal('EDIT_CONFLICT', { edited: this.poll.edited });
    this.change(input.change, zhao);
    return { ok: true, data: { version: this.poll.version, edited: { at: now } }, now };
  };

  change(change: object, who: Omit<EditedPoll['edited'], 'at'>): void {
    this.poll = { ...this.poll, ...change, version: this.poll.version + 1, edited: { ...who, at: now } };
  }
}

interface SaveInput {
  version: number;
  change: Record<string, unknown>;
}

function refusal(code: string, details: Record<string, unknown> = {}): unknown {
  return { ok: false, error: { code, message: '', details }, now };
}

let wechat: FakeWechat;
let cloud: PollCloud;

beforeEach(() => {
  jest.useFakeTimers();
  wechat = installWechat();
  cloud = new PollCloud();
  wechat.answer(cloud.answer);
});
afterEach(() => jest.useRealTimers());

async function opened(): Promise<DraftSession> {
  const session = new DraftSession('p1', () => undefined);
  expect(await session.load()).toBeUndefined();
  return session;
}

const rest = (): Promise<void> => jest.advanceTimersByTimeAsync(1_000);

test('typing is saved by itself once it rests, in one call', async () => {
  const session = await opened();
  for (const title of ['十', '十佳', '十佳实事']) session.change({ title });
  expect(cloud.saves).toEqual([]);
  await rest();
  expect(cloud.saves).toEqual([{ title: '十佳实事' }]);
  expect(session.state).toEqual({ kind: 'saved', at: now });
  expect(wechat.storage.size).toBe(0);
});

test('what is typed while a save is on its way is saved after it, upon its version', async () => {
  const session = await opened();
  session.change({ title: '甲' });
  await jest.advanceTimersByTimeAsync(800);
  const saving = session.flush();
  session.change({ title: '甲乙' });
  await saving;
  await rest();
  expect(cloud.poll).toMatchObject({ title: '甲乙', version: 5 });
  expect(session.state.kind).toBe('saved');
});

test('without a network the text stays on the phone and is sent when there is one again', async () => {
  const session = await opened();
  wechat.answer(() => {
    throw new Error('request:fail');
  });
  session.change({ title: '离线写的' });
  await rest();
  expect(session.state).toMatchObject({ kind: 'waiting', failure: { code: 'OFFLINE' } });
  expect(session.fields?.title).toBe('离线写的');
  wechat.answer(cloud.answer);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(cloud.poll.title).toBe('离线写的');
  expect(session.state.kind).toBe('saved');
});

test('a page that was closed without a network saves what was typed when it is opened again', async () => {
  const first = await opened();
  first.change({ summary: '没来得及保存的简介' });
  first.end();
  const second = await opened();
  expect(second.fields?.summary).toBe('没来得及保存的简介');
  await rest();
  expect(cloud.poll.summary).toBe('没来得及保存的简介');
});

test('a colleague’s change of another field is taken over, and nothing of either is lost', async () => {
  const session = await opened();
  cloud.change({ organiser: '钱进改的单位' }, qian);
  session.change({ title: '我改的标题' });
  await rest();
  await rest();
  expect(cloud.poll).toMatchObject({ title: '我改的标题', organiser: '钱进改的单位' });
  expect(session.fields).toMatchObject({ title: '我改的标题', organiser: '钱进改的单位' });
});

describe('a colleague’s change of the same field', () => {
  async function clashing(): Promise<DraftSession> {
    const session = await opened();
    cloud.change({ title: '钱进写的' }, qian);
    session.change({ title: '我写的', hotline: '12345' });
    await rest();
    return session;
  }

  test('stops the saving and says who it was; nothing is written over', async () => {
    const session = await clashing();
    expect(session.state).toMatchObject({ kind: 'conflict', by: { name: '钱进' }, clashes: ['title'] });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(cloud.poll.title).toBe('钱进写的');
  });

  test('gives way to mine where I say so', async () => {
    const session = await clashing();
    await session.settle([]);
    expect(cloud.poll).toMatchObject({ title: '我写的', hotline: '12345' });
    expect(session.state.kind).toBe('saved');
  });

  test('stays where I say so, and my other fields are saved', async () => {
    const session = await clashing();
    await session.settle(['title']);
    expect(cloud.poll).toMatchObject({ title: '钱进写的', hotline: '12345' });
    expect(session.fields?.title).toBe('钱进写的');
  });
});

test('a save whose answer was lost is no conflict with oneself', async () => {
  const session = await opened();
  cloud.failures = [
    ({ change }) => {
      cloud.change(change, zhao);
      throw new Error('request:fail timeout');
    },
  ];
  session.change({ title: '只保存一次' });
  await rest();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(session.state.kind).toBe('saved');
  expect(cloud.poll).toMatchObject({ title: '只保存一次', version: 4 });
});

test('a text that was refused waits for another wording; everything else is saved', async () => {
  const session = await opened();
  cloud.failures = [() => refusal('CONTENT_REFUSED', { field: 'change.title' })];
  session.change({ title: '不行的话', organiser: '好单位' });
  await rest();
  await rest();
  expect(cloud.poll).toMatchObject({ organiser: '好单位', title: editedPoll().title });
  expect(session.state).toMatchObject({ kind: 'refused', fields: ['title'] });
  session.change({ title: '换一种说法' });
  await rest();
  expect(cloud.poll.title).toBe('换一种说法');
  expect(session.state.kind).toBe('saved');
});

test('a group without a name is not sent until it has one', async () => {
  const session = await opened();
  const { rules } = editedPoll();
  session.change({ title: '新', rules: { ...rules, groups: [{ id: 'g', name: '', min: 0, max: 3 }] } });
  await rest();
  expect(cloud.saves).toEqual([{ title: '新' }]);
  expect(session.state.kind).toBe('unsaved');
  session.change({ rules: { ...rules, groups: [{ id: 'g', name: '市级', min: 0, max: 3 }] } });
  await rest();
  expect(cloud.poll.rules.groups).toMatchObject([{ name: '市级' }]);
});

test('flush tells whether everything is saved', async () => {
  const session = await opened();
  session.change({ title: '新' });
  expect(await session.flush()).toBe(true);
  session.change({ voidReasons: [''] });
  expect(await session.flush()).toBe(false);
});

test('what was typed before the objection channel had its name is saved under the name it has now', async () => {
  wechat.storage.set('organizer/draft/p1', { base: { objection: '' }, change: { objection: '物业办公室' } });
  await opened();
  await rest();
  expect(cloud.saves).toEqual([{ objectionChannel: '物业办公室' }]);
});
