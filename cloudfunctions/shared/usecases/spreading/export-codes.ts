import { done, refuse } from '../../contract/outcome';
import { isUsable } from '../../domain/channels';
import { dayOf } from '../../domain/day';
import { programVersion } from '../../platform/environment';
import { temporaryUrls } from '../../platform/file-links';
import { downloadFile, uploadFile } from '../../platform/files';
import { randomId } from '../../platform/ids';
import { readOwnFile } from '../../platform/own-file';
import { pagesOf, printCodeSheet } from '../../print/code-sheet';
import { listCandidates, type StoredCandidate } from '../../store/candidates';
import { addToTrail } from '../../store/organizing/trail';
import { listChannels } from '../../store/spread/channels';
import { findCodes } from '../../store/spread/codes';
import { loadTeamPoll } from '../organizing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../organizing/types';
import { drawCode, sceneOf } from './draw-code';
import { orUnavailable } from './unavailable';

/** So many codes are drawn or fetched at once: each waits for WeChat, which takes five thousand a minute. */
const atOnce = 5;

/** Cut from a font when the function is built: `scripts/build/label-font.ts`. */
const fontFile = 'label-font.otf';

/** Prints the codes of all candidates that take votes, or may again. What is drawn stays drawn if it breaks off. */
export async function exportCodes(
  { pollId, channel = 'print' }: Input<'codes.export'>,
  member: Member,
  now: number,
): Answer<'codes.export'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'published') return refuse('NOT_PUBLISHED', 'a draft has no codes');
  const [named, all] = await Promise.all([listChannels(pollId), listCandidates(pollId)]);
  if (!isUsable(channel, named)) return refuse('CHANNEL_NOT_FOUND', 'no such channel', { field: 'channel' });
  const candidates = all.filter(({ standing }) => standing?.state !== 'withdrawn');
  return orUnavailable(async () => {
    const pictures = await loadPictures(pollId, channel, candidates, now);
    const cards = candidates.map(({ number, name, unit }, index) => {
      const picture = pictures[index];
      if (picture === undefined) throw new Error(`no code of candidate ${number}`);
      return { number, name, unit, picture };
    });
    const { title, organiser } = poll;
    const content = await printCodeSheet({ title, organiser, cards, madeAt: now }, await readOwnFile(fontFile));
    const file = await uploadFile(`polls/${pollId}/exports/${randomId(24)}.pdf`, content);
    const url = (await temporaryUrls([file])).get(file);
    if (url === undefined) throw new Error('the file that was just written has no address');
    const details = { kind: 'codes', channel };
    await addToTrail(pollId, { at: now, who: personOf(member), what: 'codes.export', details });
    const name = `候选二维码-${title.replace(/[\\/:*?"<>|\s]+/g, '') || pollId}-${dayOf(now)}.pdf`;
    return done({ file, url, name, bytes: content.length, pages: pagesOf(cards.length) });
  });
}

async function loadPictures(
  pollId: string,
  channel: string,
  candidates: readonly StoredCandidate[],
  now: number,
): Promise<Uint8Array[]> {
  const scenes = candidates.map(({ id }) => ({ pollId, candidateId: id, channel }));
  const drawn = await findCodes(programVersion(), scenes.map(sceneOf));
  const pictures: Uint8Array[] = [];
  for (let from = 0; from < scenes.length; from += atOnce) {
    const some = scenes.slice(from, from + atOnce).map(async (scene) => {
      const file = drawn.get(sceneOf(scene));
      return file === undefined ? (await drawCode(scene, now)).content : downloadFile(file);
    });
    pictures.push(...(await Promise.all(some)));
  }
  return pictures;
}
