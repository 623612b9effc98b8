import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type tcb from '@cloudbase/node-sdk';
import { connect, expectDone, insertAll } from '../connect';

const artDir = path.join(__dirname, 'art');

/** What seeding does to a cloud, over the SDK's wire. Every method throws when the cloud refuses. */
export class CloudClient {
  readonly #app: tcb.CloudBase;
  readonly #uploaded = new Map<string, Promise<string>>();

  /** @param url of a local cloud, which takes any credentials */
  constructor(readonly url: string) {
    this.#app = connect(url);
  }

  async insert(collection: string, documents: readonly { _id: string }[]): Promise<void> {
    await insertAll(this.#app, collection, documents);
  }

  async exists(collection: string, id: string): Promise<boolean> {
    const found = expectDone(await this.#app.database().collection(collection).where({ _id: id }).limit(1).get());
    return found.data.length > 0;
  }

  /** Removes all documents whose `_id` is the poll's, or starts with it and a colon. */
  async removeOfPoll(collection: string, pollId: string): Promise<void> {
    const documents = this.#app.database().collection(collection);
    expectDone(await documents.where({ _id: pollId }).remove());
    expectDone(await documents.where({ _id: this.#idsOf(pollId) }).remove());
  }

  /** How many ballots of the poll are not counted yet. */
  async countWaiting(pollId: string): Promise<number> {
    const ballots = this.#app.database().collection('ballots');
    const counted = (await ballots.where({ batch: null, _id: this.#idsOf(pollId) }).count()) as { total: number };
    return expectDone(counted).total;
  }

  /**
   * Uploads a drawing once.
   * @param name of a file in `art/`, without its ending
   * @returns its file id
   */
  upload(name: string): Promise<string> {
    const running = this.#uploaded.get(name) ?? this.#put(name);
    this.#uploaded.set(name, running);
    return running;
  }

  async #put(name: string): Promise<string> {
    const fileContent = await readFile(path.join(artDir, `${name}.svg`));
    const { fileID } = await this.#app.uploadFile({ cloudPath: `polls/demo/${name}.svg`, fileContent });
    return fileID;
  }

  /** Fires a timer now and waits until its function has answered. */
  async fireTimer(name: string): Promise<void> {
    const response = await fetch(`${this.url}/timers/${name}`, { method: 'POST' });
    if (!response.ok) throw new Error(`the timer ${name} answered ${response.status}: ${await response.text()}`);
  }

  #idsOf(pollId: string): unknown {
    const { command } = this.#app.database();
    return command.gt(`${pollId}:`).and(command.lt(`${pollId};`));
  }
}
