import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** A mini-program code that is drawn already, and the file it lies in. */
export interface DrawnCode {
  /** Which version of the mini-program it opens, and its scene. */
  version: string;
  scene: string;
  pollId: string;
  file: string;
  /** Epoch milliseconds. */
  at: number;
}

const codes = () => database.collection('codes');
const { command } = database;

/** How many ids one read asks for. */
const pageSize = 500;

function codeId(version: string, scene: string): string {
  return `${version}:${scene}`;
}

/** The files of those of these scenes that are drawn, by scene. One call per 500. */
export async function findCodes(version: string, scenes: readonly string[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (let from = 0; from < scenes.length; from += pageSize) {
    const ids = scenes.slice(from, from + pageSize).map((scene) => codeId(version, scene));
    const { data } = await attempt(() =>
      codes()
        .where({ _id: command.in(ids) })
        .limit(ids.length)
        .get(),
    );
    // What is in the collection was written by this project.
    for (const { scene, file } of data as DrawnCode[]) files.set(scene, file);
  }
  return files;
}

/** Of two that draw the same at once the first stands; they lie in the same file. */
export async function insertCode(code: DrawnCode): Promise<void> {
  await insertOnce(codes(), { _id: codeId(code.version, code.scene), ...code });
}
