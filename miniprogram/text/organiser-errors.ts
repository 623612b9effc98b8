// Sentences for what only organisers and those who nominate can meet.
import type { ActObstacle } from '../../cloudfunctions/shared/universal/act-obstacle';
import type { FileRefusal, organiserErrorCodes } from '../../cloudfunctions/shared/contract/errors';
import type { DetailsOf } from '../services/cloud';
import { fieldText } from './fields';
import { roleNames } from './roles';
import { endText, momentText } from '../../cloudfunctions/shared/universal/times';

interface Message {
  title: string;
  detail: string;
  tone: 'notice' | 'fault';
}

type Messages = {
  readonly [Code in (typeof organiserErrorCodes)[number]]: (details: DetailsOf[Code], now: number) => Message;
};

export const organiserMessages: Messages = {
  NOT_A_MEMBER: () => notice('您不在这个评选的团队里', '请让负责人发一张邀请卡片给您。'),
  MEMBER_REMOVED: () => notice('您已不在这个团队里', '如果是误会，请联系评选的负责人。'),
  ROLE_NOT_ALLOWED: ({ needed }) => notice('您的角色不能做这一步', `这一步由${rolesText(needed)}来做。`),
  NOT_AN_ADMINISTRATOR: () => notice('这一页只给平台管理员', '评选上首页由平台管理员审核。'),
  CREATION_NOT_ALLOWED: () => notice('还不能发起评选', '这里只有经过批准的主办方可以发起。请联系平台管理员。'),
  LIMIT_REACHED: ({ what, most }) =>
    what === 'changes'
      ? notice('变更记录已经写满', `发布以后最多改 ${most} 次。这次没有保存。`)
      : (objectionLimit(what, most) ?? notice('数量已到上限', `最多 ${most} 个。`)),
  EDIT_CONFLICT: ({ edited }, now) =>
    notice(`${edited.name}在 ${momentText(edited.at, now)} 改过`, '您这次的修改没有保存。请看过新的内容再改。'),
  FROZEN_AFTER_PUBLISHING: ({ field }) =>
    notice(`${fieldText(field)}不能再改`, '评选已经发布，规则和候选就定下了。能改的只有介绍、图片和联系方式。'),
  NOT_PUBLISHED: () => notice('评选还没有发布', '发布之后再做这一步。'),
  CONTENT_REFUSED: ({ field }) => notice(`${fieldText(field)}没有通过微信的内容检查`, '没有保存。请换一种说法再试。'),
  CONTENT_CHECK_UNAVAILABLE: () => notice('微信的内容检查没有回应', '没有保存。您写的内容还在，请稍后再试。'),
  FILE_NOT_FOUND: ({ field }) => notice(`没有找到上传的${fieldText(field)}`, '请重新选一次。'),
  FILE_REFUSED: (refusal) => notice('这个文件读不了', fileText(refusal)),
  COUNTS_HIDDEN: ({ nextAt }, now) =>
    notice('票数还没有公布', nextAt === null ? '公布之后才能导出。' : `${momentText(nextAt, now)} 公布。`),
  MEMBER_NOT_FOUND: () => notice('没有找到这位成员', '他可能已经离开团队。请刷新看看。'),
  LAST_OWNER: () => notice('团队至少要有一位负责人', '请先把另一位成员设为负责人。'),
  ALREADY_MEMBER: () => notice('您已经在这个团队里', '不用再接受邀请，直接打开评选即可。'),
  INVITATION_NOT_FOUND: () => notice('没有找到这个邀请', '它可能已被撤回。请让对方再发一次。'),
  INVITATION_EXPIRED: () => notice('邀请已经过期', '请让对方再发一张邀请卡片。'),
  INVITATION_USED: () => notice('邀请已经被用过', '一张卡片只能用一次。请让对方再发一张。'),
  CHECKLIST_INCOMPLETE: ({ items }) =>
    notice('还不能发布', `还有 ${items.filter(({ level }) => level === 'missing').length} 项没有准备好。`),
  ACT_NOT_FOUND: () => notice('没有找到这件事', '请刷新看看。'),
  ACT_DECIDED: () => notice('这件事已经有人处理', '请刷新看看。'),
  ACT_NOT_POSSIBLE: ({ obstacle }) => notice('现在不能这样做', obstacleText(obstacle)),
  DRAW_MALFORMED: ({ digits }) => notice('号码不对', `要正好 ${digits} 位数字，照抄公布的号码。`),
  NEEDS_ANOTHER_PERSON: () => notice('要由另一位成员同意', '提出的人不能自己同意。请转给同事。'),
  NOMINATION_NOT_OPEN: ({ startAt, endAt }, now) =>
    startAt !== undefined && now < startAt
      ? notice('还没有开始推荐', `${momentText(startAt, now)} 开始。`)
      : notice('现在不收推荐', endAt === undefined ? '这个评选的候选已经定下。' : `${momentText(endAt, now)} 截止。`),
  NOMINATION_NOT_FOUND: () => notice('没有找到这条推荐', '请刷新看看。'),
  NOMINATION_DECIDED: () => notice('这条推荐已经处理过', '请刷新看看。'),
  MEDIA_NOT_FOUND: () => notice('没有找到这个文件', '它可能已被替换。请刷新看看。'),
  MEDIA_DECIDED: () => notice('这个文件不用再审', '它已经有结果了。请刷新看看。'),
  CHANNEL_NOT_FOUND: () => notice('没有找到这个渠道', '它可能已经去掉。请刷新看看。'),
  GROUP_NOT_FOUND: () => notice('没有找到这个群', '它可能已经去掉。请刷新看看。'),
  REMINDER_NOT_OFFERED: () => notice('现在不能设这个提醒', '可能时间已经过了。请刷新看看。'),
  OBJECTION_CLOSED: ({ startAt, until }, now) =>
    startAt !== undefined && now < startAt
      ? notice('还没有开始收异议', `${momentText(startAt, now)} 公示开始后可以提。`)
      : until === null
        ? notice('现在不收异议', '名单公示以后才可以提。')
        : notice('现在不收异议了', `${endText(until, now)} 截止。`),
  BALLOT_NOT_VOID: () => notice('这一票没有作废', '它正常计数，不用提异议。'),
  OBJECTION_NOT_FOUND: () => notice('没有找到这条异议', '请刷新看看。'),
  OBJECTION_DECIDED: () => notice('这条异议已经往下办了', '请刷新看看办到哪一步。'),
  SURVEY_NOT_FOUND: () => notice('没有找到这份调查', '请刷新看看。'),
  SURVEY_NOT_OPEN: ({ until }) =>
    notice('这份调查现在不收', until === undefined ? '还没有开始，或者已经撤下。' : '时间已经过了。'),
  ALREADY_ANSWERED: () => notice('您已经答过了', '每人答一次。'),
  ANSWER_INCOMPLETE: ({ question }) => notice(`第 ${question + 1} 题还没答`, '答完再提交。'),
  CHARACTERS_NOT_DRAWN: ({ characters, names }) =>
    notice(
      '有的字印不出来',
      `字库里没有“${characters.join('')}”。${names.length === 0 ? '' : `用到它的有：${names.join('、')}。`}请换一个写法，或者手写。`,
    ),
  NOT_AWARDED: () => notice('还没有表彰', '两个人作出表彰以后，才有证书和名单。'),
  AWARD_REVOKED: () => notice('这项表彰已经撤销', '不再发证书。'),
  NO_NOTICE: () => notice('还没有公示', '公示以后，才能打印公示。'),
  NOT_CERTIFIED: () => notice('还没有核验', '两个人核验票数以后，才能出核验报告。'),
  NOT_A_JUROR: () => notice('没有评委席位', '评委名单里没有这位成员。请主办方先排好评委。'),
  RECUSAL_FIRST: () => notice('要先声明回避，才能看候选', '请先说明有没有要回避的候选。没有，也要说明。'),
  NO_JURY: () => notice('这个评选没有评委', '要先在规则里写好怎么评分，再排好评委。'),
  JURY_STARTED: () => notice('评分已经开放', '评委名单和回避声明不能再改。要加回避，请负责人或审核人来加。'),
  JURY_INCOMPLETE: ({ labels, candidates }) =>
    labels.length > 0
      ? notice('还有评委没有声明回避', `请等他们声明：${labels.join('、')}。`)
      : notice('能评的评委太少', `有的候选（${candidates.length}）回避的评委太多，不够规则要求的人数。`),
  JURY_NOT_OPEN: () => notice('现在不能评分', '主办方开放评分后才能评，锁定后不能再评。'),
  RECUSED: () => notice('这一个要回避', '回避的候选不用评分。'),
  SHEET_LOCKED: ({ state }) =>
    state === 'locked'
      ? notice('评分表已锁定', '评分已经结束。')
      : notice('评分表已经交了', '评委自己重新打开以后才能改，要写明原因。'),
  SHEET_INCOMPLETE: ({ missing }) => notice('还没评完', `没有评完的候选还有 ${missing.length}。`),
  POINTS_OUT_OF_RANGE: ({ most }) => notice('分数超出范围', `满分是 ${most} 分。`),
  RECUSAL_NOT_FOUND: () => notice('没有这条回避', '它可能已被取消，或者是评委自己声明的。请刷新看看。'),
  WECHAT_UNAVAILABLE: () => notice('微信暂时没有回应', '没有做成。请过一会儿再试一次。'),
};

function notice(title: string, detail: string): Message {
  return { title, detail, tone: 'notice' };
}

function objectionLimit(what: string, most: number): Message | null {
  switch (what) {
    case 'objections':
      return notice(`您有 ${most} 条异议还在办`, '办完一条，就可以再提一条。');
    case 'objectionsOfPoll':
      return notice('收到的异议太多了', `一次评选最多收 ${most} 条。请按公示上的电话联系。`);
    case 'objectionsOfBallot':
      return notice('这一票已经提过异议', '在“我提的异议”里看办到哪一步。');
    default:
      return null;
  }
}

function rolesText(needed: DetailsOf['ROLE_NOT_ALLOWED']['needed']): string {
  return needed.map((role) => roleNames[role]).join('、');
}

/** What a file is that is no list, by what the cloud found it to be. */
const otherFiles: Readonly<Record<Of<'NOT_A_SPREADSHEET'>['found'], string>> = {
  picture: '这是一张图片。',
  video: '这是一段视频。',
  pdf: '这是 PDF 文件。',
  document: '这是 Word 一类的文档。',
  archive: '这是压缩包。',
  other: '',
};

/** Formats of spreadsheets that are not read, and by which name people know them. */
const otherFormats: Readonly<Record<Of<'SPREADSHEET_FORMAT_UNSUPPORTED'>['found'], string>> = {
  xls: '这是旧的表格格式（.xls，或 WPS 的 .et）。',
  xlsb: '这是二进制的表格格式（.xlsb）。',
  ods: '这是 .ods 格式的表格。',
  html: '这个文件叫作表格，里面其实是网页。',
  xml: '这是旧的 XML 表格格式。',
};

type Of<Reason extends FileRefusal['reason']> = Extract<FileRefusal, { reason: Reason }>;

function fileText(refusal: FileRefusal): string {
  switch (refusal.reason) {
    case 'FILE_EMPTY':
      return '文件是空的。';
    case 'FILE_TOO_LARGE':
      return `文件有 ${megabytes(refusal.bytes)} MB，最多 ${megabytes(refusal.most)} MB。请只留下候选名单，去掉里面的图片再选。`;
    case 'NOT_A_SPREADSHEET':
      return `${otherFiles[refusal.found]}请选 .xlsx、.csv 或 .txt 的名单。`;
    case 'SPREADSHEET_FORMAT_UNSUPPORTED':
      return `${otherFormats[refusal.found]}请在 Excel 或 WPS 里打开它，“另存为” .xlsx 再选。`;
    case 'FILE_ENCRYPTED':
      return '文件有密码。请去掉密码再选。';
    case 'FILE_DAMAGED':
      return '文件坏了。请打开它，另存一份再选。';
    case 'CONTENT_TOO_LARGE':
      return '表格里的内容太多。请把候选名单复制到一张新表再选。';
    case 'TOO_MANY_COLUMNS':
      return `表格有 ${refusal.found} 列，最多 ${refusal.most} 列。请只留下候选名单的几列。`;
    case 'ENCODING_UNKNOWN':
      return '看不懂文件里的文字。请另存为 .xlsx 再选。';
    case 'QUOTES_BROKEN':
      return `第 ${refusal.row} 行有一个引号没有配对。请改好，或者另存为 .xlsx 再选。`;
  }
}

/** 3.1, 2 */
function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / 1024 / 1024) * 10) / 10);
}

/** By the contract of acts. */
const obstacles: Readonly<Record<ActObstacle['obstacle'], string>> = {
  alreadyPublished: '评选已经发布。',
  notPublished: '评选还没有发布，或已经取消。',
  alreadyOpen: '投票已经开始，规则不能再动。',
  notOpen: '投票还没有开始。',
  alreadyEnded: '投票已经结束。',
  tooSoon: '时间太近。请至少留出十分钟，让每个人都看到同一个时间。',
  tooLate: '超过了公布的最晚时间。',
  notEarlier: '新的截止时间要早于现在的。',
  notLater: '新的截止时间要晚于现在的。',
  alreadyFrozen: '候选已经暂停。',
  notFrozen: '候选没有暂停。',
  alreadyWithdrawn: '候选已经退出。',
  rulesUnsatisfiable: '剩下的候选不够选满一张票。请考虑取消整个评选。',
  notDeclared: '作废理由要用发布时公布的那几条。',
  stillOpen: '投票还没有截止，公开账册也还没有封好。截止以后才能办。',
  noLotDeclared: '这个评选的规则里没有公开抽签。',
  notDrawnYet: '还没到规则公布的抽签时间。',
  alreadyDrawn: '抽签的号码已经写进公开账册，不能再改。',
  notNeeded: '结果已经写进公开账册，用不着抽签。',
  noSuchBallot: '公开账册里没有这张选票，或它已是这个状态。',
  changedSince: '提出之后内容又改过，请重新提出。',
  nobodyToApprove: '团队里还没有另一位能同意的人。请先邀请一位。',
  noNotice: '这个评选没有公示这一步。',
  recountMissing: '公开账册还没有重新数完。请过几分钟再来；票太多的，要在外面数好，把根值填进来。',
  recountDiffers: '重新数出来的和公开账册对不上。请先查清原因，不要往下办。',
  rulingsWaiting: '还有决定没写进公开账册，一般等几秒就好。请刷新再试。',
  reasonMissing: '名单变了才重新公示，请写明原因，让大家看得明白。',
  notCertified: '票数还没有核验，请先核验。',
  alreadyCertified: '票数已经核验过。',
  drawMissing: '有并列要由公开抽签决定，请先把抽签的号码写进公开账册。',
  tooShort: '公示的时间太短。公示从第二天算起，要满规定的天数。',
  notNoticed: '还没有公示，请先公示。',
  noticeRunning: '公示还没有结束，请等到期后再表彰。',
  noticeStale: '公示以后结果有变化，要先重新公示。',
  openObjections: '还有异议没有答复，答复完才能表彰。',
  alreadyAwarded: '已经表彰，不能再改。',
  notAwarded: '还没有表彰。',
  notAWinner: '不在表彰名单里。',
  alreadyRevoked: '表彰已经撤销。',
  alreadyCalledOff: '评选已经终止。',
  alreadyArchived: '评选已经归档。',
  juryNotOpen: '评分还没有开放。',
  juryNotLocked: '评委的评分还没有锁定，请先锁定。',
  sheetsMissing: '还有评委没交评分表。',
  alreadyLocked: '评分已经锁定。',
  noSuchJuror: '评委名单里没有这个称呼。',
  alreadyExcluded: '评分已经不计，不用再办。',
  tooFewSheets: '有的候选会一份评分也没有，不能这样办。',
  notAccepted: '这条异议还没有受理，或已经答复。',
  sameJudges: '两个人都作过被异议的决定，不能由你们两个人自己答复。请另一位负责人或审核人来办，还没有就先邀请一位。',
  callOffInstead: '投票已经开始，不能由一个人取消。请选“终止评选”，由两个人办。',
};

/** Why an act could not be done; an entry of the trail may name another refusal instead. */
export function obstacleText(obstacle: string): string {
  const known: Readonly<Record<string, string>> = obstacles;
  return known[obstacle] ?? '情况有变化，请刷新看看。';
}
