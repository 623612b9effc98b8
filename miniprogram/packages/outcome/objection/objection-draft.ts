import type { NewObjection, ObjectionKind, RuledBallot } from '../services/objections';
import { formWords } from '../text/objections';

/** What somebody has written so far. */
export interface ObjectionDraft {
  /** '' for none. */
  kind: ObjectionKind | '';
  /** '' for none. */
  candidateId: string;
  /** Leaf hash of the chosen ballot; '' for none. */
  ballot: string;
  text: string;
  /** Paths on this phone. */
  pictures: string[];
  name: string;
  contact: string;
  unit: string;
}

export const emptyDraft: ObjectionDraft = {
  kind: '',
  candidateId: '',
  ballot: '',
  text: '',
  pictures: [],
  name: '',
  contact: '',
  unit: '',
};

export const mostPictures = 5;
export const leastText = 20;
export const mostText = 1000;

/** A field that something is wrong with, and what. */
export interface Problem {
  field: 'kind' | 'candidate' | 'ballot' | 'text' | 'pictures' | 'name' | 'contact' | 'unit';
  text: string;
}

/** The first thing that has to be written before it can be sent; undefined when nothing is missing. */
export function problemOf(draft: ObjectionDraft): Problem | undefined {
  const { kind, candidateId, ballot, text, name, contact } = draft;
  const { missing } = formWords;
  if (kind === '') return { field: 'kind', text: missing.kind };
  if (kind === 'candidate' && candidateId === '') return { field: 'candidate', text: missing.candidate };
  if (kind === 'ballot' && ballot === '') return { field: 'ballot', text: missing.ballot };
  if (writtenLength(text) < leastText) return { field: 'text', text: missing.text };
  if (kind === 'ballot') return undefined;
  const [hasName, hasContact] = [isWritten(name), isWritten(contact)];
  if (hasContact && !hasName) return { field: 'name', text: missing.name };
  if (!hasContact && (hasName || isWritten(draft.unit))) return { field: 'contact', text: missing.contact };
  return undefined;
}

/** Whether it is signed: then it has a number and a claim to an answer. A ballot's has them without a name. */
export function isSigned({ kind, name, contact }: ObjectionDraft): boolean {
  return kind !== 'ballot' && isWritten(name) && isWritten(contact);
}

/** How long a text is without blanks at its ends; the cloud, which drops more that is not seen, has the last word. */
export function writtenLength(text: string): number {
  return text.trim().length;
}

function isWritten(text: string): boolean {
  return text.trim() !== '';
}

/**
 * What is sent. What does not go with the kind stays on the phone: a name or a picture beside a ballot would undo its secrecy.
 * @param pictures cloud file ids of those that were uploaded
 */
export function objectionOf(
  draft: ObjectionDraft,
  ballots: readonly RuledBallot[],
  pictures: string[],
): NewObjection | undefined {
  const { kind, candidateId, text, name, contact, unit } = draft;
  if (kind === '') return undefined;
  const receipt = kind === 'ballot' ? ballots.find((each) => each.receipt.leafHash === draft.ballot) : undefined;
  const signed = { name: name.trim(), contact: contact.trim(), ...(isWritten(unit) ? { unit: unit.trim() } : {}) };
  return {
    kind,
    text,
    pictures: kind === 'ballot' ? [] : pictures,
    ...(kind === 'candidate' ? { candidateId } : {}),
    ...(receipt === undefined ? {} : { receipt: receipt.receipt }),
    ...(isSigned(draft) ? { signed } : {}),
  };
}
