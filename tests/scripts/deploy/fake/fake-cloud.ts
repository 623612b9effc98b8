import { filesOf } from '../../../../scripts/deploy/unzip';

export type Fields = Record<string, unknown>;

/** As the cloud answers: an error has a code and a sentence. */
export type Answer = { Response: Fields & { Error?: { Code: string; Message: string } } };

export interface FakeIndex {
  Name: string;
  Unique: boolean;
  Keys: { Name: string; Direction: string }[];
}

export interface FakeTable {
  acl: string;
  documents: number;
  /** No unique index can be made on what it holds. */
  hasDuplicates: boolean;
  indexes: FakeIndex[];
}

export interface FakeFunction {
  Runtime: string;
  Handler: string;
  MemorySize: number;
  Timeout: number;
  variables: Record<string, string>;
  triggers: { TriggerName: string; TriggerDesc: string }[];
  files: Map<string, Uint8Array>;
  archive: Buffer;
  status: string;
  /** How many more looks show it at work. */
  busyFor: number;
}

export interface Call {
  service: string;
  action: string;
  parameters: Fields;
}

/** What goes wrong with one call: it is refused, or its answer is lost, before or after it was done. */
export type Fault = 'denied' | 'throttled' | 'lost before' | 'lost after';

export class LostAnswer extends Error {}

/** What code is put up with, in the form that the storage's own SDK wants. */
export const packageSignature =
  'q-sign-algorithm=sha1&q-ak=fake&q-sign-time=1;2&q-key-time=1;2&q-header-list=&q-url-param-list=&q-signature=fake';

const changing = /^(Create|Modify|Update|Delete|Batch)/;

/**
 * An account's cloud as its documents describe it, in memory. It is strict: what the documents do not name is refused. It shows what a
 * client sends and that it copes with what it is told; what Tencent really answers it cannot show.
 */
export class FakeCloud {
  readonly calls: Call[] = [];
  readonly tables = new Map<string, FakeTable>();
  readonly functions = new Map<string, FakeFunction>();
  readonly websites: string[] = [];
  readonly origins: string[] = [];
  /** What was put up by the storage's way, by path. */
  readonly packages = new Map<string, Buffer>();
  storage: { AclTag: string; Rule?: string } = { AclTag: 'PRIVATE' };
  account = '100012345678';
  status = 'NORMAL';
  /** Asked at each call; the number counts what changes something, from 0. */
  faultAt: (action: string, change: number) => Fault | undefined = () => undefined;
  private changes = 0;

  constructor(readonly environment = 'gongping-1a2b3c') {}

  /** How many calls so far changed something, or would have. */
  get changed(): number {
    return this.changes;
  }

  /** Actions that changed something since a call. */
  changesSince(from: number): string[] {
    return this.calls.slice(from).flatMap(({ action }) => (changing.test(action) ? [action] : []));
  }

  /** @throws {LostAnswer} when the answer does not come */
  async answer(service: string, action: string, parameters: Fields): Promise<Answer> {
    this.calls.push({ service, action, parameters });
    const fault = changing.test(action) ? this.faultAt(action, this.changes++) : this.faultAt(action, -1);
    if (fault === 'denied') return refusal('UnauthorizedOperation.CamNoAuth', 'no permission');
    if (fault === 'throttled') return refusal('RequestLimitExceeded', 'too many requests');
    if (fault === 'lost before') throw new LostAnswer();
    const answer = await this.perform(`${service}.${action}`, parameters);
    if (fault === 'lost after') throw new LostAnswer();
    return answer;
  }

  private async perform(name: string, given: Fields): Promise<Answer> {
    if (name.startsWith('tcb.') && given['EnvId'] !== this.environment) {
      return refusal('ResourceNotFound.EnvironmentNotFound', 'no such environment');
    }
    if (name.startsWith('scf.') && name !== 'scf.GetTempCosInfo' && given['Namespace'] !== this.environment) {
      return refusal('ResourceNotFound.Namespace', 'no such namespace');
    }
    switch (name) {
      case 'tcb.DescribeEnvInfo':
        return done({
          EnvInfo: { EnvBaseInfo: this.description(), UserInfo: { Uin: this.account, AppId: '1250000000' } },
        });
      case 'tcb.ListTables': {
        const offset = Number(given['MgoOffset']);
        const all = [...this.tables].map(([TableName, table]) => ({ TableName, Count: table.documents }));
        const page = all.slice(offset, offset + Number(given['MgoLimit']));
        return done({ Tables: page.length === 0 ? null : page, Pager: { Total: all.length } });
      }
      case 'tcb.CreateTable': {
        const table = String(given['TableName']);
        if (this.tables.has(table)) return refusal('ResourceInUse', 'the table exists');
        const own = { Name: '_openid_1', Unique: false, Keys: [{ Name: '_openid', Direction: '1' }] };
        this.tables.set(table, { acl: 'PRIVATE', documents: 0, hasDuplicates: false, indexes: [own] });
        return done({});
      }
      case 'tcb.DescribeTable':
        return this.withTable(given['TableName'], ({ indexes }) =>
          done({ Indexes: indexes, IndexNum: indexes.length }),
        );
      case 'tcb.UpdateTable':
        return this.withTable(given['TableName'], (table) => updateIndexes(table, given));
      case 'tcb.DescribeDatabaseACL':
        return this.withTable(given['CollectionName'], ({ acl }) => done({ AclTag: acl }));
      case 'tcb.ModifyDatabaseACL':
        return this.withTable(given['CollectionName'], (table) => {
          if (!/^(READONLY|PRIVATE|ADMINWRITE|ADMINONLY)$/.test(String(given['AclTag'])))
            return refusal('InvalidParameter', 'AclTag');
          table.acl = String(given['AclTag']);
          return done({});
        });
      case 'tcb.DescribeStorageSafeRule':
        return done({ ...this.storage });
      case 'tcb.ModifyStorageSafeRule':
        this.storage = { AclTag: String(given['AclTag']), Rule: String(given['Rule']) };
        return done({});
      case 'tcb.DescribeAuthDomains':
        return done({ Domains: this.websites.map((Domain, at) => ({ Id: String(at), Domain })) });
      case 'tcb.CreateAuthDomain':
        this.websites.push(...(given['Domains'] as string[]));
        return done({});
      case 'scf.GetTempCosInfo':
        return done({ Date: '2026-11-29', Sign: packageSignature });
      default:
        return this.performOnFunction(name, given);
    }
  }

  private async performOnFunction(name: string, given: Fields): Promise<Answer> {
    const functionName = String(given['FunctionName']);
    const found = this.functions.get(functionName);
    if (name === 'scf.CreateFunction') {
      if (found !== undefined) return refusal('ResourceInUse.FunctionName', 'it exists');
      return this.createFunction(functionName, given);
    }
    if (found === undefined) return refusal('ResourceNotFound.FunctionName', 'no such function');
    const isBusy = found.busyFor > 0;
    switch (name) {
      case 'scf.GetFunction': {
        const status = isBusy ? 'Updating' : found.status;
        if (isBusy) found.busyFor -= 1;
        const Variables = Object.entries(found.variables).map(([Key, Value]) => ({ Key, Value }));
        const Triggers = found.triggers.map(({ TriggerName, TriggerDesc }) => ({
          TriggerName,
          Type: 'timer',
          TriggerDesc: JSON.stringify({ cron: TriggerDesc }),
        }));
        const { Runtime, Handler, MemorySize, Timeout } = found;
        return done({ Runtime, Handler, MemorySize, Timeout, Status: status, Environment: { Variables }, Triggers });
      }
      case 'scf.GetFunctionAddress':
        return done({ Url: `https://code.cos.ap-shanghai.myqcloud.com/${functionName}`, CodeSha256: '' });
      case 'scf.UpdateFunctionConfiguration': {
        if (isBusy) return refusal('FailedOperation.FunctionStatusError', 'it is being updated');
        const problem = problemOfVariables(given);
        if (problem !== undefined) return problem;
        found.MemorySize = Number(given['MemorySize'] ?? found.MemorySize);
        found.Timeout = Number(given['Timeout'] ?? found.Timeout);
        const variables = variablesOf(given);
        // An empty list changes nothing.
        if (Object.keys(variables).length > 0) found.variables = variables;
        found.busyFor = 1;
        return done({});
      }
      case 'scf.UpdateFunctionCode': {
        if (isBusy) return refusal('FailedOperation.FunctionStatusError', 'it is being updated');
        const code = await this.codeOf(given);
        if (code === undefined) return refusal('InvalidParameterValue.Code', 'no archive, or too large a one');
        Object.assign(found, code, { Handler: String(given['Handler']), busyFor: 1, status: 'Active' });
        return done({});
      }
      case 'scf.BatchCreateTrigger': {
        const wanted = JSON.parse(String(given['Triggers'])) as { TriggerName: string; TriggerDesc: string }[];
        if (wanted.some((each) => found.triggers.some(({ TriggerName }) => TriggerName === each.TriggerName))) {
          return refusal('ResourceInUse.Trigger', 'it exists');
        }
        found.triggers.push(...wanted);
        return done({});
      }
      case 'scf.DeleteTrigger':
        found.triggers = found.triggers.filter(({ TriggerName }) => TriggerName !== given['TriggerName']);
        return done({});
      default:
        return refusal('InvalidAction', `${name} is not in the documents`);
    }
  }

  private async createFunction(name: string, given: Fields): Promise<Answer> {
    const code = await this.codeOf(given);
    if (code === undefined) return refusal('InvalidParameterValue.Code', 'no archive, or too large a one');
    const problem = problemOfVariables(given);
    if (problem !== undefined) return problem;
    if (given['InstallDependency'] !== 'FALSE') return refusal('FailedOperation', 'there are no packages to install');
    this.functions.set(name, {
      ...code,
      Runtime: String(given['Runtime']),
      Handler: String(given['Handler']),
      MemorySize: Number(given['MemorySize'] ?? 256),
      Timeout: Number(given['Timeout'] ?? 3),
      variables: variablesOf(given),
      triggers: [],
      status: 'Active',
      busyFor: 2,
    });
    return done({});
  }

  private async codeOf(given: Fields): Promise<{ files: Map<string, Uint8Array>; archive: Buffer } | undefined> {
    const code = given['Code'] as { ZipFile?: string; TempCosObjectName?: string };
    const inline = code.ZipFile === undefined ? undefined : Buffer.from(code.ZipFile, 'base64');
    if (inline !== undefined && inline.length > 1.5 * 1024 * 1024) return undefined;
    const archive = inline ?? this.packages.get(String(code.TempCosObjectName));
    if (archive === undefined) return undefined;
    return { files: await filesOf(archive), archive };
  }

  private withTable(name: unknown, act: (table: FakeTable) => Answer): Answer {
    const table = this.tables.get(String(name));
    return table === undefined ? refusal('ResourceNotFound', 'no such table') : act(table);
  }

  private description(): Fields {
    return {
      EnvId: this.environment,
      Status: this.status,
      PackageName: '个人版',
      Databases: [{ InstanceId: 'tnt-fake' }],
      Functions: [{ Namespace: this.environment }],
      Storages: [
        { Bucket: '676f-gongping-1250000000', Region: 'ap-shanghai', CdnDomain: '676f-gongping.tcb.qcloud.la' },
      ],
      LogServices: [{ TopicId: 'topic', LogsetId: 'set', Period: 30 }],
    };
  }
}

function updateIndexes(table: FakeTable, given: Fields): Answer {
  const dropped = (given['DropIndexes'] ?? []) as { IndexName: string }[];
  const created = (given['CreateIndexes'] ?? []) as {
    IndexName: string;
    MgoKeySchema: { MgoIndexKeys: { Name: string; Direction: string }[]; MgoIsUnique: boolean };
  }[];
  for (const { IndexName } of dropped) {
    if (!table.indexes.some(({ Name }) => Name === IndexName)) return refusal('FailedOperation', 'no such index');
    table.indexes = table.indexes.filter(({ Name }) => Name !== IndexName);
  }
  for (const { IndexName, MgoKeySchema } of created) {
    if (table.indexes.some(({ Name }) => Name === IndexName)) return refusal('FailedOperation', 'the index exists');
    if (MgoKeySchema.MgoIsUnique && table.hasDuplicates) return refusal('FailedOperation', 'E11000 duplicate key');
    table.indexes.push({ Name: IndexName, Unique: MgoKeySchema.MgoIsUnique, Keys: MgoKeySchema.MgoIndexKeys });
  }
  return done({});
}

function variablesOf(given: Fields): Record<string, string> {
  const { Variables = [] } = (given['Environment'] ?? {}) as { Variables?: { Key: string; Value: string }[] };
  return Object.fromEntries(Variables.map(({ Key, Value }) => [Key, Value]));
}

function problemOfVariables(given: Fields): Answer | undefined {
  const size = Object.entries(variablesOf(given)).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return size > 4096 ? refusal('InvalidParameterValue.EnvironmentExceededLimit', 'more than 4 KB') : undefined;
}

function done(fields: Fields): Answer {
  return { Response: { ...fields, RequestId: 'fake-request' } };
}

function refusal(Code: string, Message: string): Answer {
  return { Response: { Error: { Code, Message }, RequestId: 'fake-request' } };
}
