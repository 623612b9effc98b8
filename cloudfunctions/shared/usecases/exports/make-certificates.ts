import { done } from '../../contract/answered';
import { certificateWords } from '../../universal/certificate-layout';
import { programVersion } from '../../platform/environment';
import { downloadFile } from '../../platform/files';
import { printCertificates } from '../../print/certificate';
import { findCodes } from '../../store/spread/codes';
import { loadTypeface } from '../files/load-typeface';
import { drawCertificateCode, sceneOf } from '../spread/draw-code';
import { orUnavailable } from '../spread/or-unavailable';
import type { Answer, Input, Member } from '../team/member';
import { certificateOf, noCertificate, standingWinners, type Winner } from './certificate-of';
import { loadAwarded } from './public-outcome';
import { putPaper } from './put-paper';

/** So many codes one call has WeChat draw: some four seconds, a tenth of what a phone waits. */
const mostDrawn = 40;

/** So many are drawn at once: each waits for WeChat, which takes five thousand a minute. Fetching waits for the storage alone. */
const drawnAtOnce = 5;
const fetchedAtOnce = 20;

/** Draws what codes are missing, some of them at a time, and prints the certificates once none is. */
export async function makeCertificates(
  { pollId, candidateId, design }: Input<'certificate.make'>,
  member: Member,
  now: number,
): Answer<'certificate.make'> {
  const loaded = await loadAwarded(pollId);
  if (!loaded.ok) return loaded;
  const { poll, found, result } = loaded.data;
  const refused = candidateId === undefined ? null : noCertificate(found.outcome, candidateId);
  if (refused) return refused;
  const standing = (await standingWinners(pollId, found, result)).filter(
    (winner) => candidateId === undefined || winner.candidateId === candidateId,
  );
  const certificates = standing.map((winner) => certificateOf(winner, poll, found.rules, result.at));
  const typeface = await loadTypeface([
    { text: `${poll.organiser}${Object.values(certificateWords).join('')}${certificates[0]?.day ?? ''}` },
    ...certificates.map(({ letter }, index) => ({
      text: letter.map(({ text }) => text).join(''),
      name: standing[index]?.name ?? '',
    })),
  ]);
  if (!typeface.ok) return typeface;
  return orUnavailable(async () => {
    const drawn = await drawMissing(pollId, standing, now);
    const counts = { done: drawn.size, of: standing.length };
    if (drawn.size < standing.length) return done(counts);
    const pictures = await fetchAll(standing.map(({ code }) => drawn.get(code) ?? ''));
    const pages = certificates.map((each, index) => ({ ...each, picture: pictures[index] ?? new Uint8Array() }));
    const title = `${certificateWords.title} ${poll.title}`;
    const content = await printCertificates(design, pages, { title, madeAt: now, typeface: typeface.data });
    const [one] = candidateId === undefined ? [] : standing;
    const trail = { what: 'certificate.make', ...(one && { subject: one.name }), details: { design } } as const;
    const what = one === undefined ? certificateWords.title : `${certificateWords.title}-${one.name}`;
    const made = { content, pages: pages.length, what, trail };
    return done({ ...counts, paper: await putPaper(poll, made, member, now) });
  });
}

/** The files of the codes that are drawn, by code, after some more were. */
async function drawMissing(pollId: string, winners: readonly Winner[], now: number): Promise<Map<string, string>> {
  const scenes = new Map(winners.map(({ code }) => [code, { pollId, candidateId: code }]));
  const found = await findCodes(programVersion(), [...scenes.values()].map(sceneOf));
  const drawn = new Map<string, string>();
  for (const [code, scene] of scenes) {
    const file = found.get(sceneOf(scene));
    if (file !== undefined) drawn.set(code, file);
  }
  const missing = [...scenes].filter(([code]) => !drawn.has(code)).slice(0, mostDrawn);
  for (let from = 0; from < missing.length; from += drawnAtOnce) {
    const some = missing.slice(from, from + drawnAtOnce).map(async ([code, scene]) => {
      drawn.set(code, (await drawCertificateCode(scene, now)).file);
    });
    await Promise.all(some);
  }
  return drawn;
}

async function fetchAll(files: readonly string[]): Promise<Uint8Array[]> {
  const contents: Uint8Array[] = [];
  for (let from = 0; from < files.length; from += fetchedAtOnce) {
    contents.push(...(await Promise.all(files.slice(from, from + fetchedAtOnce).map(downloadFile))));
  }
  return contents;
}
