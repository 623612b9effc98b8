import { fetchDocument } from '../../../services/exports';
import { callDocuments, type Failure } from '../../../services/cloud';

export type PaperId = 'report' | 'noticeA4' | 'noticeA3' | 'awards' | 'upright' | 'wide' | 'plain';

/**
 * Has a PDF made and fetches it. Certificates need codes that take a while: the same is asked until all are drawn.
 * @param candidateId whose certificate; '' for everybody's
 * @param onDrawn told how many of how many are drawn; false from it gives up
 * @returns its path on this phone; null when it was given up
 */
export async function makePaper(
  pollId: string,
  id: PaperId,
  candidateId: string,
  onDrawn: (done: number, of: number) => boolean,
): Promise<{ path: string } | Failure | null> {
  for (;;) {
    const answer = await ask(pollId, id, candidateId);
    if (!answer.ok) return answer.error;
    const { paper, done, of } = answer.data;
    if (paper !== undefined) return fetchDocument(paper.file, paper.name);
    if (!onDrawn(done, of)) return null;
  }
}

async function ask(pollId: string, id: PaperId, candidateId: string) {
  if (id === 'upright' || id === 'wide' || id === 'plain') {
    return callDocuments('certificate.make', { pollId, design: id, ...(candidateId === '' ? {} : { candidateId }) });
  }
  const answer =
    id === 'report'
      ? await callDocuments('report.make', { pollId, kind: 'certified' })
      : id === 'awards'
        ? await callDocuments('award.print', { pollId })
        : await callDocuments('notice.print', { pollId, size: id === 'noticeA3' ? 'a3' : 'a4' });
  return answer.ok ? { ...answer, data: { paper: answer.data, done: 0, of: 0 } } : answer;
}
