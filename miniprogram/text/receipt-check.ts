// What a receipt's page says of the check it made itself: what was checked, or what is wrong, what it means, what to do.
import type { Alarm } from '../../cloudfunctions/shared/universal/ledger/check/verdict';
import { patience } from '../../cloudfunctions/shared/universal/ledger/check/patience';
import { groupedText } from '../../cloudfunctions/shared/universal/numbers';
import { promiseText, standingText } from './standing';
import { momentText, soonText } from '../../cloudfunctions/shared/universal/times';

export const checkWords = {
  checkingTitle: '正在核对',
  checkedTitle: '已进公开账册，本机核对无误',
  uncheckedTitle: standingText('counted', 'waiting'),
  unfoundTitle: '还没有找到这张票',
  alarmHead: '核对没有通过',
  gotIt: '选票已收到',
  pasted: '从粘贴的文字读入',
  entry: '写进公开账册',
  here: '本机核对',
  hereLater: '写好以后自动核对，印章由空心变实心',
  inLog: '这张票在公开账册里',
  onlyGrows: '账册只增不改',
  firstLook: '本机第一次核对，以后都与这次对照',
  nothingNew: '上次核对后没有新增，旧条目未动',
  signed: '签名有效',
  byThisPhone: '由本机核对，不经过主办方',
  again: '再核对一次',
  inPublic: '已经公开，等本机核对',
  neverChecked: '没有连上网络，还没有核对。',
  meaning: '这说明什么',
  todo: '请您这样做',
  copyEvidence: '复制证据',
  evidenceCopied: '证据已复制',
  bundle: '公开账册',
  bundleCopied: '账册的下载地址已复制，可在电脑上打开',
  call: (number: string): string => `拨打监督电话 ${number}`,
} as const;

/** 预计 12:10 前可核对。现在可以离开 */
export function entryText(promisedAt: number, isPublic: boolean, now: number): string {
  if (isPublic) return checkWords.inPublic;
  if (now < promisedAt) return `${promiseText(promisedAt, now)}。现在可以离开`;
  const until = soonText(promisedAt + patience, now);
  return `应当 ${soonText(promisedAt, now)} 前写进公开账册，还没有见到。有时会慢几分钟，这里每分钟再查一次；到 ${until} 还没有，就告诉您怎么办`;
}

/** 第 17,846 条，内容与回执一致. @param index counted from 0 */
export function placeText(index: number): string {
  return `第 ${groupedText(index + 1)} 条，内容与回执一致`;
}

/** 上次核对后新增 4,238 条，旧条目未动. @param added null for the first look */
export function growthText(added: number | null): string {
  if (added === null) return checkWords.firstLook;
  return added === 0 ? checkWords.nothingNew : `上次核对后新增 ${groupedText(added)} 条，旧条目未动`;
}

/** 账册共 3,028 条，今天 10:41 核对. @param at when it was checked */
export function signedText(size: number, at: number, now: number): string {
  return `账册共 ${groupedText(size)} 条，${momentText(at, now)} 核对`;
}

/** 没有连上网络。这是今天 9:52 的核对结果。 */
export function lastCheckText(at: number, now: number): string {
  return `没有连上网络。这是${momentText(at, now)} 的核对结果。`;
}

/** 正在从新到旧查找，第 12 段，共 200 段 */
export function searchText({ read, all }: { read: number; all: number }): string {
  return `正在从新到旧查找，已看 ${read} 段，共 ${all} 段`;
}

/** Where a search has ended without a find. @param searchedFrom the oldest index that was read */
export function unfoundText(searchedFrom: number, size: number): string {
  const searched = groupedText(size - searchedFrom);
  return (
    `这张票不是用这个微信号投的，要自己在账册里找。已从最新的往前看了 ${searched} 条，没有找到；` +
    `更早的 ${groupedText(searchedFrom)} 条没有看。请在投票的那部手机上打开回执核对。`
  );
}

interface AlarmWords {
  what: string;
  means: string;
}

const alarms: Readonly<Record<Alarm, AlarmWords>> = {
  RECEIPT_OF_ANOTHER_LOG: {
    what: '回执与账册不是同一个评选',
    means: '回执上写的是另一本账册。可能拿错了回执，也可能有人换了账册。',
  },
  KEY_MALFORMED: { what: '账册的公钥读不出来', means: '没有公钥，账册的签名就无法核对。' },
  KEY_CHANGED: {
    what: '账册换了公钥',
    means: '一本账册从头到尾只用一把公钥。现在的与本机第一次见到的不同，可能有人换了整本账册。',
  },
  RECEIPT_KEYS_MALFORMED: { what: '回执的公钥表读不出来', means: '没有这张表，回执的签名就无法核对。' },
  RECEIPT_KEYS_FORGED: {
    what: '回执的公钥表不是账册签的',
    means: '这张表应当有账册的签名，现在没有，或签名不对。可能被人换过。',
  },
  RECEIPT_KEY_UNKNOWN: {
    what: '账册不认这张回执的公钥',
    means: '签这张回执的公钥不在账册认可的表里。可能回执是假的，也可能表被改过。',
  },
  RECEIPT_FORGED: {
    what: '回执的签名不对',
    means: '回执上的内容与签名对不上。可能被改动过，或不是主办方发出的。',
  },
  CHECKPOINT_MALFORMED: { what: '账册的签名页读不出来', means: '没有签名页，账册的内容就无法核对。' },
  CHECKPOINT_FORGED: {
    what: '账册的签名不对',
    means: '账册应当有自己的签名，现在没有，或签名不对。可能被人换过。',
  },
  CHECKPOINT_OF_ANOTHER_LOG: {
    what: '签名页是另一本账册的',
    means: '公布的签名页属于别的评选，这本账册就没有签名可对。',
  },
  SHRUNK_LOG: {
    what: '账册变短了',
    means: '账册只能增加，不能减少。本机以前看到过的条目，现在没有了。',
  },
  FORKED_LOG: {
    what: '账册的旧条目被改过',
    means: '同一本账册签出了互相矛盾的两个版本。这两个签名就是证据。',
  },
  FILE_MISSING: {
    what: '账册缺了文件',
    means: '公布过的账册文件取不到，无法核对。可能是一时的故障，过几分钟可以再核对一次。',
  },
  TILES_ALTERED: {
    what: '账册的文件与签名对不上',
    means: '公布的账册文件与账册自己的签名不一致。可能被改动过，或已损坏。',
  },
  LEAF_ALTERED: {
    what: '账册里的这一条不是您的票',
    means: '应当是这张票的地方，签了名的账册里写的是别的内容。',
  },
  RECEIPT_NOT_IN_LOG: {
    what: '账册里没有找到这张票',
    means: '回执上写的核对时间已过十分钟以上，又查了一遍，账册里还没有这张票。',
  },
};

/** What an alarm says: what happened, and what it means. */
export function alarmText(alarm: Alarm): AlarmWords {
  return alarms[alarm];
}

/** What to do after an alarm, a step each. @param hotline empty where it is not known here */
export function alarmSteps(hotline: string): string[] {
  const call = hotline === '' ? '再打规则页上的监督电话' : `再打监督电话 ${hotline}`;
  return ['先复制证据，存好或发给信得过的人。里面不含您的选择。', `${call}，报上回执码，请他们核查。`];
}
