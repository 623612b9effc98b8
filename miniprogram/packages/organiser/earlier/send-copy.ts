import { copyCandidates } from '../services/candidates';

/** Copies to the end: pictures are copied some at a time. */
export async function sendCopy(wanted: Parameters<typeof copyCandidates>[0]): ReturnType<typeof copyCandidates> {
  for (;;) {
    const answer = await copyCandidates(wanted);
    if (!answer.ok || answer.data.left === 0) return answer;
  }
}
