import { limits } from '../limits';
import { Refused } from '../refusal';
import type { Archive } from './archive';
import { readXml } from './read-xml';

/** Where a part points: to another part of the archive. */
export interface Relationship {
  id: string;
  /** The last word of its type, e.g. "worksheet". */
  type: string;
  /** Path in the archive. */
  path: string;
}

/**
 * What a part points to; nothing when it has no relationships.
 * @param part path in the archive, "" for the archive itself
 */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relationships: Relationship[] = [];
  if (!archive.has(list)) return relationships;
  await readXml(archive.text(list), {
    open: (name, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      if (mode === 'External') return;
      if (relationships.length >= limits.relationships) throw new Refused({ code: 'CONTENT_TOO_LARGE' });
      relationships.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: resolve(folder, target) });
    },
  });
  return relationships;
}

/** A target relative to the part's folder, or from the root when it begins with a slash. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
