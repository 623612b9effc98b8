import type { Given, Sound } from '../worker/messages';
import { groupedText } from '../../../cloudfunctions/shared/universal/numbers';

/** One thing that was checked. */
export interface Check {
  title: string;
  detail: string;
  /** Nothing else vouches for it: true as far as it goes, and the visitor can do more. */
  isOpen: boolean;
}

function keyCheck({ key }: Given): Check {
  return key === undefined
    ? {
        title: '公钥取自账册文件本身',
        detail: '请与主办方另外公布的公钥对照，或者把它填入“更多核对”再核对一次。',
        isOpen: true,
      }
    : { title: '签名用的是您填写的公钥', detail: '公钥与账册文件里的一致。', isOpen: false };
}

function candidatesCheck({ rules, candidates }: Sound): Check {
  const count = `候选共 ${candidates.length}`;
  return rules.v !== 1
    ? { title: '候选名单没有改动', detail: `${count}，名称、分组与规则里锁定的一致。`, isOpen: false }
    : { title: '候选编号没有改动', detail: `${count}，与规则一致。这版规则没有锁定名称，请自行对照。`, isOpen: true };
}

/** What was brought from elsewhere and found to agree. */
function givenChecks({ held, receipts }: Given): Check[] {
  const checks: Check[] = [];
  if (held.length > 0) {
    checks.push({ title: '与您保存的快照一致', detail: '您保存快照之后，旧条目没有改动。', isOpen: false });
  }
  if (receipts.length > 0) {
    const title = receipts.length === 1 ? '您的选票在账册里' : `您的 ${receipts.length} 张选票都在账册里`;
    checks.push({ title, detail: '内容与回执一致，已经计入或按规则处理。', isOpen: false });
  }
  return checks;
}

function withdrawalCheck(count: number): Check {
  const detail = `候选中有 ${groupedText(count)} 个退出，不排名次；选了它的选票不作废，对别的候选照样算数。`;
  return { title: '退出有据可查', detail, isOpen: false };
}

const juryCheck: Check = {
  title: '评分与提交时一致',
  detail: '评委公开的评分表，都与各自最后一次提交时锁定的是同一份；去掉的分数和评委得分都按规则重新算过。',
  isOpen: false,
};

/** The log shows what was put up and for how many days; which of them were worked on, and since when it hung there, it cannot. */
function noticeCheck({ notices, owedDays = 0 }: Sound['award']): Check {
  return {
    title: '公示与账册一致',
    detail:
      `公示 ${groupedText(notices.length)} 次，内容都与账册算到那时的结果相同，天数不少于规则的 ${owedDays} 天或更正后应有的天数。` +
      '哪几天是工作日、是不是按时贴出，账册证明不了，请对照日历和当时的公示。',
    isOpen: true,
  };
}

/** Everything that a sound bundle has passed, in the order in which it is checked. */
export function checksOf(sound: Sound, given: Given): Check[] {
  const { entries, checkpoints, ballots, rulings, rules, award } = sound;
  const withdrawals = rulings.filter(({ kind }) => kind === 'withdraw').length;
  const ofBallots = rulings.filter(({ kind }) => kind === 'void' || kind === 'restore').length;
  return [
    keyCheck(given),
    candidatesCheck(sound),
    { title: '账册完整', detail: `共 ${groupedText(entries)} 条，没有缺少、增加、改动或调换。`, isOpen: false },
    {
      title: '签名有效',
      detail: `${groupedText(checkpoints)} 份签名快照都与账册一致，每一条都在签名之内。`,
      isOpen: false,
    },
    ...givenChecks(given),
    {
      title: '选票合乎规则',
      detail: `${groupedText(ballots)} 张选票都合乎规则，没有名额重复使用；${award.isClosed ? '截止时的票数一致' : '评选在截止前取消'}。`,
      isOpen: false,
    },
    {
      title: '作废与恢复有据可查',
      detail:
        ofBallots === 0 ? '没有选票被作废。' : `${groupedText(ofBallots)} 次办理都由两人经手，理由在投票前公布过。`,
      isOpen: false,
    },
    ...(withdrawals === 0 ? [] : [withdrawalCheck(withdrawals)]),
    ...(rules.v === 3 && rules.result.jury ? [juryCheck] : []),
    ...(award.notices.length === 0 ? [] : [noticeCheck(award)]),
    { title: '结果属实', detail: '按账册重新计票，与公布的结果完全相同。', isOpen: false },
  ];
}
