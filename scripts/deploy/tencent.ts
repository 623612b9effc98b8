import { setTimeout as wait } from 'node:timers/promises';
import { loadTool } from '../tools/on-demand';

export type Parameters = Record<string, unknown>;

/** The signed door to the account's cloud: what `@cloudbase/manager-node` sends, without what it does beside. */
export interface Tencent {
  /**
   * Asks for what changes nothing; asks again when the cloud is busy.
   * @returns undefined where what was asked for is not there
   * @throws {CloudRefusal}
   */
  read: (service: Service, action: string, parameters: Parameters) => Promise<unknown>;
  /** Changes something, once. @throws {CloudRefusal}; it may have been done all the same */
  change: (service: Service, action: string, parameters: Parameters) => Promise<unknown>;
  /**
   * Puts up a function's code, for what is too large to be sent along.
   * @param folder holds a folder of the function's name
   * @returns what the function is told of its place
   */
  putCode: (folder: string, name: string) => Promise<string>;
  /** Fetches a function's code from where the cloud says it lies. */
  fetchCode: (url: string) => Promise<Buffer>;
  /** Lets the pages of a domain read the storage by a browser. */
  allowOrigin: (domain: string) => Promise<void>;
}

export type Service = 'tcb' | 'scf';

/** What the cloud said when it would not. */
export class CloudRefusal extends Error {
  constructor(
    readonly action: string,
    /** The cloud's own, or empty where no answer came. */
    readonly code: string,
    readonly reason: string,
  ) {
    super(`${action}: ${code === '' ? 'no answer' : code}: ${reason}`);
  }

  get isBusy(): boolean {
    return /^(RequestLimitExceeded|InternalError|ResourceUnavailable|FailedOperation\.FunctionStatusError)/.test(
      this.code,
    );
  }

  get isLost(): boolean {
    return this.code === '' || /^E[A-Z]+$/.test(this.code);
  }

  /** Only this says that something is not there; whoever may not look is told something else. */
  get isMissing(): boolean {
    return /^ResourceNotFound/.test(this.code);
  }
}

/** The part of the tool that is used here. */
interface Manager {
  new (options: Parameters): {
    commonService: (service: Service) => { call: (asked: { Action: string; Param: Parameters }) => Promise<unknown> };
    functions: {
      uploadFunctionZipToCos: (options: Parameters, installDependency: 'FALSE') => Promise<{ Key?: string }>;
    };
    env: { modifyCosCorsDomain: (domain: string) => Promise<void>; getEnvInfo: () => Promise<unknown> };
    currentEnvironment: () => { lazyInit: () => Promise<unknown> };
  };
}

interface Fetcher {
  fetchStream: (
    url: string,
    options: object,
    proxy?: string,
  ) => Promise<{ ok: boolean; status: number; buffer: () => Promise<Buffer> }>;
}

const attempts = 6;

/** Milliseconds before the next attempt, the first being 0. */
const pauseAfter = (attempt: number): number => 200 * 2 ** attempt;

/**
 * @param credentials of an account that may change the environment; they are kept in memory alone
 */
export function connectTencent(
  { environment, region }: { environment: string; region: string },
  credentials: { secretId: string; secretKey: string },
): Tencent {
  // A proxy in lower case alone is what the tool reads.
  const proxy = process.env['HTTPS_PROXY'] ?? process.env['https_proxy'];
  const CloudBase = loadTool('@cloudbase/manager-node') as Manager;
  const manager = new CloudBase({
    ...credentials,
    envId: environment,
    region,
    ...(proxy === undefined ? {} : { proxy }),
  });

  const call = async (service: Service, action: string, parameters: Parameters): Promise<unknown> => {
    try {
      return await manager.commonService(service).call({ Action: action, Param: parameters });
    } catch (error) {
      throw refusalOf(action, error);
    }
  };

  return {
    read: patiently(call, (attempt) => wait(pauseAfter(attempt))),
    change: call,
    async putCode(folder, name) {
      try {
        const { Key: key } = await manager.functions.uploadFunctionZipToCos(
          { func: { name }, functionRootPath: folder },
          'FALSE',
        );
        if (key === undefined) throw new Error('the storage named no place');
        return key.startsWith('/') ? key : `/${key}`;
      } catch (error) {
        throw refusalOf('GetTempCosInfo', error);
      }
    },
    async fetchCode(url) {
      const { fetchStream } = loadTool('@cloudbase/manager-node', 'lib/utils/http-request') as Fetcher;
      const answer = await fetchStream(url, {}, proxy);
      if (!answer.ok) throw new CloudRefusal('GetFunctionAddress', String(answer.status), 'the code does not come');
      return answer.buffer();
    },
    async allowOrigin(domain) {
      try {
        await manager.currentEnvironment().lazyInit();
        await manager.env.modifyCosCorsDomain(domain);
      } catch (error) {
        throw refusalOf('PutBucketCors', error);
      }
    },
  };
}

function refusalOf(action: string, error: unknown): CloudRefusal {
  if (typeof error !== 'object' || error === null) return new CloudRefusal(action, '', String(error));
  const { code, message } = error as { code?: unknown; message?: unknown };
  // The tool puts errors of the network into its own as they are.
  const reason = message instanceof Error ? message.message : String(message);
  return new CloudRefusal(action, typeof code === 'string' ? code : '', reason);
}

/**
 * Asks again while the cloud is busy or its answer was lost.
 * @param pause before it asks once more, by how often it has
 * @returns what answers undefined for what is not there
 */
export function patiently(call: Tencent['change'], pause: (attempt: number) => Promise<void>): Tencent['read'] {
  return async (service, action, parameters) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await call(service, action, parameters);
      } catch (error) {
        if (!(error instanceof CloudRefusal)) throw error;
        if (error.isMissing) return undefined;
        if (!(error.isBusy || error.isLost) || attempt + 1 >= attempts) throw error;
        await pause(attempt);
      }
    }
  };
}
