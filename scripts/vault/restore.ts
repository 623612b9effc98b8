import { isDeepStrictEqual } from 'node:util';
import type { Batch } from '../../cloudfunctions/shared/store/counting/batches';
import { neverDue } from '../../cloudfunctions/shared/domain/poll/standstill';
import { mediumId } from '../../cloudfunctions/shared/store/media/medium-id';
import type { PublicChange } from '../../cloudfunctions/shared/domain/editing/poll-content';
import { momentText } from '../../cloudfunctions/shared/universal/times';
import { ArchiveReader } from './archive-reader';
import { LogCheck } from './check-log';
import { isAtItsEnd } from './at-its-end';
import { documentsOf, kept } from './kept';
import { keysProblem, missingReceiptKeys, type PresentKeys } from './keys-of-poll';
import { readManifest, readPart, sha256, type BackedUpPoll, type Manifest, type Part } from './manifest';
import { goOn } from './standstill';
import type { Command, Document, Vault } from './vault';

export interface RestoreOptions {
  /** One poll of the backup in place of all, without what is the whole installation's. */
  poll?: string | undefined;
  /** Lets polls go on here that were under way. */
  isContinued?: boolean;
  /** Says that the installation which the backup is of never runs again, though its polls were not made to stand still there. */
  isSourceLost?: boolean;
  /** Of the installation into which is restored; without them no poll can go on. */
  keys?: PresentKeys | undefined;
  now: number;
  progress?: (line: string) => void;
  /** Told before each write: tests end the process at any of them. */
  onStep?: (step: string) => void;
}

export interface RestoredPoll {
  id: string;
  title: string;
  /** `going on`: it counts here from now on. `at its end`: nothing more comes. `draft`: it was not public. */
  state: 'going on' | 'standing still' | 'at its end' | 'draft';
  log?: { size: number; root: string };
}

export interface Restored {
  documents: number;
  files: number;
  polls: RestoredPoll[];
}

/** What a restored poll keeps of where it came from. */
interface Origin {
  backup: string;
  madeAt: number;
}

/**
 * Puts the polls of a backup into a cloud. Nothing is written unless all of the backup is whole, and all that is in the cloud of these polls is
 * what the backup would write: so a run that was killed is completed by the next, and nothing is ever overwritten. Each log is counted again
 * from what the cloud gives back.
 * @throws a sentence that says what stands in the way; nothing was written then, unless it says so
 */
export async function restoreBackup(vault: Vault, file: string, options: RestoreOptions): Promise<Restored> {
  const archive = await ArchiveReader.open(file);
  try {
    const manifest = await readManifest(archive, file);
    return await new Restore(vault, archive, manifest, options).run();
  } finally {
    archive.close();
  }
}

class Restore {
  private polls: readonly BackedUpPoll[];
  private readonly standings = new Map<string, Document>();
  private readonly atTheirEnd = new Set<string>();
  private readonly found = new Map<string, number>();

  constructor(
    private readonly vault: Vault,
    private readonly archive: ArchiveReader,
    private readonly manifest: Manifest,
    private readonly options: RestoreOptions,
  ) {
    const { poll } = options;
    this.polls = manifest.polls.filter(({ id }) => poll === undefined || id === poll);
    if (poll !== undefined && this.polls.length === 0) throw new Error(`the backup has no poll ${poll}`);
  }

  async run(): Promise<Restored> {
    const before = await this.restoredBefore();
    this.polls = this.polls.filter(({ id }) => !before.some((poll) => poll.id === id));
    await this.check();
    const written = await this.write();
    const polls = [...before];
    for (const poll of this.polls) polls.push(await this.prove(poll));
    return { ...written, polls };
  }

  /** Polls that an earlier run of this very restore has brought to their end: they may have gone on since. */
  private async restoredBefore(): Promise<RestoredPoll[]> {
    const ids = this.polls.map(({ id }) => id);
    const erased = await this.vault.find('erased', ids);
    for (const id of erased.keys())
      throw new Error(`the poll ${id} was erased here for good: it is not restored, and nothing was written`);
    const [there, standings] = [await this.vault.find('polls', ids), await this.vault.find('standings', ids)];
    return this.polls.flatMap(({ id, title }): RestoredPoll[] => {
      const present = there.get(id) as (Document & { restored?: Origin }) | undefined;
      if (present?.status !== 'published' || present.restored?.backup !== this.manifest.id) return [];
      return [{ id, title, state: isAtItsEnd(present, standings.get(id)) ? 'at its end' : 'going on' }];
    });
  }

  /** Sees that the backup is whole, and that nothing of it meets something else here. Reads only. */
  private async check(): Promise<void> {
    const checks = new Map(this.polls.map(({ id }) => [id, new LogCheck(id)]));
    const differing: string[] = [];
    for (const part of this.manifest.parts) {
      const content = await readPart(this.archive, part);
      if (!this.isWanted(part)) continue;
      if (part.collection === undefined) {
        this.checkReceiptKeys(part, content);
        differing.push(...(await this.differingFile(part)));
        continue;
      }
      const documents = this.documentsIn(part, content);
      for (const document of documents) this.look(part, document, checks);
      differing.push(...(await this.differingDocuments(part, documents)));
    }
    for (const { id, log } of this.polls) {
      if (!isDeepStrictEqual(checks.get(id)?.end() ?? undefined, log))
        throw new Error(`the log of ${id} in the backup is not what its list of contents says`);
    }
    differing.push(...(await this.strangers()));
    if (differing.length > 0) {
      const some = differing.slice(0, 10).map((each) => `\n- ${each}`);
      const more = differing.length > 10 ? `\n- and ${differing.length - 10} more` : '';
      throw new Error(
        `${this.vault.name} holds something else already, so nothing was written:${some.join('')}${more}`,
      );
    }
  }

  private look({ collection, poll = '' }: Part, document: Document, checks: ReadonlyMap<string, LogCheck>): void {
    // The scheduler wrote batches.
    if (collection === 'batches') checks.get(poll)?.add(document as unknown as Batch);
    if (collection === 'standings') this.standings.set(poll, document);
    if (collection !== 'polls') return;
    if (isAtItsEnd(document, this.standings.get(poll))) this.atTheirEnd.add(poll);
    else if (document['status'] === 'frozen' && this.options.isContinued) this.checkMayGoOn(document);
  }

  /** @throws a sentence when a poll that was under way must not, or cannot, go on here */
  private checkMayGoOn(document: Document): void {
    const id = document._id;
    const about = this.polls.find((poll) => poll.id === id);
    if (!about?.isMoved && !this.options.isSourceLost) {
      throw new Error(
        `the poll ${id} was not made to stand still where the backup was made (npm run backup -- --move): if it went on there, there ` +
          'would be two logs of it, both signed. Add --source-is-lost if that installation never runs again; ballots cast after ' +
          `${new Date(this.manifest.madeAt).toISOString()} are lost then. Nothing was written`,
      );
    }
    const { keys } = this.options;
    if (keys === undefined) throw new Error(`${id} goes on with its keys alone: say --keys FILE and --name NAME`);
    const problem = keysProblem(document, about?.log?.key, keys);
    if (problem !== undefined) throw new Error(`the poll ${id} cannot go on here: ${problem}. Nothing was written`);
  }

  /** Receipts that are about have to stay good: their keys have to be among those that the functions here announce. */
  private checkReceiptKeys({ poll = '', path = '' }: Part, content: Buffer): void {
    const { keys, isContinued } = this.options;
    if (!isContinued || keys === undefined || path !== `logs/${poll}/receipt-keys`) return;
    const missing = missingReceiptKeys(content.toString(), keys);
    if (missing.length === 0) return;
    throw new Error(
      `the poll ${poll} cannot go on here: receipts of it were signed with a key that is not among these (RECEIPT_KEY: ${missing.join(', ')}). Nothing was written`,
    );
  }

  private isWanted({ poll }: Part): boolean {
    return poll === undefined ? this.options.poll === undefined : this.polls.some(({ id }) => id === poll);
  }

  /** The documents of a part as they are to stand here. */
  private documentsIn(part: Part, content: Buffer): Document[] {
    const here = content.toString().replaceAll(`"${this.manifest.prefix}`, `"${this.vault.prefix}`);
    const lines = here.split('\n').slice(0, -1);
    if (lines.length !== part.count)
      throw new Error(`the backup's part ${part.name} has ${lines.length} documents, not ${part.count ?? 0}`);
    return lines.map((line) => this.asHere(part, JSON.parse(line) as Document));
  }

  private asHere({ collection, poll }: Part, document: Document): Document {
    const wasPublic = this.polls.some(({ id, status }) => id === poll && ['published', 'frozen'].includes(status));
    if (collection === 'media') return { ...document, _id: mediumId(String(document['file'])) };
    if (collection === 'polls' && wasPublic) {
      const { id: backup, madeAt } = this.manifest;
      // What an earlier restore left is not told of this one.
      return { ...document, status: 'frozen', restored: { backup, madeAt } satisfies Origin };
    }
    return document;
  }

  private async differingDocuments({ collection = '', poll }: Part, documents: Document[]): Promise<string[]> {
    const there = await this.vault.find(
      collection,
      documents.map(({ _id }) => _id),
    );
    const place = placeOf(poll, collection);
    this.found.set(place, (this.found.get(place) ?? 0) + there.size);
    return documents.flatMap((document) => {
      const present = there.get(document._id);
      const wanted = this.asWritten(collection, document);
      return present === undefined || isDeepStrictEqual(present, wanted) ? [] : [`${collection}/${document._id}`];
    });
  }

  /** Standings of a poll that stands still are never due; what they were is said again when it goes on. */
  private asWritten(collection: string, document: Document): Document {
    const isStill = this.polls.some(
      ({ id, status }) => id === document._id && ['published', 'frozen'].includes(status),
    );
    return collection === 'standings' && isStill ? { ...document, dueAt: neverDue } : document;
  }

  private async differingFile({ path = '', sha256: wanted }: Part): Promise<string[]> {
    const present = await this.vault.download(path);
    return present === null || sha256(present) === wanted ? [] : [`the file ${path}`];
  }

  /** Documents of these polls that are here and not in the backup. */
  private async strangers(): Promise<string[]> {
    const strangers: string[] = [];
    for (const { id } of this.polls) {
      for (const { collection, belongs, isBackedUp } of kept) {
        if (belongs === 'installation' || belongs === 'verdict' || !isBackedUp) continue;
        const here = await this.vault.count(collection, documentsOf(id, belongs));
        const known = this.found.get(placeOf(id, collection)) ?? 0;
        if (here > known) strangers.push(`${here - known} documents of ${id} in ${collection} that the backup has not`);
      }
    }
    return strangers;
  }

  /** A poll's own document comes behind all that it rests on: until it is there nobody sees it, and nobody counts its ballots. */
  private async write(): Promise<{ documents: number; files: number }> {
    const { onStep, progress } = this.options;
    let [documents, files] = [0, 0];
    const parts = this.manifest.parts.filter((part) => this.isWanted(part));
    const late = ['polls', 'standings', 'errands', 'reminders'];
    const rank = ({ collection = '' }: Part): number => late.indexOf(collection);
    const inOrder = [...parts].sort((a, b) => rank(a) - rank(b));
    for (const [at, part] of inOrder.entries()) {
      const { collection, path = '' } = part;
      // Whoever is reminded twice is reminded by two installations.
      if (collection === 'reminders' && !this.options.isContinued) continue;
      const content = await readPart(this.archive, part);
      onStep?.(part.name);
      if (collection === undefined) {
        if ((await this.vault.download(path)) === null) {
          await this.vault.upload(path, content);
          files += 1;
        }
      } else {
        const wanted = this.documentsIn(part, content).map((document) => this.asWritten(collection, document));
        documents += await this.vault.insertMissing(collection, wanted);
      }
      if (at % 50 === 49) progress?.(`${at + 1} of ${inOrder.length} parts are in`);
    }
    return { documents, files };
  }

  /** Counts a poll's log again from what is here now, and lets it go on where it may. */
  private async prove(poll: BackedUpPoll): Promise<RestoredPoll> {
    const { id, title, log, status } = poll;
    const check = new LogCheck(id);
    for await (const page of this.vault.batches(id)) for (const batch of page) check.add(batch as unknown as Batch);
    if (!isDeepStrictEqual(check.end() ?? undefined, log))
      throw new Error(`the log of ${id} comes to something else here than in the backup; its poll stands still`);
    const proof = log === undefined ? {} : { log: { size: log.size, root: log.root } };
    if (status !== 'published' && status !== 'frozen') return { id, title, state: 'draft', ...proof };
    this.options.onStep?.(`go on ${id}`);
    if (this.atTheirEnd.has(id)) {
      await goOn(this.vault, id, this.standings.get(id)?.['dueAt'] ?? null);
      return { id, title, state: 'at its end', ...proof };
    }
    if (!this.options.isContinued) return { id, title, state: 'standing still', ...proof };
    await goOn(this.vault, id, this.options.now, poll.isMoved ? undefined : this.lossInPublic());
    return { id, title, state: 'going on', ...proof };
  }

  /** What everybody reads in the poll's record where ballots may have been lost. */
  private lossInPublic(): (command: Command) => object {
    const { id, madeAt } = this.manifest;
    const reason = `备份是 ${momentText(madeAt, this.options.now)} 做的。在那以后投的票没有恢复，请重新投。`;
    const change: PublicChange = { id: `restore${id}`, at: this.options.now, what: 'restore', reason };
    return (command) => ({ changes: command.push([change]) });
  }
}

const placeOf = (poll: string | undefined, collection: string): string => `${poll ?? '-'} ${collection}`;
