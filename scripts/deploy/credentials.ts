/** The account's API key, which comes by variables alone and is written nowhere. @throws a sentence when it is missing */
export function credentials(): { secretId: string; secretKey: string } {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
  if (!secretId || !secretKey) throw new Error('set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY');
  return { secretId, secretKey };
}
