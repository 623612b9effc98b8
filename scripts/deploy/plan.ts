import type { IndexDeclaration } from '../local-cloud/database/declaration';
import type { Actual, ActualCollection, ActualFunction, Acl } from './actual';
import { codeVariable, type Manifest, type StorageRules, type Trigger, type WantedFunction } from './manifest';

/** One thing to do. Each may be done again: what was half done before is done wholly. */
export type Step =
  | { kind: 'create-collection'; collection: string }
  | { kind: 'close-collection'; collection: string }
  | { kind: 'create-index'; collection: string; index: IndexDeclaration; isReplaced: boolean }
  | { kind: 'storage-rules'; rules: StorageRules }
  | { kind: 'add-website'; domain: string }
  | { kind: 'create-function'; name: string }
  | { kind: 'update-code'; name: string }
  | { kind: 'configure'; name: string; what: readonly string[] }
  | { kind: 'drop-trigger'; name: string; trigger: string }
  | { kind: 'create-trigger'; name: string; trigger: Trigger };

export interface Plan {
  steps: readonly Step[];
  /** Why nothing may be done at all; a sentence each. */
  refusals: readonly string[];
}

/** What clients may do with a collection of ours: nothing. */
export const closedAcl: Acl = 'ADMINONLY';

/** Variables whose newest value polls that are under way depend on: it must not vanish, see `npm run keys`. */
const kept = ['MASTER_KEY', 'LOG_KEY', 'PARTICIPANT_KEY'];

/**
 * What leads from what is there to what shall be. New indexes come before new code, which needs them, and timers last. Nothing that
 * holds data is deleted, and what somebody else made is left alone.
 * @param lastStorage the rules that an earlier run of ours put there, if any
 */
export function planOf(wanted: Manifest, actual: Actual, lastStorage?: StorageRules): Plan {
  const refusals: string[] = [];
  const collections = wanted.collections.flatMap((each) =>
    collectionSteps(each.name, each.indexes, actual.collections.get(each.name), refusals),
  );
  const storage = storageSteps(wanted.storage, actual, lastStorage, refusals);
  const websites = wanted.websites
    .filter((domain) => !actual.websites.includes(domain))
    .map((domain): Step => ({ kind: 'add-website', domain }));
  const pairs = wanted.functions.map((each) => [each, actual.functions.get(each.name)] as const);
  const functions = pairs.flatMap(([each, found]) => functionSteps(each, found, refusals));
  const timers = pairs.flatMap(([each, found]) => triggerSteps(each, found));
  return { steps: [...collections, ...storage, ...functions, ...websites, ...timers], refusals };
}

function collectionSteps(
  name: string,
  indexes: readonly IndexDeclaration[],
  found: ActualCollection | undefined,
  refusals: string[],
): Step[] {
  const create = (index: IndexDeclaration, isReplaced = false): Step => ({
    kind: 'create-index',
    collection: name,
    index,
    isReplaced,
  });
  if (found === undefined) {
    return [
      { kind: 'create-collection', collection: name },
      { kind: 'close-collection', collection: name },
      ...indexes.map((index) => create(index)),
    ];
  }
  const steps: Step[] = [];
  if (found.acl !== closedAcl) {
    if (found.documents > 0) {
      refusals.push(
        `clients may touch the collection ${name}, which holds ${found.documents} documents (its rule is ${found.acl}): ` +
          `somebody may have read or changed them. See what they are worth, set its rule to ${closedAcl} in the console ` +
          '(云开发 → 数据库 → 数据权限 → 仅管理端可操作), and try again',
      );
    } else steps.push({ kind: 'close-collection', collection: name });
  }
  for (const index of indexes) {
    const there = found.indexes.find((each) => each.name === index.name);
    if (there === undefined) steps.push(create(index));
    else if (!sameIndex(there, index)) {
      if (found.documents === 0) steps.push(create(index, true));
      else {
        refusals.push(
          `the index ${index.name} of ${name} is ${describeIndex(there)} there and has to be ${describeIndex(index)}, and the ` +
            `collection holds ${found.documents} documents: drop the index in the console while no poll is open, and try again`,
        );
      }
    }
  }
  return steps;
}

export function sameIndex(a: IndexDeclaration, b: IndexDeclaration): boolean {
  return describeIndex(a) === describeIndex(b);
}

function describeIndex({ unique, keys }: IndexDeclaration): string {
  const order = keys.map(([field, direction]) => `${field} ${direction === 1 ? 'up' : 'down'}`).join(', ');
  return `${unique ? 'unique' : 'not unique'} on ${order}`;
}

function storageSteps(
  rules: StorageRules,
  { storage }: Actual,
  last: StorageRules | undefined,
  refusals: string[],
): Step[] {
  if (storage.rules !== undefined && sameRules(storage.rules, rules)) return [];
  const isForeign = storage.rules !== undefined && !(last !== undefined && sameRules(storage.rules, last));
  if (isForeign) {
    refusals.push(
      'the storage has rules of somebody else, which this installation would replace: see in the console (云开发 → 云存储 → ' +
        '权限设置) whether another product uses this environment. If none does, choose 仅管理端可读写 there, and try again',
    );
    return [];
  }
  return [{ kind: 'storage-rules', rules }];
}

export function sameRules(a: StorageRules, b: StorageRules): boolean {
  return a.read === b.read && a.write === b.write;
}

export function functionSteps(wanted: WantedFunction, found: ActualFunction | undefined, refusals: string[]): Step[] {
  const { name } = wanted;
  if (found === undefined) return [{ kind: 'create-function', name }];
  if (found.runtime !== wanted.runtime) {
    refusals.push(
      `the function ${name} runs on ${found.runtime} and has to run on ${wanted.runtime}, which cannot be changed: delete the ` +
        'function in the console (it holds no data), and try again',
    );
    return [];
  }
  for (const key of kept) {
    const [newest = ''] = (found.environment[key] ?? '').split(',');
    const ours = (wanted.environment[key] ?? '').split(',');
    if (newest !== '' && !ours.includes(newest)) {
      refusals.push(
        `${name} has a ${key} that is not among your keys: with others, polls that are under way could not go on. ` +
          'Take the key file that this installation was made with',
      );
    }
  }
  const hasCode =
    found.environment[codeVariable] === wanted.hash && found.handler === wanted.handler && !found.isBroken;
  // Sending the code configures as well.
  if (!hasCode) return [{ kind: 'update-code', name }];
  const what = differencesOf(wanted, found);
  return what.length === 0 ? [] : [{ kind: 'configure', name, what }];
}

/** What differs, by name: values may be secrets. */
function differencesOf(wanted: WantedFunction, found: ActualFunction): string[] {
  const names = [...new Set([...Object.keys(wanted.environment), ...Object.keys(found.environment)])].sort();
  const variables = names.filter((name) => wanted.environment[name] !== found.environment[name]);
  return [
    ...(wanted.memory === found.memory ? [] : [`memory ${found.memory} → ${wanted.memory} MB`]),
    ...(wanted.timeout === found.timeout ? [] : [`time-out ${found.timeout} → ${wanted.timeout} s`]),
    ...variables.map((name) => {
      if (!(name in found.environment)) return `+${name}`;
      return name in wanted.environment ? `~${name}` : `-${name}`;
    }),
  ];
}

function triggerSteps({ name, triggers }: WantedFunction, found: ActualFunction | undefined): Step[] {
  const there = found?.triggers ?? [];
  const same = (a: Trigger, b: Trigger): boolean => a.name === b.name && a.cron === b.cron;
  return [
    ...there
      .filter((each) => !triggers.some((wanted) => same(each, wanted)))
      .map((each): Step => ({ kind: 'drop-trigger', name, trigger: each.name })),
    ...triggers
      .filter((wanted) => !there.some((each) => same(each, wanted)))
      .map((trigger): Step => ({ kind: 'create-trigger', name, trigger })),
  ];
}

/** A line for whoever reads the plan; names of variables, never their values. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'create-collection':
      return `make the collection ${step.collection}`;
    case 'close-collection':
      return `close the collection ${step.collection} to clients`;
    case 'create-index':
      return `${step.isReplaced ? 'replace' : 'make'} the index ${step.index.name} of ${step.collection}, ${describeIndex(step.index)}`;
    case 'storage-rules':
      return 'give the storage its rules';
    case 'add-website':
      return `let pages of ${step.domain} read the storage`;
    case 'create-function':
      return `make the function ${step.name}`;
    case 'update-code':
      return `send the code of ${step.name}`;
    case 'configure':
      return `configure ${step.name}: ${step.what.join(', ')}`;
    case 'drop-trigger':
      return `take the timer ${step.trigger} from ${step.name}`;
    case 'create-trigger':
      return `give ${step.name} its timer ${step.trigger.name}, ${step.trigger.cron}`;
  }
}
