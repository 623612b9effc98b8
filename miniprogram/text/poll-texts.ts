// What the texts of a poll are called, wherever they are named.
import {
  hostNames,
  pollTextNames,
  type HostTexts,
  type PollText,
} from '../../cloudfunctions/shared/universal/poll-fields';

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
  summary: { name: '简介', missing: '写一段简介' },
  purpose: { name: '评选目的', missing: '写明评选目的', term: '目的' },
  approval: { name: '批准文件', missing: '写明依据的批准文件', term: '依据' },
  objectionChannel: { name: '异议渠道', missing: '写明异议渠道：找谁、在哪里、什么时间', term: '异议' },
  hotline: { name: '监督电话', missing: '写上监督电话' },
};

/** How a poll's page, its poster and its page in the timeline say who is behind it; a text of each. */
const hostWords: Readonly<Record<keyof HostTexts, (text: string) => string>> = {
  organiser: (text) => `${text} 主办`,
};

/** 云川市人民政府办公室 主办: who is behind a poll, a line for each. */
export function hostLines(poll: Told): string[] {
  return hostNames.flatMap((name) => (poll[name] ? [hostWords[name](poll[name])] : []));
}

/** 承办：云川广播电视台: the same without the organiser, for where that is told already. */
export function partnerLines(poll: Told): string[] {
  return hostLines({ ...poll, organiser: '' });
}

/** The poll's own words among its rules, term by term. */
export function writtenRules(poll: Told): { term: string; text: string }[] {
  return pollTextNames.flatMap((name) => {
    const [{ term }, text] = [pollTextWords[name], poll[name]];
    return term === undefined || text === undefined ? [] : [{ term, text }];
  });
}
