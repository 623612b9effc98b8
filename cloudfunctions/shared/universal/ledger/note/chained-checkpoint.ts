import type { AnyRulesEntry } from '../entries/log-entry';
import type { Frontier } from '../tree/frontier';
import { formatCheckpoint } from './checkpoint';

/**
 * The text of a log's next checkpoint. In logs whose rules are of version 3 it names the one before it, so that none that was
 * published can be left out of a bundle unseen: C2SP's extension lines are made for that.
 * @param previous entries under the checkpoint before it; 0 where there is none
 */
export function nextCheckpoint(
  origin: string,
  rules: AnyRulesEntry | undefined,
  tree: Frontier,
  previous: number,
): string {
  return formatCheckpoint({ origin, size: tree.size, root: tree.root(), extensions: extensionsOf(rules, previous) });
}

function extensionsOf(rules: AnyRulesEntry | undefined, previous: number): string[] {
  return rules?.v === 3 ? [`previous ${previous}`] : [];
}

/** What is wrong with what a checkpoint says of the one before it, if so. */
export function checkPrevious(
  rules: AnyRulesEntry | undefined,
  extensions: readonly string[],
  previous: number,
): 'CHECKPOINT_MALFORMED' | 'CHECKPOINT_MISSING' | null {
  const expected = extensionsOf(rules, previous);
  if (extensions.length === expected.length && extensions.every((line, at) => line === expected[at])) return null;
  const [line = ''] = extensions;
  const isOther = expected.length === 1 && extensions.length === 1 && /^previous (?:0|[1-9]\d{0,15})$/.test(line);
  return isOther ? 'CHECKPOINT_MISSING' : 'CHECKPOINT_MALFORMED';
}
