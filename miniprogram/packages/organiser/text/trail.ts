// The trail in words: what somebody did, as the team reads it.
import { fieldText } from '../../../text/fields';
import { roleNames } from '../../../text/roles';
import type { TrailEntry } from '../services/team';
import { actNames } from './acts';

export type TrailKind = TrailEntry['what'];
type Details = Readonly<Record<string, unknown>>;
type Speak = (subject: string, details: Details) => string;

/** What was done, without who did it: 改了标题、时间安排. */
const sentences = {
  'poll.create': (_, { copied }) => (typeof copied === 'string' ? `照${quoted(copied)}新建了评选` : '新建了评选'),
  'poll.save': (_, { fields }) => `改了${fieldsText(fields)}`,
  'poll.discard': () => '删除了草稿',
  'candidate.add': (name) => `添加候选${quoted(name)}`,
  'candidate.save': (name, { fields }) => `改了候选${quoted(name)}的${fieldsText(fields)}`,
  'candidate.remove': (name) => `删去候选${quoted(name)}`,
  'candidate.arrange': () => '调整了候选的顺序',
  'candidate.import': (_, { count }) => (typeof count === 'number' ? `从表格导入候选，共 ${count}` : '从表格导入候选'),
  'candidate.copy': (_, { count, copied }) => `从${quoted(String(copied))}复制候选，共 ${String(count)}`,
  'nomination.accept': (name) => `采用了推荐${quoted(name)}`,
  'nomination.return': (name) => `退回了推荐${quoted(name)}`,
  'nomination.merge': (name) => `把推荐${quoted(name)}并入已有的候选`,
  'media.decide': (name, { isPassed }) =>
    `${isPassed === true ? '通过了' : '没有通过'}${name ? quoted(name) + '的' : '一份'}图片或视频`,
  'objection.accept': (number) => `受理了${objectionName(number)}`,
  'objection.decline': (number) => `没有受理${objectionName(number)}`,
  'objection.hear': (number) => `当面听取了${objectionName(number)}`,
  'team.setRole': (name, { role }) => `把${name || '一位成员'}设为${roleText(role)}`,
  'team.remove': (name) => `把${name || '一位成员'}移出团队`,
  'team.leave': () => '退出了团队',
  'team.seatOwner': (name) => `请${name || '一位'}当负责人`,
  'invitation.create': (_, { role }) => `邀请一位${roleText(role)}`,
  'invitation.revoke': (_, { role }) => `撤回了给${roleText(role)}的邀请`,
  'invitation.accept': (_, { role }) => `接受邀请，成为${roleText(role)}`,
  'act.proposed': (subject, { act }) => `提出${actText(act, subject)}`,
  'act.approved': (subject, { act }) => `同意${actText(act, subject)}`,
  'act.rejected': (subject, { act }) => `不同意${actText(act, subject)}`,
  'act.cancelled': (subject, { act }) => `撤回${actText(act, subject)}`,
  'act.done': (subject, { act, isAlone }) => `${isAlone === true ? '一人办理了' : '办理了'}${actText(act, subject)}`,
  'act.lapsed': (subject, { act }) => `没有办成${actText(act, subject)}`,
  'listing.request': () => '申请上首页',
  'listing.list': () => '同意上首页',
  'listing.refuse': () => '没有同意上首页',
  'listing.unlist': () => '从首页撤下',
  'channel.add': (name) => `加了渠道${quoted(name)}`,
  'channel.rename': (name) => `把一个渠道改名为${quoted(name)}`,
  'channel.remove': (name) => `停用了渠道${quoted(name)}`,
  'group.bind': (name) => `绑定了群${quoted(name)}`,
  'group.unbind': (name) => `取消绑定群${quoted(name)}`,
  'survey.save': (name) => `改了调查${quoted(name)}`,
  'survey.open': (name) => `开始了调查${quoted(name)}`,
  'jury.setUp': (_, { seats }) => (typeof seats === 'number' ? `排了 ${seats} 位评委` : '排了评委'),
  'jury.open': () => '开放了评分表',
  'recusal.declare': (_, { recusals }) =>
    typeof recusals === 'number' && recusals > 0 ? `声明了 ${recusals} 项回避` : '声明了没有要回避的',
  'recusal.add': (name) => `给${quoted(name)}加了一项回避`,
  'recusal.remove': (name) => `取消了给${quoted(name)}加的一项回避`,
  'sheet.submit': (name, { n }) =>
    typeof n === 'number' && n > 1 ? `${quoted(name)}第 ${n} 次交了评分表` : `${quoted(name)}交了评分表`,
  'sheet.reopen': (name) => `${quoted(name)}重新打开了评分表`,
  'codes.export': (_, { part }) =>
    typeof part === 'number' ? `做了打印的二维码（第 ${part} 份）` : '做了打印的二维码',
  'certificate.make': (name) => (name ? `做了${quoted(name)}的证书` : '做了全部证书'),
  'notice.print': () => '打印了公示',
  'award.print': () => '打印了表彰名单',
  'report.make': () => '做了核验报告',
  'export.make': (_, { kind }) => `导出了${exportText(kind)}`,
} satisfies Record<TrailKind, Speak>;

/** One entry as a sentence without its subject. */
export function trailText(what: TrailKind, subject = '', details: Details = {}): string {
  // An app that is older than the cloud may be told what it has no words for.
  const speak: Speak | undefined = Object.hasOwn(sentences, what) ? sentences[what] : undefined;
  return speak?.(subject, details) ?? '做了一次改动';
}

export const trailWords = {
  intro: '只增不改。团队的每一位都看得到。',
  reason: (text: string): string => `理由：${text}`,
  none: '还没有记录',
  noneDetail: '从新建评选开始，每一步都会记在这里。',
  more: '正在取更早的',
  end: '没有更早的了',
} as const;

/** What an entry's act is: its kind lies in the details, as the contract of acts names it. */
function actText(act: unknown, subject: string): string {
  const kind = typeof act === 'object' && act !== null && 'kind' in act ? String(act.kind) : '';
  // A look-up by a name that may be no act's.
  const name = Object.hasOwn(actNames, kind) ? (actNames as Readonly<Record<string, string>>)[kind] : undefined;
  return quoted([name ?? '一件事', ...(subject === '' ? [] : [subject])].join('：'));
}

/** A tip has no number. */
function objectionName(number: string): string {
  return number === '' ? '一条线索' : `异议 ${number}`;
}

function fieldsText(fields: unknown): string {
  const names = Array.isArray(fields) ? [...new Set(fields.map((field) => fieldText(field)))] : [];
  return names.length > 0 ? names.join('、') : '内容';
}

function roleText(role: unknown): string {
  const known = String(role);
  return (
    (Object.hasOwn(roleNames, known) ? (roleNames as Readonly<Record<string, string>>)[known] : undefined) ?? '成员'
  );
}

function exportText(kind: unknown): string {
  const names: Readonly<Record<string, string>> = {
    results: '结果表',
    participation: '参与情况表',
    candidates: '候选表',
    template: '候选模板',
  };
  return names[String(kind)] ?? '表格';
}

function quoted(name: string): string {
  return name ? `“${name}”` : '';
}
