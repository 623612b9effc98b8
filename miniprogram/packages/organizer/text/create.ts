// What the choice of a template says.
import type { TemplateId } from '../services/polls';

export const createWords = {
  title: '选一个模板',
  detail: '时间、规则和要写的内容都先填好，后面每一样都能改。',
  myName: '团队里怎么称呼您',
  myNameHint: '只有团队成员看得到，例如“张敏”或“小张”。',
  start: '用这个模板开始',
  starting: '正在建立',
  lacksTemplate: '先选一个模板',
  lacksName: '写上您的称呼',
  claim: '取一个验证码',
  claimTitle: '把验证码告诉平台管理员',
} as const;

/** The pictures of the templates. */
export const templateIcons: Readonly<Record<TemplateId, string>> = {
  services: 'city',
  people: 'heart',
  works: 'image',
  talent: 'video',
  small: 'usergroup',
  blank: 'file-add',
};

/** @param until 9:41 */
export function claimText(code: string, until: string): string {
  return `${code}\n${until} 前有效。批准之后，回到这里就可以发起。`;
}
