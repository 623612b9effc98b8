// What the texts of a poll are called, wherever they are named.
import { hostNames, pollTextNames, type PollText } from '../../cloudfunctions/shared/universal/poll-fields';

/** A poll's texts as the cloud or its public files told them. */
type Told = { [Text in PollText]?: string | undefined };

interface PollTextWords {
  /** For whoever writes it, and in the record of changes. */
  name: string;
  /** What to do where it is missing. */
  missing: string;
  /** Before it among the rules in full; absent for a text that stands elsewhere on the page. */
  term?: string;
}

export const pollTextWords: Readonly<Record<PollText, PollTextWords>> = {
  title: { name: '标题', missing: '写上标题' },
  organiser: { name: '主办方', missing: '写上主办方', term: '主办' },
  implementers: { name: '承办单位', missing: '写上承办单位', term: '承办' },
  coOrganisers: { name: '协办单位', missing: '写上协办单位', term: '协办' },
  summary: { name: '简介', missing: '写一段简介' },
  purpose: { name: '评选目的', missing: '写明评选目的', term: '目的' },
  approval: { name: '批准文件', missing: '写明依据的批准文件', term: '依据' },
  objectionChannel: { name: '异议渠道', missing: '写明异议渠道：找谁、在哪里、什么时间', term: '异议' },
  hotline: { name: '监督电话', missing: '写上监督电话' },
};

/** Who is behind a poll, a line for each: 云川市文化馆 主办, or 主办：云川市文化馆, 承办：云川日报社 where they are several. */
export function hostLines(poll: Told): string[] {
  const partners = partnerLines(poll);
  const organiser = poll.organiser ?? '';
  if (organiser === '') return partners;
  const { term = '' } = pollTextWords.organiser;
  return partners.length === 0 ? [`${organiser} ${term}`] : [`${term}：${organiser}`, ...partners];
}

/** The same without the organiser, for where that is told already. */
export function partnerLines(poll: Told): string[] {
  return hostNames.flatMap((name) => {
    const { term = '' } = pollTextWords[name];
    return name === 'organiser' || !poll[name] ? [] : [`${term}：${poll[name]}`];
  });
}

/** The poll's own words among its rules, term by term. */
export function writtenRules(poll: Told): { term: string; text: string }[] {
  return pollTextNames.flatMap((name) => {
    const [{ term }, text] = [pollTextWords[name], poll[name]];
    return term === undefined || text === undefined ? [] : [{ term, text }];
  });
}
