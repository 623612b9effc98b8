// What a public lot decides between equal votes, before and after it is drawn.
import type { Measure } from '../../cloudfunctions/shared/universal/poll';
import type { PollReply } from '../services/polls';
import { momentText } from '../../cloudfunctions/shared/universal/times';

type Lot = NonNullable<PollReply['poll']['lot']>;

export interface LotNotice {
  title: string;
  lines: string[];
}

/** @param tied the names that stand equal, by the place they share */
export function awaitedLot({ source, at, digits }: Lot, tied: readonly (readonly string[])[], now: number): LotNotice {
  const when = `“${source}”${momentText(at, now)} 公布，${digits} 位数字。`;
  const next =
    now < at
      ? '公布以后，由主办方两个人填进公开账册，这里就公布先后。'
      : '号码应该已经公布，主办方两个人填进公开账册以后，这里就公布先后。';
  return {
    title: '等公开抽签',
    lines: [...tied.map((names) => `${listed(names)}，票数相同，谁先谁后由抽签定。`), `抽签用${when}`, next],
  };
}

/** @param tied as above, in the order that was drawn */
export function drawnLot({ source }: Lot, tied: readonly (readonly string[])[], draw: string, of: Measure): LotNotice {
  return {
    title: `公开抽签：${draw}`,
    lines: [
      ...tied.map((names) => `${names.length} ${of}票数相同，抽签定出的先后：${listed(names)}。`),
      `号码来自“${source}”，和截止时的公开账册一起算出先后，谁都可以重新算。`,
    ],
  };
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、');
}
