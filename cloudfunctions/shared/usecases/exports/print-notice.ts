import { done, refuse } from '../../contract/answered';
import type { NoticeEntry } from '../../universal/ledger/entries/log-entry';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { groupedText } from '../../universal/numbers';
import type { OutcomeNotice } from '../../universal/outcome';
import { plateText } from '../../universal/plate';
import { dateText, fullDateText } from '../../universal/times';
import { programVersion } from '../../platform/environment';
import { downloadFile } from '../../platform/files';
import { printWallNotice, type WallNotice } from '../../print/wall-notice';
import { entryAt, findBatchAt } from '../../store/counting/batches';
import type { TeamPoll } from '../../store/editing/team-polls';
import { listCandidates, type StoredCandidate } from '../../store/poll/candidates';
import { findCodes } from '../../store/spread/codes';
import { loadTeamPoll } from '../editing/edit-conflict';
import { loadTypeface } from '../files/load-typeface';
import { workCalendar } from '../poll/work-calendar';
import { drawCode, sceneOf } from '../spread/draw-code';
import { orUnavailable } from '../spread/or-unavailable';
import type { Answer, Input, Member } from '../team/member';
import { loadOutcome } from './public-outcome';
import { putPaper } from './put-paper';
import { textsOfNotice } from './texts-of-notice';

/** Prints the notice that stands, as the log says it. */
export async function printNotice(
  { pollId, size }: Input<'notice.print'>,
  member: Member,
  now: number,
): Answer<'notice.print'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const notice = (await loadOutcome(pollId))?.outcome.notices.at(-1);
  if (notice === undefined) return refuse('NO_NOTICE', 'no notice is in the public log');
  const [entry, candidates, calendar] = await Promise.all([
    noticeEntry(pollId, notice.index),
    listCandidates(pollId),
    workCalendar(),
  ]);
  const { days, unknown } = calendar.workingDaysBetween(notice.from, notice.until);
  const laid = layNotice(poll, notice, entry, candidates, unknown === undefined ? days : undefined);
  const typeface = await loadTypeface(textsOfNotice(laid));
  if (!typeface.ok) return typeface;
  return orUnavailable(async () => {
    const picture = await pollCode(pollId, now);
    const sheet = { ...laid, ...(laid.box === undefined ? {} : { box: { ...laid.box, picture } }) };
    const printed = await printWallNotice(sheet, size, { title: laid.subtitle, madeAt: now, typeface: typeface.data });
    const trail = { what: 'notice.print', details: { size } } as const;
    return done(await putPaper(poll, { ...printed, what: '公示', trail }, member, now));
  });
}

async function noticeEntry(pollId: string, index: number): Promise<NoticeEntry> {
  const batch = await findBatchAt(pollId, index);
  const entry = batch === null ? undefined : parseEntry(entryAt(batch, index) ?? '');
  if (typeof entry !== 'object' || entry.kind !== 'notice') throw new Error(`entry ${index} of ${pollId} is no notice`);
  return entry;
}

async function pollCode(pollId: string, now: number): Promise<Uint8Array> {
  const scene = { pollId };
  const file = (await findCodes(programVersion(), [sceneOf(scene)])).get(sceneOf(scene));
  return file === undefined ? (await drawCode(scene, now)).content : downloadFile(file);
}

/** @param days of work that it is up; undefined where a year on the way is not announced */
function layNotice(
  { title, organiser, measure = '项' }: TeamPoll,
  notice: OutcomeNotice,
  { ranking, voided }: NoticeEntry,
  candidates: readonly StoredCandidate[],
  days: number | undefined,
): WallNotice {
  const { winners, from, until, ballots, office, phone, address, note } = notice;
  const hasLevels = winners.some(({ level }) => level !== undefined);
  const hasScore = ranking.some(({ public: byVotes, jury, votes, score }) =>
    byVotes !== undefined || jury !== undefined ? true : String(votes) !== score,
  );
  const hasJury = ranking.some(({ jury }) => jury !== undefined);
  const placed = winners
    .map((winner) => ({
      winner,
      candidate: candidates.find(({ id }) => id === winner.candidate),
      figures: ranking.find(({ candidate }) => candidate === winner.candidate),
    }))
    .sort((a, b) =>
      hasLevels ? a.winner.rank - b.winner.rank : (a.candidate?.number ?? 0) - (b.candidate?.number ?? 0),
    );
  const rows = placed.map(({ winner, candidate, figures }) => [
    plateText(candidate?.number ?? 0),
    candidate?.name ?? '',
    candidate?.unit ?? '',
    ...(hasLevels ? [winner.level ?? ''] : []),
    groupedText(figures?.votes ?? 0),
    ...(hasScore ? [figures?.score ?? ''] : []),
  ]);
  // The last day on which it is up: `until` is the instant behind it.
  const lastDay = until - 1;
  const term = `${fullDateText(from)}至${dateText(lastDay, from)}`;
  return {
    heading: '公示',
    subtitle: `${title}拟表彰名单`,
    paragraph: [
      {
        text: `${groupedText(ballots)} 张有效选票${hasJury ? '和评委评分' : ''}，得出下面 ${winners.length} ${measure}。现在公示，时间是`,
      },
      { text: term, isBold: true },
      { text: days === undefined ? '。' : `（${days} 个工作日）。` },
    ],
    columns: columnsOf(hasLevels, hasScore),
    rows,
    remarks: [
      [
        hasLevels ? '按等次排列。' : '按编号排列，不分先后。',
        voided === 0 ? '没有作废的选票。' : `作废 ${groupedText(voided)} 张，原因可在手机上查看。`,
      ].join(''),
      ...(notice.reason === undefined ? [] : [`第 ${notice.n} 次公示：${notice.reason}`]),
    ],
    box: {
      picture: new Uint8Array(),
      lead: `有不同意见，请在${dateText(lastDay)}前（含当天）提出`,
      lines: [
        '微信扫码，写明事由。不用关注，不用手机号。',
        `${office}${phone === '' ? '' : ` 电话 ${phone}`}`,
        ...(address === '' ? [] : [`地址 ${address}`]),
        ...(note === '' ? [] : [note]),
      ].filter((line) => line.trim() !== ''),
    },
    organiser,
    day: fullDateText(from),
    foot: [`张贴至 ${fullDateText(lastDay)}`, `与手机上的公示一致，公开账册第 ${groupedText(notice.index + 1)} 条`],
  };
}

function columnsOf(hasLevels: boolean, hasScore: boolean): WallNotice['columns'] {
  const figures = 0.12 + (hasScore ? 0.12 : 0);
  const rest = 1 - 0.09 - figures - (hasLevels ? 0.13 : 0);
  return [
    { heading: '编号', share: 0.09, isBold: true },
    { heading: '名称', share: rest * 0.54, isBold: true },
    { heading: '单位', share: rest * 0.46 },
    ...(hasLevels ? [{ heading: '等次', share: 0.13 }] : []),
    { heading: '票数', share: 0.12, isBold: true, isRight: true },
    ...(hasScore ? [{ heading: '总分', share: 0.12, isBold: true, isRight: true }] : []),
  ];
}
