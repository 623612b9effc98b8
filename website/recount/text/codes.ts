import type { RecountCode } from '../../../cloudfunctions/shared/universal/ledger/bundle/recount-failure';

/** What to do about a fault. */
type Advice = 'choose' | 'again' | 'ask' | 'own';

export const adviceText: Record<Advice, string> = {
  choose: '请选择主办方公布的账册文件本身，再核对一次。如果拿到的就是这个文件，请复制下面的凭据，向发文件的人核实。',
  again: '请先重新下载账册文件，再核对一次。如果还是这样，请复制下面的凭据，交给主办方或监督电话。',
  ask: '请复制下面的凭据并留好这个文件，交给主办方或监督电话，请他们说明。别人用同一个文件核对，会得到同样的结论。',
  own: '请先检查您填写的内容是不是属于这次评选。确认无误的话，请复制下面的凭据，连同您手里的原件，交给监督电话。',
};

export interface Explanation {
  means: string;
  advice: Advice;
}

/** What each fault means in plain words, and what to do. The compiler asks for a sentence for every code. */
export const codeTexts: Record<RecountCode, Explanation> = {
  BUNDLE_MALFORMED: { means: '这一行不是账册该有的内容，或者放错了地方。', advice: 'again' },
  BUNDLE_VERSION_UNKNOWN: { means: '这份账册用的是本页不认识的格式版本，无法核对。', advice: 'again' },
  BUNDLE_TRUNCATED: { means: '文件不完整，后面缺了一部分。', advice: 'again' },
  KEY_MISMATCH: { means: '账册所用的公钥，不是您填写的那一把。', advice: 'own' },
  CANDIDATES_ALTERED: {
    means: '候选名单和规则里锁定的名单不一致：名称、分组、顺序或数目被改过。',
    advice: 'ask',
  },
  RULES_ALTERED: { means: '评选规则的内容和它的编码不符，规则被改过。', advice: 'ask' },
  ENTRY_ALTERED: { means: '这一条的内容和它的编码不符，内容被改过。', advice: 'ask' },
  ENTRY_MISSING: { means: '账册里少了一条。', advice: 'ask' },
  ENTRY_ADDED: { means: '同一个序号出现了两次，多出了一条。', advice: 'ask' },
  ENTRY_OUT_OF_ORDER: { means: '条目的先后次序被调换过。', advice: 'ask' },
  ENTRY_TOO_LONG: { means: '这一条超过了账册允许的长度。', advice: 'ask' },
  ENTRY_MALFORMED: { means: '这一条缺少应有的内容，读不出它记的是什么。', advice: 'ask' },
  ENTRY_KIND_UNKNOWN: { means: '这一条属于账册没有约定过的种类。', advice: 'ask' },
  ENTRY_VERSION_UNKNOWN: { means: '这一条用的是本页不认识的版本。', advice: 'ask' },
  ENTRY_NOT_CANONICAL: { means: '这一条没有按账册规定的写法书写，同样的内容只能有一种写法。', advice: 'ask' },
  RULES_NOT_FIRST: { means: '账册的第一条不是评选规则。', advice: 'ask' },
  GROUP_WITHOUT_SEATS: { means: '有候选不属于任何一个设了入选名额的组。', advice: 'ask' },
  RULES_TWICE: { means: '账册里出现了第二份评选规则。', advice: 'ask' },
  AFTER_RESULT: { means: '结果已经写入，后面却还有不该有的条目。', advice: 'ask' },
  BALLOT_AFTER_CLOSE: { means: '投票已经截止，后面却还有选票。', advice: 'ask' },
  BALLOT_WITHOUT_VOTE: { means: '规则里没有公众投票，账册里却有选票。', advice: 'ask' },
  CLOSED_TWICE: { means: '投票截止被写了两次。', advice: 'ask' },
  CLOSE_COUNT_WRONG: { means: '截止时写下的票数，和账册里实际的票数不同。', advice: 'ask' },
  RESULT_BEFORE_CLOSE: { means: '投票还没有截止，就写入了结果。', advice: 'ask' },
  TAG_TWICE: { means: '同一个投票名额用了两次。', advice: 'ask' },
  PERIOD_UNKNOWN: { means: '这张选票的日期不在投票期内。', advice: 'ask' },
  CANDIDATE_UNKNOWN: { means: '这一条提到了名单上没有的候选。', advice: 'ask' },
  CHOICES_OUT_OF_RANGE: { means: '这张选票选的项数，比规则允许的多或少。', advice: 'ask' },
  GROUP_OUT_OF_RANGE: { means: '这张选票在某一组里选的项数，不合规则。', advice: 'ask' },
  NOT_A_BALLOT: { means: '要作废或恢复的那一条，不是选票。', advice: 'ask' },
  ALREADY_VOID: { means: '这张选票已经作废，又被作废了一次。', advice: 'ask' },
  NOT_VOID: { means: '这张选票没有作废，却被恢复了一次。', advice: 'ask' },
  REASON_NOT_DECLARED: { means: '作废的理由，不在投票前公布的理由之内。', advice: 'ask' },
  ALREADY_WITHDRAWN: { means: '同一候选退出了两次。', advice: 'ask' },
  ONE_PERSON_ALONE: { means: '这件事须由两个人办理（一人提出，一人核准），这里只有一个人。', advice: 'ask' },
  JURY_NOT_DECLARED: { means: '规则里没有评委打分，账册里却有评分表。', advice: 'ask' },
  JUROR_TWICE: { means: '同一位评委交了两份评分表。', advice: 'ask' },
  POINTS_OUT_OF_RANGE: { means: '评分表里的分数或项数，不合规则。', advice: 'ask' },
  RULING_VERSION: { means: '作废或恢复的写法，不是这份规则所约定的那一种。', advice: 'ask' },
  SHEET_VERSION: { means: '评分表的写法，不是这份规则所约定的那一种。', advice: 'ask' },
  RESULT_VERSION: { means: '结果的写法，不是这份规则所约定的那一种。', advice: 'ask' },
  SHEETS_NOT_REVEALED: { means: '规则里有评委打分，评分表还没有公开，就写入了公示或结果。', advice: 'ask' },
  DRAW_WHILE_OPEN: { means: '投票还没有截止，就写入了抽签结果。', advice: 'ask' },
  DRAW_NOT_DECLARED: { means: '规则里没有约定抽签，账册里却有抽签结果。', advice: 'ask' },
  DRAW_TWICE: { means: '抽签结果被写了两次。', advice: 'ask' },
  DRAW_MALFORMED: { means: '抽签结果的数字，和规则约定的位数不符。', advice: 'ask' },
  DRAW_MISSING: { means: '按规则要由公开抽签决定的并列，还没有抽签就写入了公示或结果。', advice: 'ask' },
  NOTICE_NOT_DECLARED: { means: '规则里没有约定公示，账册里却有公示或撤销。', advice: 'ask' },
  NOTICE_WHILE_OPEN: { means: '投票还没有截止，就写入了公示。', advice: 'ask' },
  NOTICE_OUT_OF_ORDER: { means: '公示的序号没有接上，或者开始的时间比上一次公示还早。', advice: 'ask' },
  NOTICE_MISSING: { means: '规则约定的公示没有做，或者公示的天数不够、比上一次公示更早结束。', advice: 'ask' },
  NOTICE_MISMATCH: { means: '公示的内容，和按账册算到那时的结果不同。', advice: 'ask' },
  RESULT_NOT_AS_NOTICED: { means: '写入的结果，和最后一次公示的不同。', advice: 'ask' },
  REVOKE_BEFORE_RESULT: { means: '结果还没有写入，就撤销了表彰。', advice: 'ask' },
  NOT_A_WINNER: { means: '撤销了表彰的候选，本来就没有入选。', advice: 'ask' },
  ALREADY_REVOKED: { means: '同一候选的表彰被撤销了两次。', advice: 'ask' },
  CALL_OFF_NOT_DECLARED: { means: '这一版规则里没有取消评选，账册里却有。', advice: 'ask' },
  AFTER_CALL_OFF: { means: '评选已经取消，后面却还有条目。', advice: 'ask' },
  NOTE_MALFORMED: { means: '签名快照的格式不对，读不出来。', advice: 'ask' },
  SIGNATURE_UNKNOWN: { means: '签名快照不是用这本账册的公钥签的。', advice: 'ask' },
  SIGNATURE_INVALID: { means: '签名快照的签名不成立：内容被改过，或者签名是假的。', advice: 'ask' },
  CHECKPOINT_MALFORMED: { means: '签名是真的，但签的内容不是一份账册快照。', advice: 'ask' },
  ORIGIN_MISMATCH: { means: '签名快照属于另一本账册。', advice: 'ask' },
  POLL_MISMATCH: { means: '账册的名称和规则里的评选不是同一次评选。', advice: 'ask' },
  CHECKPOINT_OUT_OF_PLACE: { means: '签名快照没有放在它所涵盖的最后一条之后。', advice: 'ask' },
  CHECKPOINT_TWICE: { means: '同一份签名快照出现了两次。', advice: 'ask' },
  CHECKPOINT_MISSING: { means: '少了一份公布过的签名快照：后面的快照记着它。', advice: 'ask' },
  ROOT_MISMATCH: {
    means: '主办方签名的账册，和这个文件里的账册不是同一本：在此之前有条目被增、删、改或调换过。',
    advice: 'ask',
  },
  FORKED_LOG: { means: '主办方签过两本互相矛盾的账册。', advice: 'ask' },
  CHECKPOINT_BEYOND_LOG: { means: '您保存的快照涵盖的条目，比这份账册还多：账册被截短了。', advice: 'ask' },
  ENTRIES_NOT_COVERED: { means: '最后一份签名快照之后还有条目，没有人为它们签名。', advice: 'ask' },
  RECEIPT_OF_ANOTHER_LOG: { means: '您填写的回执属于另一次评选，不在这本账册里。', advice: 'own' },
  RECEIPT_NOT_IN_LOG: { means: '账册里没有找到您回执上的那张选票。', advice: 'own' },
  NOT_CLOSED: { means: '账册里没有投票截止的记录，还不能核对结果。', advice: 'ask' },
  RESULT_MISMATCH: { means: '公布的结果，和按这本账册重新计票的结果不同。', advice: 'ask' },
  SCORE_TOO_FINE: { means: '得分分得太细，无法精确算出，因此不能核对结果。', advice: 'ask' },
};

/** What the codes about a checkpoint mean where it is the one that the visitor brought. */
export const heldCheckpointText: Explanation = {
  means: '您填写的快照不能用来核对这本账册：它不是用这本账册的公钥签的，或者内容不完整。',
  advice: 'own',
};
