/** Where a poll's public log lies in cloud storage. */
export function logFolder(pollId: string): string {
  return `logs/${pollId}`;
}
