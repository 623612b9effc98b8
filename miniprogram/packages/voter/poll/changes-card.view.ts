import type { PollReply } from '../../../services/polls';
import { changeText, recordWords } from '../../../text/changes';
import { momentText } from '../../../text/times';

/** The way to the public record; with news for who has seen the poll before. */
export interface ChangesCard {
  isNews: boolean;
  text: string;
  latest: string;
  label: string;
}

/**
 * @param seen how many changes this phone's owner knows of
 * @returns null where nothing was changed since publishing
 */
export function changesCard({ poll, candidates }: PollReply, seen: number, now: number): ChangesCard | null {
  if (poll.changes === undefined) return null;
  const { count, latest } = poll.changes;
  const isNews = count > seen;
  const text = isNews ? recordWords.news(count - seen) : recordWords.count(count);
  const name = candidates.find(({ id }) => id === latest.candidateId)?.name;
  const newest = `${recordWords.latest(changeText(latest.what, name))} · ${momentText(latest.at, now)}`;
  return { isNews, text, latest: newest, label: `${text}，${newest}，${recordWords.see}` };
}
