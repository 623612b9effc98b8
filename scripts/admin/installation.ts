import type tcb from '@cloudbase/node-sdk';
import type { Grant, Settings } from '../../cloudfunctions/shared/store/team/installation';
import { expectDone } from '../connect';

/** Somebody who may do more than others, as `administrators` keeps them under their identity. */
export interface Granted {
  openid: string;
  grant: Grant;
  /** For whoever reads the list; nobody else sees it. */
  name: string;
  grantedAt: number;
}

/**
 * Finds out who reads out a code that the app shows. Each code is used up by this.
 * @param code as it was heard: in any case, with or without the hyphen
 * @throws a sentence when the code is nobody's, or has expired
 */
export async function takeClaim(app: tcb.CloudBase, code: string, now: number): Promise<string> {
  const letters = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const id = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  const claims = app.database().collection('claims');
  // The organiser function wrote them.
  const [claim] = expectDone(await claims.where({ _id: id }).limit(1).get()).data as {
    openid: string;
    expiresAt: number;
  }[];
  if (claim === undefined) throw new Error(`the code ${id} is nobody’s: have them open the page again and read it out`);
  expectDone(await claims.doc(id).remove());
  if (claim.expiresAt <= now) throw new Error(`the code ${id} has expired: have them open the page again`);
  return claim.openid;
}

/** Gives somebody a grant, in place of one they have. */
export async function giveGrant(app: tcb.CloudBase, { openid, ...rest }: Granted): Promise<void> {
  expectDone(await app.database().collection('administrators').doc(openid).set(rest));
}

/** @returns false when there was none */
export async function revokeGrant(app: tcb.CloudBase, openid: string): Promise<boolean> {
  // The SDK types the answer as anything.
  const { deleted = 0 } = expectDone(await app.database().collection('administrators').doc(openid).remove()) as {
    deleted?: number;
  };
  return deleted > 0;
}

export async function listGrants(app: tcb.CloudBase): Promise<Granted[]> {
  const found = expectDone(await app.database().collection('administrators').limit(1000).get());
  // Written above.
  const documents = found.data as (Omit<Granted, 'openid'> & { _id: string })[];
  return documents.map(({ _id: openid, ...rest }) => ({ openid, ...rest }));
}

export async function readSettings(app: tcb.CloudBase): Promise<Partial<Settings>> {
  const found = expectDone(await app.database().collection('installation').where({ _id: 'settings' }).limit(1).get());
  // Written below.
  return (found.data as Partial<Settings>[])[0] ?? {};
}

/** Changes those settings that are given; the others stay. */
export async function writeSettings(app: tcb.CloudBase, change: Partial<Settings>): Promise<void> {
  const { creation, pollsPerPerson } = { ...(await readSettings(app)), ...change };
  const settings = {
    ...(creation === undefined ? {} : { creation }),
    ...(pollsPerPerson === undefined ? {} : { pollsPerPerson }),
  };
  expectDone(await app.database().collection('installation').doc('settings').set(settings));
}
