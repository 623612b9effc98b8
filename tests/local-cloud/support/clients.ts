import nodeSdk from '@cloudbase/node-sdk';
import wxSdk from 'wx-server-sdk';

/**
 * The settings under which the SDK asks no metadata service before each call, and does not complain of a slow call three
 * seconds after one whose connection broke.
 */
const environment = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local-env',
  TENCENTCLOUD_SECRETID: 'outside',
  TENCENTCLOUD_SECRETKEY: 'any',
  SILENCE: 'true',
};

export type NodeDatabase = ReturnType<ReturnType<typeof nodeSdk.init>['database']>;

/** `@cloudbase/node-sdk`, as operator scripts use it. */
export function nodeApp(url: string): ReturnType<typeof nodeSdk.init> {
  Object.assign(process.env, environment);
  return nodeSdk.init({
    secretId: 'any',
    secretKey: 'any',
    env: 'local-env',
    serviceUrl: `${url}/admin`,
    keepalive: true,
  });
}

/** `wx-server-sdk`, as functions use it. It is one per process: the first call's address stays. */
export function wxDatabase(url: string): ReturnType<typeof wxSdk.database> {
  Object.assign(process.env, environment, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }) });
  wxSdk.init({ env: 'local-env' });
  return wxSdk.database();
}
