import { done, refuse } from '../../contract/answered';
import { groupedText } from '../../universal/numbers';
import { fullDateText, fullTimeText } from '../../universal/times';
import type { CountedOutcome } from '../../domain/counting/counted-outcome';
import { printWallNotice, type WallNotice } from '../../print/wall-notice';
import type { TeamPoll } from '../../store/editing/team-polls';
import type { Certification } from '../../store/poll/polls';
import { readCountedOutcome } from '../counting/counted-outcome';
import { loadTeamPoll } from '../editing/edit-conflict';
import { loadTypeface } from '../files/load-typeface';
import type { Answer, Input, Member } from '../team/member';
import { putPaper } from './put-paper';
import { textsOfNotice } from './texts-of-notice';

/** Prints one page on how the count was verified, by whom, and how anybody verifies it again. */
export async function makeReport({ pollId }: Input<'report.make'>, member: Member, now: number): Answer<'report.make'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const { certified } = poll;
  const counted = certified === undefined ? null : await readCountedOutcome(pollId);
  if (certified === undefined || counted === null) return refuse('NOT_CERTIFIED', 'nobody has certified the count');
  const laid = layReport(poll, certified, counted, now);
  const typeface = await loadTypeface(textsOfNotice(laid));
  if (!typeface.ok) return typeface;
  const printed = await printWallNotice(laid, 'a4', { title: laid.subtitle, madeAt: now, typeface: typeface.data });
  const trail = { what: 'report.make', details: { kind: 'certified' } } as const;
  return done(await putPaper(poll, { ...printed, what: '核验报告', trail }, member, now));
}

function layReport(
  { title, organiser, stages }: TeamPoll,
  { at, note, size, root, isByHand, proposer, approver }: Certification,
  { ballots, voided, rulingsWaiting, size: sizeNow }: CountedOutcome,
  now: number,
): WallNotice {
  const rows: [string, string][] = [
    ['投票时间', `${fullTimeText(stages.voting)}至${fullTimeText(stages.verifying)}`],
    ['公开账册', `投票截止后已全部公布，核验时共 ${groupedText(size)} 条`],
    [
      '重新计票',
      isByHand === true
        ? '在服务器以外人工复核，填入的账册指纹与公布的一致'
        : '服务器照公开账册从头重算一遍，结果与公布的一致',
    ],
    ['账册指纹', root],
    ['有效选票', `${groupedText(ballots)} 张`],
    ['作废选票', voided === 0 ? '没有' : `${groupedText(voided)} 张，原因都写在公开账册里`],
    ['待处理的决定', rulingsWaiting === 0 ? '没有' : `${rulingsWaiting} 项`],
    ['核验人', `${proposer.name} 提出，${approver.name} 同意，${fullTimeText(at)}`],
    ...(note === '' ? [] : [['说明', note] as [string, string]]),
  ];
  return {
    heading: '核验报告',
    subtitle: title,
    paragraph: [
      { text: '投票截止后，按公开账册核验了计票。' },
      { text: '两名核验人一致认为计票无误', isBold: true },
      { text: '，情况如下。' },
    ],
    columns: [
      { heading: '核验内容', share: 0.22, isBold: true },
      { heading: '情况', share: 0.78 },
    ],
    rows,
    remarks: ['公开账册谁都可以下载，用“重新计票”网页或者命令再算一遍，指纹相同，就是同一本账册。'],
    organiser,
    day: fullDateText(at),
    foot: [`${fullDateText(now)}制作`, `票数截至公开账册第 ${groupedText(sizeNow)} 条`],
  };
}
