import { isAtItsEnd } from './at-its-end';
import { erasedBoard } from './erased-board';
import { documentsOf, everyDocument, kept, pollFolders } from './kept';
import type { Document, Vault } from './vault';

export interface Erasing {
  /** For everybody to read. */
  reason: string;
  now: number;
  /** Told before each write: tests end the process at any of them. */
  onStep?: (step: string) => void;
}

/** What an erasure took away. */
export interface ErasedCount {
  documents: number;
  files: number;
  /** Files of the public log, which stay. */
  staying: number;
}

/**
 * What of a log's folder stays: what its counts, receipts and certificates are checked by. The public list of objections goes, and what the
 * board shows is cut down to what the log says too.
 */
const ofLog =
  /^logs\/[^/]+\/(checkpoint|checkpoints\/.+|tile\/.+|peaks\/.+|receipt-keys|bundles\/.+|(outcome|standings|poll)\.json)$/;

/**
 * Why a poll cannot be erased now: of what is under way people have rights.
 * @returns null where it can, or is erased
 */
export async function eraseObstacle(vault: Vault, pollId: string): Promise<string | null> {
  const poll = (await vault.find('polls', [pollId])).get(pollId);
  if (poll === undefined) {
    const erased = await vault.find('erased', [pollId]);
    return erased.size > 0 ? null : `there is no poll ${pollId}`;
  }
  const standings = (await vault.find('standings', [pollId])).get(pollId);
  const isUnderWay = poll['status'] === 'published' && !isAtItsEnd(poll, standings);
  return isUnderWay
    ? `the poll ${pollId} is under way, and people have votes in it: its owners end it first (终止评选), or its award is published`
    : null;
}

/** A poll by what somebody knows it by who is asked whether it is meant. */
export async function pollInBrief(vault: Vault, pollId: string): Promise<string> {
  const poll = (await vault.find('polls', [pollId])).get(pollId);
  if (poll === undefined) return `${pollId}, which is erased already; what may be left of it is looked for`;
  const ballots = await vault.count('ballots', documentsOf(pollId, 'id'));
  return `${pollId} 《${String(poll['title'])}》, ${String(poll['status'])}, ${ballots} ballots`;
}

/**
 * Takes away all that is kept of a poll, but for its public log and a note that it was erased. From the note on nobody can do anything with
 * it; whoever is killed is completed by a second call. In the end it is looked for whatever may be left.
 * @throws a sentence when it is under way, and nothing was changed; or when something is left
 */
export async function erasePoll(vault: Vault, pollId: string, erasing: Erasing): Promise<ErasedCount> {
  const { reason, now, onStep } = erasing;
  const obstacle = await eraseObstacle(vault, pollId);
  if (obstacle !== null) throw new Error(obstacle);
  const log = (await vault.listFiles(`logs/${pollId}`)).filter((path) => ofLog.test(path));
  const hasLog = log.includes(`logs/${pollId}/checkpoint`);
  onStep?.('note');
  await vault.insertMissing('erased', [{ _id: pollId, at: now, reason, hasLog }]);
  const traces = await tracesOf(vault, pollId);
  const collections = kept.filter(({ belongs }) => belongs !== 'installation');
  // The poll's own document first, and what WeChat said of its pictures before what names it.
  const rank = (collection: string): number => ['polls', 'verdicts'].indexOf(collection);
  const inOrder = [...collections].sort((a, b) => rank(b.collection) - rank(a.collection));
  let documents = 0;
  for (const { collection, belongs } of inOrder) {
    onStep?.(collection);
    documents += await vault.remove(collection, documentsOf(pollId, belongs, traces));
  }
  let files = 0;
  for (const folder of pollFolders) {
    onStep?.(folder);
    const paths = (await vault.listFiles(`${folder}/${pollId}`)).filter((path) => !ofLog.test(path));
    await vault.deleteFiles(paths);
    files += paths.length;
  }
  onStep?.('board');
  const staying = await cutBoard(vault, pollId, log);
  const left = await leftOf(vault, pollId, traces);
  if (left.length > 0) throw new Error(`something of ${pollId} is left; try again:\n- ${left.join('\n- ')}`);
  return { documents, files, staying };
}

/** @returns how many files of the log stay */
async function cutBoard(vault: Vault, pollId: string, log: readonly string[]): Promise<number> {
  const path = `logs/${pollId}/poll.json`;
  if (!log.includes(path)) return log.length;
  const present = await vault.download(path);
  const cut = present === null ? null : erasedBoard(present);
  // What no board reads is nobody's to keep.
  if (cut === null) await vault.deleteFiles([path]);
  else await vault.upload(path, cut);
  const isCut = cut === null || (await vault.download(path))?.equals(cut) === true;
  if (!isCut) throw new Error(`the storage still shows what ${path} was; try again`);
  return cut === null ? log.length - 1 : log.length;
}

/** What is still there of a poll that is to be gone, a line each. */
export async function leftOf(vault: Vault, pollId: string, traces: readonly string[] = []): Promise<string[]> {
  const left: string[] = [];
  for (const { collection, belongs } of kept) {
    if (belongs === 'installation') continue;
    const count = await vault.count(collection, documentsOf(pollId, belongs, traces));
    if (count > 0) left.push(`${count} documents in ${collection}`);
  }
  for (const folder of pollFolders)
    for (const path of await vault.listFiles(`${folder}/${pollId}`))
      if (!ofLog.test(path)) left.push(`the file ${path}`);
  return left;
}

/**
 * Erases every poll, and all that is the installation's: settings, who may do what, codes that stand for persons. Public logs stay, and the
 * notes of what was erased.
 * @throws a sentence when a poll is under way, and nothing was changed; or when something is left
 */
export async function eraseInstallation(vault: Vault, erasing: Erasing): Promise<ErasedCount & { polls: number }> {
  const ids: string[] = [];
  for await (const page of vault.pages('polls', everyDocument)) ids.push(...page.map(({ _id }) => _id));
  const obstacles = await Promise.all(ids.map((id) => eraseObstacle(vault, id)));
  const standing = obstacles.filter((each) => each !== null);
  if (standing.length > 0) throw new Error(`nothing was erased:\n- ${standing.join('\n- ')}`);
  const sum = { documents: 0, files: 0, staying: 0 };
  for (const id of ids) {
    const { documents, files, staying } = await erasePoll(vault, id, erasing);
    sum.documents += documents;
    sum.files += files;
    sum.staying += staying;
  }
  for (const { collection } of kept) {
    if (collection === 'erased') continue;
    erasing.onStep?.(collection);
    sum.documents += await vault.remove(collection, (command) => ({ _id: command.neq('') }));
  }
  for (const folder of pollFolders) {
    erasing.onStep?.(folder);
    const paths = (await vault.listFiles(folder)).filter((path) => !ofLog.test(path));
    await vault.deleteFiles(paths);
    sum.files += paths.length;
  }
  for (const { collection } of kept) {
    const count = collection === 'erased' ? 0 : await vault.count(collection, () => ({}));
    if (count > 0) throw new Error(`${count} documents in ${collection} are left; try again`);
  }
  return { ...sum, polls: ids.length };
}

async function tracesOf(vault: Vault, pollId: string): Promise<string[]> {
  const traces: string[] = [];
  const noted = (document: Document): string[] => (typeof document['trace'] === 'string' ? [document['trace']] : []);
  for await (const page of vault.pages('media', documentsOf(pollId, 'field'))) traces.push(...page.flatMap(noted));
  return traces;
}
