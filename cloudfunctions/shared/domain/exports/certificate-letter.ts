import type { LetterLine } from '../../universal/certificate-layout';
import type { Measure } from '../../universal/poll';

export interface Awarded {
  name: string;
  /** '' for none. */
  unit: string;
  /** The grade, like 一等奖; absent where the rules have none. */
  level?: string | undefined;
  title: string;
  measure?: Measure | undefined;
  /** Whether a jury had a part. */
  hasJury: boolean;
}

/** What a title says of the poll, and not of the honour. */
const ofPoll = /(网络投票|公开投票|投票|评选|推选|评比|遴选)?(活动)?$/;

/** The honour that a poll's title names: 年度十佳为民服务实事评选活动 awards 年度十佳为民服务实事. */
export function honourOf(title: string): string {
  const honour = title.trim().replace(ofPoll, '');
  return honour === '' ? title.trim() : honour;
}

/** A project is of a unit, which the letter is to; a person or a work is named with where they come from. */
export function certificateLetter({ name, unit, level, title, measure = '项', hasJury }: Awarded): LetterLine[] {
  const way = hasJury ? '经群众投票、专家评审和公示' : '经群众投票和公示';
  const award: LetterLine[] = [
    { kind: 'sentence', text: `${way}，${level === undefined ? '被评为' : '荣获'}` },
    { kind: 'honour', text: honourOf(title) },
    ...(level === undefined ? [] : [{ kind: 'honour', text: level } as const]),
    { kind: 'sentence', text: '特发此证。' },
  ];
  if (unit !== '' && measure === '项') {
    return [
      { kind: 'salutation', text: `${unit}：` },
      { kind: 'opening', text: '你单位承办的' },
      { kind: 'name', text: name },
      ...award,
    ];
  }
  const from: LetterLine[] = unit === '' ? [] : [{ kind: 'salutation', text: unit }];
  return [...from, { kind: 'name', text: name }, ...award];
}
