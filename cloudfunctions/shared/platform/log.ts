/** One line of JSON for the platform's log; never a secret, an identity or a choice. */
export function logFault(requestId: string, where: string, fault: unknown): void {
  const error = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  console.error(JSON.stringify({ level: 'error', requestId, where, error }));
}
