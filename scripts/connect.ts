import tcb from '@cloudbase/node-sdk';

/** The most documents that one insert carries. */
const pageSize = 500;

// Where it runs, the SDK asks the network before each call, unless told: outside Tencent's cloud that is a name look-up
// which fails slowly, and hundreds of them keep the whole process from reading files for a minute.
process.env['TENCENTCLOUD'] ??= 'true';

/**
 * The operator's client of a local cloud.
 * @param url of the local cloud, which takes any credentials
 */
export function connect(url: string): tcb.CloudBase {
  // The SDK reads `serviceUrl`, though its typings leave it out.
  const config = { env: 'local-env', secretId: 'local', secretKey: 'local', serviceUrl: `${url}/admin` };
  return tcb.init(config as tcb.ICloudBaseConfig);
}

/**
 * Passes on what the SDK answered.
 * @throws when it is a refusal: the SDK answers some of them with a value that carries a code
 */
export function expectDone<Answer>(answer: Answer): Answer {
  if (typeof answer === 'object' && answer !== null && 'code' in answer && answer.code) {
    throw new Error(`the database refused: ${JSON.stringify(answer)}`);
  }
  return answer;
}

/** Inserts documents a page at a time. @throws when one of them is refused */
export async function insertAll(app: tcb.CloudBase, collection: string, documents: readonly object[]): Promise<void> {
  for (let from = 0; from < documents.length; from += pageSize) {
    const page = documents.slice(from, from + pageSize);
    expectDone(await app.database().collection(collection).add(page));
  }
}

/** Which cloud a command is to work on. */
export interface CloudAddress {
  /** The URL of a local cloud. */
  local?: string | undefined;
  /** A CloudBase environment; its credentials come from the environment variables that Tencent's tools use. */
  env?: string | undefined;
  /** Where that environment is; Shanghai, where those of mini-programs are, unless told. */
  region?: string | undefined;
}

/** @throws a sentence when the address names no cloud, or its credentials are missing */
export function connectTo({
  local,
  env,
  region = process.env['TENCENTCLOUD_REGION'] ?? 'ap-shanghai',
}: CloudAddress): tcb.CloudBase {
  if (local !== undefined) return connect(local);
  if (env === undefined) throw new Error('say which cloud: --local URL or --env ENVIRONMENT');
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY');
  const proxy = process.env['HTTPS_PROXY'] ?? process.env['https_proxy'];
  // Told, since the variable above makes the SDK believe that it is in Tencent's own network, where another address, without TLS, is used.
  const serviceUrl = `https://${env}.${region}.tcb-api.tencentcloudapi.com/admin`;
  const config = { env, secretId, secretKey, serviceUrl, ...(proxy === undefined ? {} : { proxy }) };
  return tcb.init(config as tcb.ICloudBaseConfig);
}
