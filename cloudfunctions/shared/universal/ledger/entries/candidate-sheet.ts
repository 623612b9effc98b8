import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../utf8';
import { isTooDeep } from './json-depth';
import { isId, isRecord, isText, isWhole } from './shape';

/** What the public record says of a candidate. */
export interface SheetCandidate {
  id: string;
  number: number;
  name: string;
  group?: string;
}

/** The canonical text of one candidate. */
export function encodeCandidate({ id, number, name, group }: SheetCandidate): string {
  return JSON.stringify({ id, number, name, ...(group === undefined ? {} : { group }) });
}

/** @returns null unless the text is exactly what `encodeCandidate` writes */
export function parseCandidate(text: string): SheetCandidate | null {
  if (isTooDeep(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { id, number, name, group } = value;
  if (!isId(id) || !isWhole(number) || !isText(name) || !(group === undefined || isId(group))) return null;
  const candidate = { id, number, name, ...(group === undefined ? {} : { group }) };
  return encodeCandidate(candidate) === text ? candidate : null;
}

/** What rules of version 2 commit to: SHA-256 over the candidates' lines in the rules' order, as 64 hex digits. */
export function candidateSheet(candidates: readonly SheetCandidate[]): string {
  return bytesToHex(sha256(encodeUtf8(candidates.map((each) => `${encodeCandidate(each)}\n`).join(''))));
}
