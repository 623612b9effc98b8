import { done, refuse } from '../../contract/answered';
import { isUsable } from '../../domain/spread/channels';
import { dayOf } from '../../universal/day';
import type { Scene } from '../../universal/scene';
import { programVersion } from '../../platform/environment';
import { temporaryUrls } from '../../platform/file-links';
import { downloadFile } from '../../platform/files';
import { pagesOf, printCodeSheet } from '../../print/code-sheet';
import { ofPart, partsOf } from '../../print/parts';
import { listCandidates, type StoredCandidate } from '../../store/poll/candidates';
import { addToTrail } from '../../store/team/trail';
import { listChannels } from '../../store/spread/channels';
import { findCodes } from '../../store/spread/codes';
import { loadTeamPoll } from '../editing/edit-conflict';
import { personOf, type Answer, type Input, type Member } from '../team/member';
import { loadTypeface } from '../files/load-typeface';
import { putSheet } from '../files/passing-files';
import { drawCode, sceneOf } from './draw-code';
import { orUnavailable } from './or-unavailable';

/** So many codes are drawn or fetched at once: each waits for WeChat, which takes five thousand a minute. */
const atOnce = 5;

/** Prints one part of the codes of a poll and of its candidates that take votes, or may again. What is drawn stays drawn if it breaks off. */
export async function exportCodes(
  { pollId, channel = 'print', part = 0 }: Input<'codes.export'>,
  member: Member,
  now: number,
): Answer<'codes.export'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'published') return refuse('NOT_PUBLISHED', 'a draft has no codes');
  const [named, candidates] = await Promise.all([listChannels(pollId), listCandidates(pollId)]);
  if (!isUsable(channel, named)) return refuse('CHANNEL_NOT_FOUND', 'no such channel', { field: 'channel' });
  const labels = labelsOf(poll.title, pollId, channel, candidates);
  const parts = partsOf(labels.length);
  // A candidate that is withdrawn between two calls moves none into another part.
  const wanted = ofPart(labels, part).filter(({ isWithdrawn }) => !isWithdrawn);
  const typeface = await loadTypeface([
    { text: `${poll.title}${poll.organiser}` },
    ...wanted.map(({ name, unit }) => ({ text: `${name}${unit}`, name })),
  ]);
  if (!typeface.ok) return typeface;
  return orUnavailable(async () => {
    const pictures = await loadPictures(wanted, now);
    const cards = wanted.map(({ number, name, unit }, index) => {
      const picture = pictures[index];
      if (picture === undefined) throw new Error(`no code of ${name}`);
      return { number, name, unit, picture };
    });
    const { title, organiser } = poll;
    const content = await printCodeSheet({ title, organiser, cards, madeAt: now }, typeface.data);
    const file = await putSheet(pollId, 'pdf', content, now);
    const url = (await temporaryUrls([file])).get(file);
    if (url === undefined) throw new Error('the file that was just written has no address');
    const details = { kind: 'codes', channel, ...(parts === 1 ? {} : { part: part + 1 }) };
    await addToTrail(pollId, { at: now, who: personOf(member), what: 'codes.export', details });
    const subject = title.replace(/[\\/:*?"<>|\s]+/g, '') || pollId;
    const name = ['二维码', subject, dayOf(now), ...(parts === 1 ? [] : [part + 1])].join('-');
    return done({
      file,
      url,
      name: `${name}.pdf`,
      bytes: content.length,
      pages: pagesOf(cards.length),
      codes: cards.length,
      parts,
    });
  });
}

/** What is printed beneath a code, and where the code leads. */
interface Label {
  scene: Scene;
  number: number | null;
  name: string;
  unit: string;
  isWithdrawn: boolean;
}

function labelsOf(title: string, pollId: string, channel: string, candidates: readonly StoredCandidate[]): Label[] {
  return [
    { scene: { pollId, channel }, number: null, name: title, unit: '', isWithdrawn: false },
    ...candidates.map(({ id, number, name, unit, standing }) => ({
      scene: { pollId, candidateId: id, channel },
      number,
      name,
      unit,
      isWithdrawn: standing?.state === 'withdrawn',
    })),
  ];
}

async function loadPictures(labels: readonly Label[], now: number): Promise<Uint8Array[]> {
  const drawn = await findCodes(
    programVersion(),
    labels.map(({ scene }) => sceneOf(scene)),
  );
  const pictures: Uint8Array[] = [];
  for (let from = 0; from < labels.length; from += atOnce) {
    const some = labels.slice(from, from + atOnce).map(async ({ scene }) => {
      const file = drawn.get(sceneOf(scene));
      return file === undefined ? (await drawCode(scene, now)).content : downloadFile(file);
    });
    pictures.push(...(await Promise.all(some)));
  }
  return pictures;
}
