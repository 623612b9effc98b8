import { ChangesSession } from '../../../../../miniprogram/packages/organiser/changes/changes-session';
import type { EditedPoll } from '../../../../../miniprogram/packages/organiser/services/polls';
import { now } from '../../../samples';
import { installWechat } from '../../../wechat';
import { editedPoll, qian } from '../edited-poll';

let poll: EditedPoll;
let saves: { change: object; reason?: string }[];

beforeEach(() => {
  poll = editedPoll({ status: 'published', changeable: ['summary', 'hotline'] });
  saves = [];
  installWechat().answer(({ data }) => {
    // The services build these calls.
    const { procedure, input } = data as {
      procedure: string;
      input: { version: number; change: object; reason: string };
    };
    if (procedure === 'poll.load') return { ok: true, data: { poll }, now };
    if (input.version !== poll.version) return { ok: false, error: { code: 'EDIT_CONFLICT', message: '' }, now };
    saves.push({ change: input.change, reason: input.reason });
    return { ok: true, data: { version: poll.version + 1, edited: { at: now } }, now };
  });
});

async function opened(): Promise<ChangesSession> {
  const form = new ChangesSession('p1');
  await form.load();
  return form;
}

test('only what differs is saved, with the reason that everybody reads', async () => {
  const form = await opened();
  expect(form.isChanged).toBe(false);
  form.write({ hotline: '12345' });
  form.write({ summary: '改了又改回' });
  form.write({ summary: poll.summary });
  expect(form.isChanged).toBe(true);
  expect(await form.save('补上电话')).toEqual({ ok: true });
  expect(saves).toEqual([{ change: { hotline: '12345' }, reason: '补上电话' }]);
});

test('a colleague’s change of the same text is decided by a person, of another text by nobody', async () => {
  const form = await opened();
  form.write({ summary: '我写的', hotline: '12345' });
  poll = { ...poll, summary: '钱进写的', version: 4, edited: { ...qian, at: now } };
  expect(await form.save('理由')).toEqual({ ok: false });
  expect(form.clashes).toEqual(['summary']);
  expect(saves).toEqual([]);
  form.settle(['summary']);
  expect(await form.save('理由')).toEqual({ ok: true });
  expect(saves).toEqual([{ change: { hotline: '12345' }, reason: '理由' }]);
});
