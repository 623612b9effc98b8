import type { PaperId } from '../services/papers';
import { paperWords } from '../text/papers';

export interface PaperRow {
  id: PaperId;
  name: string;
  /** How far it is while it is made. */
  hint: string;
  isBusy: boolean;
}

const certificates = ['upright', 'wide', 'plain'] as const;
const ids: readonly PaperId[] = ['report', 'noticeA4', 'noticeA3', 'awards', ...certificates];

/**
 * @param busy which is being made, and how many of its codes are drawn
 * @param isOfOne whether these are one winner's papers
 */
export function paperRows(busy: { id: PaperId; done: number; of: number } | null, isOfOne: boolean): PaperRow[] {
  const names: Partial<Record<PaperId, string>> = isOfOne ? paperWords.ofOne : {};
  return (isOfOne ? certificates : ids).map((id) => {
    const isBusy = busy?.id === id;
    const said = busy !== null && busy.of > 0 ? paperWords.drawing(busy.done, busy.of) : paperWords.working;
    return { id, name: names[id] ?? paperWords.names[id], hint: isBusy ? said : paperWords.hints[id], isBusy };
  });
}
