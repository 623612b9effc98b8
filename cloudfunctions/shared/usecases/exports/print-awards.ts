import { hexToBytes } from '@noble/hashes/utils.js';
import { done } from '../../contract/answered';
import { certificateCode, printedCode } from '../../universal/ledger/check/certificate-code';
import { groupedText } from '../../universal/numbers';
import type { OutcomeResult } from '../../universal/outcome';
import { plateText } from '../../universal/plate';
import { fullDateText } from '../../universal/times';
import { printWallNotice, type WallNotice } from '../../print/wall-notice';
import type { TeamPoll } from '../../store/editing/team-polls';
import { listCandidates, type StoredCandidate } from '../../store/poll/candidates';
import { loadTypeface } from '../files/load-typeface';
import type { Answer, Input, Member } from '../team/member';
import { loadAwarded, type PublicOutcome } from './public-outcome';
import { putPaper } from './put-paper';
import { textsOfNotice } from './texts-of-notice';

/** Prints who is awarded. A revoked one stays in its place and says so; nobody moves up. */
export async function printAwards(
  { pollId }: Input<'award.print'>,
  member: Member,
  now: number,
): Answer<'award.print'> {
  const loaded = await loadAwarded(pollId);
  if (!loaded.ok) return loaded;
  const { poll, found, result } = loaded.data;
  const laid = layAwards(poll, found, result, await listCandidates(pollId));
  const typeface = await loadTypeface(textsOfNotice(laid));
  if (!typeface.ok) return typeface;
  const printed = await printWallNotice(laid, 'a4', { title: laid.subtitle, madeAt: now, typeface: typeface.data });
  const trail = { what: 'award.print', details: {} } as const;
  return done(await putPaper(poll, { ...printed, what: '表彰名单', trail }, member, now));
}

function layAwards(
  { title, organiser, measure = '项' }: TeamPoll,
  { origin, size, outcome }: PublicOutcome,
  { at, leaf, index }: OutcomeResult,
  candidates: readonly StoredCandidate[],
): WallNotice {
  const { winners, revocations } = outcome;
  const hasLevels = winners.some(({ level }) => level !== undefined);
  const rows = winners
    .map((winner) => ({ winner, candidate: candidates.find(({ id }) => id === winner.candidate) }))
    .sort((a, b) =>
      hasLevels ? a.winner.rank - b.winner.rank : (a.candidate?.number ?? 0) - (b.candidate?.number ?? 0),
    )
    .map(({ winner, candidate }) => [
      plateText(candidate?.number ?? 0),
      candidate?.name ?? '',
      candidate?.unit ?? '',
      ...(hasLevels ? [winner.level ?? ''] : []),
      revocations.some((each) => each.candidate === winner.candidate)
        ? '已撤销'
        : printedCode(certificateCode(origin, hexToBytes(leaf), winner.candidate)),
    ]);
  const nameOf = (id: string): string => candidates.find((each) => each.id === id)?.name ?? '';
  const rest = 1 - 0.09 - 0.21 - (hasLevels ? 0.14 : 0);
  return {
    heading: '表彰',
    subtitle: `${title}表彰名单`,
    paragraph: [
      { text: '经群众投票和公示，决定表彰下面 ' },
      { text: `${winners.length - revocations.length} ${measure}`, isBold: true },
      { text: revocations.length === 0 ? '。' : `，另有 ${revocations.length} ${measure}已撤销。` },
    ],
    columns: [
      { heading: '编号', share: 0.09, isBold: true },
      { heading: '名称', share: rest * 0.54, isBold: true },
      { heading: '单位', share: rest * 0.46 },
      ...(hasLevels ? [{ heading: '等次', share: 0.14 }] : []),
      { heading: '证书编号', share: 0.21, isRight: true },
    ],
    rows,
    remarks: [
      hasLevels ? '按等次排列。' : '按编号排列，不分先后。',
      ...revocations.map(
        ({ candidate, reason, at: revokedAt }) => `${nameOf(candidate)}：${fullDateText(revokedAt)}撤销，${reason}`,
      ),
    ],
    organiser,
    day: fullDateText(at),
    foot: [`公开账册第 ${groupedText(index + 1)} 条`, `截至公开账册第 ${groupedText(size)} 条`],
  };
}
