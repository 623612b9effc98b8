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
  claim: '怎样获得批准',
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
