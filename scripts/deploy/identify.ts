import * as z from 'zod';
import type { DeploySettings } from './settings';
import type { Tencent } from './tencent';

const answerSchema = z.object({
  EnvInfo: z.object({
    EnvBaseInfo: z.object({
      EnvId: z.string(),
      Status: z.string(),
      Region: z.string().optional(),
      PackageName: z.string().optional(),
      IsAutoDegrade: z.boolean().optional(),
      Databases: z.array(z.object({ InstanceId: z.string() })).min(1),
      Functions: z.array(z.object({ Namespace: z.string() })).min(1),
      Storages: z.array(z.object({ Bucket: z.string(), CdnDomain: z.string().optional() })).min(1),
      LogServices: z
        .array(z.object({ TopicId: z.string(), LogsetId: z.string(), Period: z.number().optional() }))
        .optional(),
    }),
    UserInfo: z.object({ Uin: z.union([z.string(), z.number()]) }),
  }),
});

/** Where an environment keeps what: the ids that each question is asked with. */
export interface Environment {
  id: string;
  database: string;
  namespace: string;
  bucket: string;
  /** Where files are fetched from by https. */
  storageDomain: string | undefined;
  plan: string | undefined;
  log: { topic: string; set: string; days: number | undefined } | undefined;
}

/** Finds out whether this is the environment that the settings mean. @throws a sentence when it is not, or is not up */
export async function identify(tencent: Tencent, settings: DeploySettings): Promise<Environment> {
  const { environment, account } = settings;
  const answer = await tencent.read('tcb', 'DescribeEnvInfo', { EnvId: environment });
  if (answer === undefined) {
    throw new Error(
      `there is no environment ${environment} that these credentials reach: see the settings, and whose they are`,
    );
  }
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success)
    throw new Error(`what the cloud says of ${environment} cannot be read: ${z.prettifyError(parsed.error)}`);
  const { EnvBaseInfo: found, UserInfo: user } = parsed.data.EnvInfo;
  if (found.EnvId !== environment) throw new Error(`the cloud answers for ${found.EnvId} instead of ${environment}`);
  if (String(user.Uin) !== account) {
    throw new Error(
      `the environment ${environment} belongs to the account ${user.Uin}, and the settings say ${account}`,
    );
  }
  if (found.Status !== 'NORMAL') throw new Error(`the environment ${environment} is ${found.Status}, not NORMAL`);
  // The schema wants one of each.
  const [database, functions, storage] = [found.Databases[0], found.Functions[0], found.Storages[0]];
  if (database === undefined || functions === undefined || storage === undefined) {
    throw new Error(`the environment ${environment} has not all of a database, functions and a storage`);
  }
  const log = found.LogServices?.[0];
  return {
    id: environment,
    database: database.InstanceId,
    namespace: functions.Namespace,
    bucket: storage.Bucket,
    storageDomain: storage.CdnDomain,
    plan: found.PackageName,
    log: log === undefined ? undefined : { topic: log.TopicId, set: log.LogsetId, days: log.Period },
  };
}
