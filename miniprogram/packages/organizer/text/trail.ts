// The trail in words: what somebody did, as the team reads it.
import { fieldText } from '../../../text/fields';
import { roleNames } from '../../../text/roles';
import { actNames } from './acts';

type Details = Readonly<Record<string, unknown>>;
type Speak = (subject: string, details: Details) => string;

const sentences: Readonly<Record<string, Speak>> = {
  'poll.create': () => '新建了评选',
  'poll.save': (_, { fields }) => `改了${fieldsText(fields)}`,
  'poll.discard': () => '丢弃了草稿',
  'candidate.add': (name) => `添加候选${quoted(name)}`,
  'candidate.save': (name, { fields }) => `改了候选${quoted(name)}的${fieldsText(fields)}`,
  'candidate.remove': (name) => `删去候选${quoted(name)}`,
  'candidate.arrange': () => '调整了候选的顺序',
  'candidate.import': (_, { count }) => (typeof count === 'number' ? `从表格导入 ${count} 个候选` : '从表格导入候选'),
  'nomination.accept': (name) => `采用了推荐${quoted(name)}`,
  'nomination.return': (name) => `退回了推荐${quoted(name)}`,
  'nomination.merge': (name) => `把推荐${quoted(name)}并入已有的候选`,
  'media.decide': (name, { isPassed }) =>
    `${isPassed === true ? '通过' : '没有通过'}${name ? quoted(name) + '的' : '一份'}图片或视频`,
  'team.setRole': (name, { role }) => `把${name || '一位成员'}设为${roleText(role)}`,
  'team.remove': (name) => `把${name || '一位成员'}移出团队`,
  'team.leave': () => '退出了团队',
  'invitation.create': (_, { role }) => `邀请一位${roleText(role)}`,
  'invitation.revoke': (_, { role }) => `撤回了给${roleText(role)}的邀请`,
  'invitation.accept': (_, { role }) => `接受邀请，成为${roleText(role)}`,
  'listing.request': () => '申请上首页',
  'listing.list': () => '同意上首页',
  'listing.refuse': () => '没有同意上首页',
  'listing.unlist': () => '从首页撤下',
  'codes.export': (_, { part }) =>
    typeof part === 'number' ? `做了打印的二维码（第 ${part} 份）` : '做了打印的二维码',
  'export.make': (_, { kind }) => `导出了${exportText(kind)}`,
};

const actVerbs: Readonly<Record<string, string>> = {
  proposed: '提出',
  approved: '同意',
  rejected: '不同意',
  cancelled: '撤回',
  done: '办理了',
  lapsed: '没有办成',
};

/** One entry as a sentence without its subject: 改了标题、时间安排. Unknown ones say that something was done. */
export function trailText(what: string, subject = '', details: Details = {}): string {
  const verb = /^act\.(\w+)$/.exec(what)?.[1];
  if (verb !== undefined) return actText(actVerbs[verb] ?? '处理了', subject, details);
  return sentences[what]?.(subject, details) ?? (subject ? `处理了${quoted(subject)}` : '做了一次改动');
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
function actText(verb: string, subject: string, { act }: Details): string {
  const kind = typeof act === 'object' && act !== null && 'kind' in act ? String(act.kind) : '';
  // A look-up by a name that may be no act's.
  const name = (actNames as Readonly<Record<string, string>>)[kind] ?? '一件事';
  return subject ? `${verb}“${name}：${subject}”` : `${verb}“${name}”`;
}

function fieldsText(fields: unknown): string {
  const names = Array.isArray(fields) ? [...new Set(fields.map((field) => fieldText(field)))] : [];
  return names.length > 0 ? names.join('、') : '内容';
}

function roleText(role: unknown): string {
  return (roleNames as Readonly<Record<string, string>>)[String(role)] ?? '成员';
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
