import { randomUUID } from 'node:crypto';
import type { Database } from './database/database';
import { invalidParam, Refusal } from './database/refusal';
import { text, type RequestBody } from './database/request';
import type { DatabaseCall, DatabaseHooks, Verdict } from './database-hook';
import type { FunctionHost, FunctionOwner } from './functions/function-host';
import { ERR_CODE } from './functions/invocation';
import type { CallCounter } from './stats';
import type { Storage } from './storage';
import type { Wechat } from './wechat/wechat';

export interface AdminParts {
  database: Database;
  storage: Storage;
  host: FunctionHost;
  counter: CallCounter;
  hooks: DatabaseHooks;
  wechat: Wechat;
}

/** Who sent a request, by the secret id and the headers it came with. */
export interface Sender {
  secretId: string | undefined;
  /** The SDK's `x-tcb-source`, believed only of callers from outside. */
  source: string;
}

/** An answer for the wire, or a connection to break without one. */
export type AdminAnswer = Record<string, unknown> | 'break';

type Owner = FunctionOwner | undefined;

/** The SDK's door: one JSON request to one JSON answer. Refusals are answers, with HTTP 200, as in CloudBase. */
export class AdminDoor {
  private lastCall = 0;

  constructor(private readonly parts: AdminParts) {}

  async answer(body: RequestBody, sender: Sender): Promise<AdminAnswer> {
    const owner = this.ownerOf(sender);
    const requestId = randomUUID();
    try {
      const action = text(body, 'action');
      this.parts.counter.countCall(action, owner?.functionName ?? 'admin');
      if (action.startsWith('database.')) return await this.database(action, body, owner, requestId);
      if (action === 'functions.invokeFunction') return { requestId, ...(await this.invoke(body, owner, sender)) };
      const data = this.parts.storage.run(action, body);
      if (data !== undefined) return { requestId, data };
      return {
        requestId,
        code: 'INVALID_PARAM',
        message: `[UnsupportedOperation] the action ${action} is not offered by the local cloud.`,
      };
    } catch (error) {
      return { requestId, ...refusalOf(error) };
    }
  }

  /** Answers a `cloud.openapi` call: `request` and answer are protobuf, a refusal before them is JSON. */
  async openApi(name: string, request: Buffer, sender: Sender): Promise<Buffer | Record<string, unknown>> {
    const owner = this.ownerOf(sender);
    const requestId = randomUUID();
    this.parts.counter.countCall(`openapi.${name}`, owner?.functionName ?? 'admin');
    try {
      if (owner === undefined) throw invalidParam('[UnsupportedOperation] open APIs are called by functions only');
      return await this.parts.wechat.answer(name, request, owner.config, owner.instance.caller ?? { source: '' });
    } catch (error) {
      return { requestId, ...refusalOf(error) };
    }
  }

  private ownerOf({ secretId }: Sender): Owner {
    return secretId === undefined ? undefined : this.parts.host.owner(secretId);
  }

  private async database(action: string, body: RequestBody, owner: Owner, requestId: string): Promise<AdminAnswer> {
    const { hooks } = this.parts;
    if (hooks.isEmpty) return { requestId, ...this.runDatabase(action, body, owner) };
    const call: DatabaseCall = {
      number: ++this.lastCall,
      action,
      collection: typeof body['collectionName'] === 'string' ? body['collectionName'] : '',
      body,
      functionName: owner?.functionName,
      instance: owner?.instance.number,
    };
    const early = await hooks.before(call);
    const past = early !== undefined && 'readPast' in early ? early.readPast : undefined;
    if (early !== undefined && past === undefined) return obey(early, owner, requestId);
    const answer = { requestId, ...this.runDatabase(action, body, owner, past) };
    const late = await hooks.after(call, answer);
    return late === undefined ? answer : obey(late, owner, requestId);
  }

  private runDatabase(action: string, body: RequestBody, owner: Owner, past?: number): Record<string, unknown> {
    try {
      if (past !== undefined) return { ...this.parts.database.readPast(action, body, past) };
      return { ...this.parts.database.run(action, body, owner?.instance.number) };
    } catch (error) {
      return refusalOf(error);
    }
  }

  private async invoke(body: RequestBody, owner: Owner, sender: Sender): Promise<Record<string, unknown>> {
    const event = body['request_data'];
    const caller = owner?.instance.caller ?? { source: sender.source };
    const source = owner === undefined ? caller.source : `${caller.source},scf`;
    const name = text(body, 'function_name');
    const outcome = await this.parts.host.invoke(name, typeof event === 'string' && event !== '' ? event : '{}', {
      ...caller,
      source,
    });
    if (outcome.ok) return { data: { response_data: outcome.text } };
    const isMissing = outcome.errCode === ERR_CODE.notFound;
    return {
      code: isMissing ? 'FUNCTION_NOT_FOUND' : 'FUNCTIONS_EXECUTE_FAIL',
      message: `errCode: ${outcome.errCode} | ${outcome.errMsg}`,
    };
  }
}

function obey(verdict: Exclude<Verdict, undefined>, owner: Owner, requestId: string): AdminAnswer {
  if ('refuse' in verdict) return { requestId, ...verdict.refuse };
  if ('killInstance' in verdict) void owner?.instance.kill();
  return 'break';
}

function refusalOf(error: unknown): Record<string, unknown> {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  // A fault of the local cloud itself: said loudly, and answered so that the caller does not hang.
  console.error(error);
  return { code: 'SYS_ERR', message: `the local cloud failed: ${String(error)}` };
}
