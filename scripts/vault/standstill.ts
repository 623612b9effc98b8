import { neverDue } from '../../cloudfunctions/shared/domain/poll/standstill';
import type { Command, Document, Vault } from './vault';

/** Whether nothing goes on in a poll until somebody says so. */
export function isStandingStill({ status }: Document): boolean {
  return status === 'frozen';
}

/** Makes a published poll stand still where it is: nobody votes, and nothing more comes into its log. A second time changes nothing. */
export async function standStill(vault: Vault, pollId: string): Promise<void> {
  await vault.update(
    'polls',
    () => ({ _id: pollId, status: 'published' }),
    (command) => ({ status: 'frozen', touched: command.inc(1) }),
  );
  // Every instance of the scheduler hears of it with its next plan, and forgets what it knew of the log.
  await vault.update(
    'standings',
    () => ({ _id: pollId }),
    (command) => ({ dueAt: neverDue, asked: command.inc(1) }),
  );
}

/**
 * Lets a poll that stands still go on.
 * @param dueAt when the scheduler is to look at it, epoch milliseconds; null for never
 * @param change what else its document is to say, in the same step
 * @returns false when it did not stand still
 */
export async function goOn(
  vault: Vault,
  pollId: string,
  dueAt: unknown,
  change: (command: Command) => object = () => ({}),
): Promise<boolean> {
  const changed = await vault.update(
    'polls',
    () => ({ _id: pollId, status: 'frozen' }),
    (command) => ({ status: 'published', touched: command.inc(1), ...change(command) }),
  );
  await vault.update(
    'standings',
    () => ({ _id: pollId, dueAt: neverDue }),
    (command) => ({ dueAt, asked: command.inc(1) }),
  );
  return changed > 0;
}
