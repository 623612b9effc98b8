import { hexToBytes } from '@noble/hashes/utils.js';
import { done, refuse } from '../../contract/answered';
import { certificateLetter } from '../../domain/exports/certificate-letter';
import { certificateCode, printedCode } from '../../universal/ledger/check/certificate-code';
import { fullDateText } from '../../universal/times';
import { programVersion } from '../../platform/environment';
import { downloadFile } from '../../platform/files';
import { certificateWords, printCertificates } from '../../print/certificate';
import type { TeamPoll } from '../../store/editing/team-polls';
import { listCandidates } from '../../store/poll/candidates';
import { findCodes } from '../../store/spread/codes';
import { loadTypeface } from '../files/load-typeface';
import { drawCertificateCode, sceneOf } from '../spread/draw-code';
import { orUnavailable } from '../spread/or-unavailable';
import type { Answer, Input, Member } from '../team/member';
import { loadAwarded, type PublicOutcome } from './public-outcome';
import { putPaper } from './put-paper';

/** So many codes one call has WeChat draw: some four seconds, a tenth of what a phone waits. */
const mostDrawn = 40;

/** So many are drawn at once: each waits for WeChat, which takes five thousand a minute. Fetching waits for the storage alone. */
const drawnAtOnce = 5;
const fetchedAtOnce = 20;

/** A winner of the result whose award stands, with all that their certificate says. */
interface Winner {
  candidateId: string;
  name: string;
  unit: string;
  level: string | undefined;
  code: string;
}

/** Draws what codes are missing, some of them at a time, and prints the certificates once none is. */
export async function makeCertificates(
  { pollId, candidateId, design }: Input<'certificate.make'>,
  member: Member,
  now: number,
): Answer<'certificate.make'> {
  const loaded = await loadAwarded(pollId);
  if (!loaded.ok) return loaded;
  const { poll, found, result } = loaded.data;
  const { winners, revocations } = found.outcome;
  if (candidateId !== undefined) {
    if (!winners.some(({ candidate }) => candidate === candidateId)) {
      return refuse('CANDIDATE_NOT_FOUND', 'not awarded', { field: 'candidateId', candidateId });
    }
    const revoked = revocations.find(({ candidate }) => candidate === candidateId);
    if (revoked) return refuse('AWARD_REVOKED', 'revoked', { field: 'candidateId', revokedAt: revoked.at });
  }
  const standing = (await winnersOf(pollId, found, result.leaf)).filter(
    (winner) => candidateId === undefined || winner.candidateId === candidateId,
  );
  const letters = standing.map((winner) => letterOf(winner, poll, found));
  const typeface = await loadTypeface([
    { text: `${poll.organiser}${Object.values(certificateWords).join('')}${fullDateText(result.at)}` },
    ...letters.map((lines, index) => ({
      text: lines.map(({ text }) => text).join(''),
      name: standing[index]?.name ?? '',
    })),
  ]);
  if (!typeface.ok) return typeface;
  return orUnavailable(async () => {
    const drawn = await drawMissing(pollId, standing, now);
    const counts = { done: drawn.size, of: standing.length };
    if (drawn.size < standing.length) return done(counts);
    const pictures = await fetchAll(standing.map(({ code }) => drawn.get(code) ?? ''));
    const certificates = standing.map(({ code }, index) => ({
      letter: letters[index] ?? [],
      organiser: poll.organiser,
      day: fullDateText(result.at),
      code: printedCode(code),
      picture: pictures[index] ?? new Uint8Array(),
    }));
    const title = `${certificateWords.title} ${poll.title}`;
    const content = await printCertificates(design, certificates, { title, madeAt: now, typeface: typeface.data });
    const [one] = candidateId === undefined ? [] : standing;
    const trail = { what: 'certificate.make', ...(one && { subject: one.name }), details: { design } } as const;
    const what = one === undefined ? certificateWords.title : `${certificateWords.title}-${one.name}`;
    const made = { content, pages: certificates.length, what, trail };
    return done({ ...counts, paper: await putPaper(poll, made, member, now) });
  });
}

/** Those whose award stands, in the ranking's order. @param leaf the result's leaf hash, as hex */
async function winnersOf(pollId: string, { origin, outcome }: PublicOutcome, leaf: string): Promise<Winner[]> {
  const candidates = new Map((await listCandidates(pollId)).map((each) => [each.id, each]));
  const revoked = new Set(outcome.revocations.map(({ candidate }) => candidate));
  return outcome.winners
    .filter(({ candidate }) => !revoked.has(candidate))
    .map(({ candidate, level }) => {
      const { name, unit } = candidates.get(candidate) ?? { name: '', unit: '' };
      const code = certificateCode(origin, hexToBytes(leaf), candidate);
      return { candidateId: candidate, name, unit, level, code };
    });
}

function letterOf({ name, unit, level }: Winner, { title, measure }: TeamPoll, { rules }: PublicOutcome) {
  const hasJury = rules.v !== 1 && rules.result?.jury !== undefined;
  return certificateLetter({ name, unit, level, title, measure, hasJury });
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
