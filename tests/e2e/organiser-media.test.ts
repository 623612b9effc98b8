import { drawPhoto } from '../preview/support/photo';
import { eventually } from '../support/eventually';
import { readyPoll, type OrganiserClient } from '../support/organiser-client';
import { recordFilm } from './support/film';
import { field, organiserPage, pickFiles, saved } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';

const product = useProduct();
const minute = 60_000;
const owner = (): OrganiserClient => product().organiserOf('赵敏');
const form = (pollId: string, id: string): string =>
  `packages/organiser/candidate-edit/candidate-edit?poll=${pollId}&id=${id}`;
const reviewing = (pollId: string): string => `${organiserPage('review', pollId)}&part=media`;

interface Photo {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function photos(phone: Phone, count: number): Promise<Photo[]> {
  const buffer = await drawPhoto(phone.page, 2400, 1600);
  return Array.from({ length: count }, (_, at) => ({ name: `${at}.jpg`, mimeType: 'image/jpeg', buffer }));
}

/** The candidate that was added last. */
async function lastCandidate(pollId: string): Promise<{ id: string; pictures: { file: string; state: string }[] }> {
  const { candidates } = await owner().get('candidate.list', { pollId });
  const last = candidates.at(-1);
  if (!last) throw new Error('there is no candidate');
  return last;
}

test('a cover is made smaller on the phone, waits for WeChat, and is on the residents’ page once it is passed', async () => {
  const pollId = await readyPoll(owner());
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('edit', pollId));
  await phone.tap('button', '选一张图片');
  const [photo] = await photos(phone, 1);
  await pickFiles(phone, photo ?? []);
  await phone.find('button', '换一张').waitFor();
  await saved(phone);
  await phone.picture('1-cover');
  await eventually(async () => {
    expect((await owner().get('poll.load', { pollId })).poll.cover).toMatchObject({ state: 'passed' });
  });
  await owner().get('act.propose', { pollId, act: { kind: 'publish' } });
  product().letPass(2 * minute);
  const resident = await product().phoneOf('小李');
  await resident.open(`packages/voter/poll/poll?id=${pollId}`);
  await resident.sees('2 项候选');
  const { cover = '' } = (await product().voterOf('小李').get('poll.get', { pollId })).poll;
  const path = cover.slice(cover.indexOf('polls/'));
  const kept = await (await fetch(`${product().cloud.url}/storage/${path}`)).arrayBuffer();
  expect(kept.byteLength).toBeLessThan((photo?.buffer.length ?? 0) / 2);
  const shown = resident.screen.locator('img').first();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
  await resident.picture('2-cover-shown');
});

test('a candidate’s pictures and film come up together, the film waits for a reviewer, and residents see what is passed', async () => {
  const pollId = await readyPoll(owner());
  const reviewer = product().organiserOf('小孙');
  const { token } = await owner().get('invitation.create', { pollId, role: 'reviewer' });
  await reviewer.get('invitation.accept', { token, myName: '孙丽' });
  const phone = await product().phoneOf('赵敏', { height: 1300 });
  await phone.open(`packages/organiser/candidate-edit/candidate-edit?poll=${pollId}`);
  await field(phone, '名称').fill('街角的小公园');
  await phone.tap('button', '添加图片');
  await pickFiles(phone, await photos(phone, 3));
  await phone.find('button', '图片 3，待核对').waitFor();
  await phone.tap('button', '图片 3，待核对');
  await phone.page.getByRole('dialog').getByText('放到最前').tap();
  await phone.tap('button', '选一段视频');
  await pickFiles(phone, { name: '公园.webm', mimeType: 'video/webm', buffer: await recordFilm(phone.page) });
  await phone.find('button', '换一段').waitFor();
  await phone.find('button', /^保存$/).waitFor();
  await phone.picture('3-pictures-and-film');
  await phone.tap('button', /^保存$/);
  await eventually(async () => {
    const { pictures } = await lastCandidate(pollId);
    expect(pictures.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed']);
  });
  const { id } = await lastCandidate(pollId);
  await phone.open(form(pollId, id));
  await phone.sees('等审核人看');
  await phone.find('button', /^图片 1$/).waitFor();

  await phone.open(organiserPage('edit', pollId));
  for (const step of ['时间安排', '投票规则', '候选', '发布']) {
    await phone.tap('button', '下一步');
    await phone.find('heading', step).waitFor();
  }
  await phone.picture('4-film-missing');
  await phone.tap('link', /^“街角的小公园”的图片或视频等审核人看/);
  await phone.sees('候选“街角的小公园”的视频');

  const desk = await product().phoneOf('小孙');
  await desk.open(reviewing(pollId));
  await desk.sees('候选“街角的小公园”的视频');
  const film = desk.screen.locator('video').first();
  await eventually(async () => {
    expect(await film.evaluate((player: HTMLVideoElement) => player.videoWidth)).toBe(320);
  });
  await desk.picture('5-film-waits');
  await desk.tap('button', /^通过/);
  await desk.sees('没有等待审核的图片、视频和附件');

  await owner().get('act.propose', { pollId, act: { kind: 'publish' } });
  product().letPass(2 * minute);
  const resident = await product().phoneOf('小李');
  await resident.open(`packages/voter/candidate/candidate?poll=${pollId}&id=${id}`);
  await resident.sees('街角的小公园');
  const { candidate } = await product().voterOf('小李').get('candidate.get', { pollId, candidateId: id });
  expect(candidate.pictures).toHaveLength(3);
  expect(candidate.video).toContain('.webm');
  await resident.screen.locator('video').first().waitFor();
  await resident.picture('6-resident');
});

test('a picture that WeChat refuses is named in the editor, and residents never see it', async () => {
  const pollId = await readyPoll(owner());
  const phone = await product().phoneOf('赵敏', { height: 1300 });
  const [photo] = await photos(await opened(phone, pollId), 1);
  await field(phone, '名称').fill('不合适的一项');
  await phone.tap('button', '添加图片');
  await pickFiles(phone, photo ?? []);
  await phone.find('button', '图片 1，待核对').waitFor();
  const end = product().cloud.judgePictures('risky');
  await phone.tap('button', /^保存$/);
  await eventually(async () => {
    expect((await lastCandidate(pollId)).pictures).toMatchObject([{ state: 'refused' }]);
  });
  end();
  const { id, pictures } = await lastCandidate(pollId);
  await phone.open(form(pollId, id));
  await phone.find('button', '图片 1，未通过').waitFor();
  await phone.picture('7-refused');
  await phone.open(organiserPage('candidates', pollId));
  await phone.sees('图片未通过');
  const seen = await product()
    .organiserOf('小孙')
    .ask('media.decide', { pollId, file: pictures[0]?.file ?? '', isPassed: true });
  expect(seen).toMatchObject({ error: { code: 'NOT_A_MEMBER' } });
  expect(await owner().ask('act.propose', { pollId, act: { kind: 'publish' } })).toMatchObject({
    error: { code: 'CHECKLIST_INCOMPLETE' },
  });
});

test('what WeChat is not sure of a reviewer refuses with a reason, which the trail keeps', async () => {
  const pollId = await readyPoll(owner());
  const phone = await product().phoneOf('赵敏');
  const [photo] = await photos(await opened(phone, pollId), 1);
  await field(phone, '名称').fill('拿不准的一项');
  await phone.tap('button', '添加图片');
  await pickFiles(phone, photo ?? []);
  await phone.find('button', '图片 1，待核对').waitFor();
  const end = product().cloud.judgePictures('review');
  await phone.tap('button', /^保存$/);
  await eventually(async () => {
    expect((await lastCandidate(pollId)).pictures).toMatchObject([{ state: 'review' }]);
  });
  end();
  await phone.open(reviewing(pollId));
  await phone.sees('等您决定');
  await phone.tap('button', /^不通过/);
  const sheet = phone.screen.getByRole('dialog').filter({ visible: true });
  await sheet.getByRole('textbox').fill('画面里有孩子的正脸');
  await phone.picture('8-refusing');
  await sheet.getByRole('button', { name: '不通过' }).tap();
  await phone.sees('没有通过');
  expect((await lastCandidate(pollId)).pictures).toMatchObject([{ state: 'refused' }]);
  await phone.open(organiserPage('trail', pollId));
  await phone.sees(/没有通过“拿不准的一项”的图片或视频/);
  await phone.sees('理由：画面里有孩子的正脸');
});

test('a picture that is lost on the way is sent again, and the words stay', async () => {
  const pollId = await readyPoll(owner());
  const phone = await product().phoneOf('赵敏', { height: 1300 });
  const [photo] = await photos(await opened(phone, pollId), 1);
  await field(phone, '名称').fill('断网时的一项');
  await phone.goOffline();
  await phone.tap('button', '添加图片');
  await pickFiles(phone, photo ?? []);
  await phone.find('button', '图片 1，没有传上去').waitFor();
  await phone.picture('9-lost');
  await phone.goOnline();
  await phone.tap('button', '图片 1，没有传上去');
  await phone.page.getByRole('dialog').getByText('再传一次').tap();
  await phone.find('button', '图片 1，待核对').waitFor();
  expect(await field(phone, '名称').inputValue()).toBe('断网时的一项');
  await phone.tap('button', /^保存$/);
  await eventually(async () => {
    expect(await lastCandidate(pollId)).toMatchObject({ name: '断网时的一项', pictures: [{ state: 'passed' }] });
  });
});

/** The form of a new candidate. */
async function opened(phone: Phone, pollId: string): Promise<Phone> {
  await phone.open(`packages/organiser/candidate-edit/candidate-edit?poll=${pollId}`);
  await field(phone, '名称').waitFor();
  return phone;
}
