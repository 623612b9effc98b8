import { getStandings } from '../../../miniprogram/services/standings';
import { standings } from '../samples';
import { installWechat } from '../wechat';

test('a page never gets an older count than it has shown', async () => {
  const wechat = installWechat();
  const reply = (batch: number) => ({ ok: true, data: standings({ batch, ballots: batch }), now: 1 });
  const seen: unknown[] = [];
  for (const batch of [3, 2, 5, 4]) {
    wechat.answer(() => reply(batch));
    const answer = await getStandings('p1');
    if (answer.ok && !answer.data.hidden) seen.push(answer.data.ballots);
  }
  expect(seen).toEqual([3, 3, 5, 5]);
});

test('each poll is kept apart', async () => {
  const wechat = installWechat();
  wechat.answer(() => ({ ok: true, data: standings({ batch: 9 }), now: 1 }));
  await getStandings('big');
  wechat.answer(() => ({ ok: true, data: standings({ batch: 1 }), now: 1 }));
  expect(await getStandings('small')).toMatchObject({ data: { batch: 1 } });
});
