import type { Actual } from './actual';
import type { Environment } from './identify';
import { codeVariable, type Manifest } from './manifest';
import { describeStep, type Plan } from './plan';

/** One line of a doctor's report. */
export interface Sign {
  /** `bad` is to be mended; `see` is what no program can find out. */
  kind: 'good' | 'bad' | 'see';
  line: string;
}

/**
 * What of an environment is as it shall be, what is not, and what a person has to look at. Values of variables are never told.
 * @param storage the address that the mini-program is built with
 */
export function examine(
  manifest: Manifest,
  environment: Environment,
  actual: Actual,
  plan: Plan,
  storage?: string,
): Sign[] {
  const stepsLeft = plan.steps.map((step): Sign => ({
    kind: 'bad',
    line: `to be done by apply: ${describeStep(step)}`,
  }));
  const refusals = plan.refusals.map((refusal): Sign => ({ kind: 'bad', line: refusal }));
  const isWhole = stepsLeft.length === 0 && refusals.length === 0;
  const summary: Sign = {
    kind: 'good',
    line: `${manifest.collections.length} collections, their indexes and rules, the storage's rules, ${manifest.functions.length} functions and the timer are as they shall be`,
  };
  return [
    ...refusals,
    ...stepsLeft,
    ...(isWhole ? [summary] : []),
    ...variableSigns(manifest, actual),
    ...logSigns(environment),
    ...storageSigns(environment, storage),
    ...forPeople(manifest, environment),
  ];
}

function variableSigns({ functions }: Manifest, actual: Actual): Sign[] {
  return functions.flatMap(({ name }): Sign[] => {
    const found = actual.functions.get(name);
    if (found === undefined) return [];
    const names = Object.keys(found.environment).filter((each) => each !== codeVariable);
    const risky = names.includes('ACCEPT_DEVTOOLS');
    const told = names.length === 0 ? 'no variables' : names.sort().join(', ');
    return [
      {
        kind: 'good',
        line: `${name} runs ${found.environment[codeVariable] ?? 'code of unknown origin'} with ${told}`,
      },
      ...(risky
        ? [{ kind: 'bad' as const, line: `${name} has ACCEPT_DEVTOOLS: whoever has developer tools acts as a voter` }]
        : []),
    ];
  });
}

function storageSigns({ storageDomain }: Environment, storage: string | undefined): Sign[] {
  if (storageDomain === undefined) return [];
  const address = `https://${storageDomain}`;
  if (storage === address)
    return [{ kind: 'good', line: `the mini-program is built with the storage’s address, ${address}` }];
  return [
    {
      kind: 'bad',
      line: `the settings name ${storage ?? 'no storage'}; write "storage": "${address}", and build anew`,
    },
  ];
}

/** Half a year is what the law asks access logs to be kept. */
const leastLogDays = 180;

function logSigns({ log }: Environment): Sign[] {
  if (log === undefined) return [{ kind: 'bad', line: 'no log is kept: switch it on (云开发 → 日志 → 开通)' }];
  const { days } = log;
  if (days === undefined || days >= leastLogDays)
    return [{ kind: 'good', line: `logs are kept for ${days ?? 'an untold number of'} days` }];
  return [
    {
      kind: 'bad',
      line: `logs are kept for ${days} days; access logs have to be kept for ${leastLogDays} (云开发 → 日志 → 设置)`,
    },
  ];
}

function forPeople({ functions }: Manifest, { storageDomain, plan }: Environment): Sign[] {
  const openapi = functions.flatMap(({ name, openapi: names }) =>
    names.length === 0 ? [] : [`${name}: ${names.join(', ')}`],
  );
  return [
    `the plan is ${plan ?? 'not told'}: points left, and whether overrun billing is on (云开发 → 设置 → 环境设置); without it an exhausted plan stops everything`,
    `${storageDomain === undefined ? 'the storage’s domain' : `https://${storageDomain}`} stands among the request domains (开发管理 → 服务器域名)`,
    'a CDN before the storage heeds queries, or keeps nothing below logs/ (云开发 → 云存储 → 缓存配置)',
    'how far back the database can be restored (云开发 → 数据库 → 备份恢复)',
    'messages are pushed to inbox (云开发 → 设置 → 其他设置 → 消息推送)',
    'the least base library is 3.8.12 (小程序后台 → 设置 → 基本设置)',
    'the privacy guide names album, photos and videos, files, clipboard (设置 → 服务内容声明 → 用户隐私保护指引)',
    `open interfaces are granted (DevTools, 云函数 → 上传 config.json): ${openapi.join('; ')}`,
  ].map((line): Sign => ({ kind: 'see', line }));
}
