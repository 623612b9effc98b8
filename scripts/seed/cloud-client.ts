import { readFile } from 'node:fs/promises';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';

const artDir = path.join(__dirname, 'art');

/** The most documents that one insert carries. */
const pageSize = 500;

/**
 * Without these the SDK asks the cloud's metadata host before each call where it runs. Elsewhere that is a name look-up
 * that fails slowly, and hundreds of them keep the whole process from reading files for a minute.
 */
const sdkEnvironment = { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local-env' };

/** What seeding does to a cloud, over the SDK's wire. Every method throws when the cloud refuses. */
export class CloudClient {
  readonly #app: tcb.CloudBase;
  readonly #uploaded = new Map<string, Promise<string>>();

  /** @param url of a local cloud, which takes any credentials */
  constructor(readonly url: string) {
    for (const [name, value] of Object.entries(sdkEnvironment)) process.env[name] ??= value;
    // The SDK reads `serviceUrl`, though its typings leave it out.
    const config = { env: 'local-env', secretId: 'seed', secretKey: 'seed', serviceUrl: `${url}/admin` };
    this.#app = tcb.init(config as tcb.ICloudBaseConfig);
  }

  async insert(collection: string, documents: readonly { _id: string }[]): Promise<void> {
    for (let from = 0; from < documents.length; from += pageSize) {
      const page = documents.slice(from, from + pageSize);
      expectDone(await this.#app.database().collection(collection).add(page));
    }
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

  /** Whether a ballot of the poll is not counted yet. */
  async isBallotWaiting(pollId: string): Promise<boolean> {
    const ballots = this.#app.database().collection('ballots');
    const condition = { batch: null, _id: this.#idsOf(pollId) };
    return expectDone(await ballots.where(condition).limit(1).get()).data.length > 0;
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
    const { fileID } = await this.#app.uploadFile({ cloudPath: `demo/${name}.svg`, fileContent });
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

/** The SDK answers some refusals with a value that carries a code. */
function expectDone<Answer>(answer: Answer): Answer {
  if (typeof answer === 'object' && answer !== null && 'code' in answer && answer.code) {
    throw new Error(`the database refused: ${JSON.stringify(answer)}`);
  }
  return answer;
}
