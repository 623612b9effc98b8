import { likeness } from '../../universal/text/clean-text';

/** What stands behind a group's own name, as in 民生类 or 城建组. */
const suffix = /(?:类别|类|组别|组|赛道|领域|奖项|奖|板块|部分|项目|名单|汇总表|汇总|表)$/;

/** What stands before and behind it in a heading: 一、民生类（共 5 项） */
const around =
  /^[(（]?(?:第?[一二三四五六七八九十\d]{1,3})[)）]?[、.．:：\s]*(?:组|类|部分)?[、.．:：\s]*|[(（][^()（）]*[)）]\s*$/g;

function core(text: string): string {
  const even = likeness(text);
  const bare = even.replace(suffix, '');
  return bare === '' ? even : bare;
}

/**
 * The poll's group of this name: spelled alike, or with another of the words that stand behind names of groups, where
 * that leaves no doubt.
 */
export function sameGroup<Group extends { name: string }>(groups: readonly Group[], text: string): Group | undefined {
  const exact = groups.find(({ name }) => likeness(name) === likeness(text));
  if (exact) return exact;
  const alike = groups.filter(({ name }) => core(name) === core(text));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The group that a heading above rows names. */
export function groupOfHeading<Group extends { name: string }>(
  groups: readonly Group[],
  heading: string,
): Group | undefined {
  return sameGroup(groups, heading) ?? sameGroup(groups, heading.trim().replace(around, ''));
}
