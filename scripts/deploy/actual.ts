import type { IndexDeclaration } from '../local-cloud/database/declaration';
import type { StorageRules, Trigger } from './manifest';

/** What clients may do: the cloud's four usual answers, or rules of one's own. */
export type Acl = 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY' | 'CUSTOM';

export interface ActualCollection {
  documents: number;
  acl: Acl;
  /** Without those that every collection has. */
  indexes: readonly IndexDeclaration[];
}

export interface ActualFunction {
  runtime: string;
  handler: string;
  memory: number;
  timeout: number;
  environment: Readonly<Record<string, string>>;
  triggers: readonly Trigger[];
  /** Its making or its last change failed. */
  isBroken: boolean;
}

/** What is in an environment, as far as it is this product's business. */
export interface Actual {
  collections: ReadonlyMap<string, ActualCollection>;
  storage: { acl: Acl; rules: StorageRules | undefined };
  functions: ReadonlyMap<string, ActualFunction>;
  websites: readonly string[];
}
