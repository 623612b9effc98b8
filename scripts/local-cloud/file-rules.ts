import { parseExpression, type Evaluate } from './rule-expression';

/** CloudBase's custom rules of cloud storage, as its console takes them: an expression, or true or false, for each kind of access. */
export interface FileRules {
  read?: boolean | string;
  write?: boolean | string;
}

/** What CloudBase begins with: everybody reads, and who made a file changes it. */
export const usualRules: FileRules = { read: true, write: 'resource.openid == auth.openid' };

/** One file as a rule sees it, and who asks; nobody in particular where `openid` is undefined. */
export interface Access {
  path: string;
  /** Whose file it is; for one that is not there yet, whoever puts it up. */
  owner: string | undefined;
  openid: string | undefined;
}

/** Rules that clients meet and functions do not. What a rule does not mention is denied, and so is what it fails on. */
export class FileGuard {
  private readonly read: Evaluate;
  private readonly write: Evaluate;

  /** @throws a sentence for rules that CloudBase would not take, or that this emulation does not know */
  constructor(rules: unknown) {
    const { read = false, write = false, ...others } = expectRules(rules);
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw new Error(`storage rules: there is no "${unknown}", only "read" and "write"`);
    this.read = compile(read, 'read');
    this.write = compile(write, 'write');
  }

  mayRead(access: Access): boolean {
    return holds(this.read, access);
  }

  mayWrite(access: Access): boolean {
    return holds(this.write, access);
  }
}

function holds(evaluate: Evaluate, { path, owner, openid }: Access): boolean {
  const auth = openid === undefined ? null : { openid };
  return evaluate({ auth, resource: { path, ...(owner === undefined ? {} : { openid: owner }) } }) === true;
}

function compile(rule: unknown, name: string): Evaluate {
  if (typeof rule === 'boolean') return () => rule;
  if (typeof rule !== 'string') throw new Error(`storage rules: "${name}" is neither true nor false nor an expression`);
  return parseExpression(rule);
}

function expectRules(rules: unknown): Record<string, unknown> {
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) throw new Error('storage rules: no object');
  // An object of JSON has text keys.
  return rules as Record<string, unknown>;
}
