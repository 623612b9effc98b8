import { fileText, words } from '../text/page';
import type { CountedFile } from '../text/report';
import { facts, make } from '../../shared/elements';

/** Name, length and fingerprint of the file; the fingerprint is put in later by `tellFingerprint`. */
export function fileFacts({ name, fingerprint }: CountedFile): HTMLElement {
  const hash = make('span.code', fingerprint?.sha256 ?? words.computing);
  hash.id = 'file-hash';
  const label = make('span', fingerprint ? fileText(name, fingerprint.bytes) : name);
  label.id = 'file-name';
  return facts([
    [words.file, label],
    [words.fileHash, hash],
  ]);
}

/** Once it is known. */
export function tellFingerprint({ name, fingerprint }: CountedFile): void {
  if (fingerprint === null) return;
  document.getElementById('file-name')?.replaceChildren(fileText(name, fingerprint.bytes));
  document.getElementById('file-hash')?.replaceChildren(fingerprint.sha256);
}
