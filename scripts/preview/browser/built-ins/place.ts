import type * as glassEasel from 'glass-easel';
import { urlOfFile } from '../files/file-url';

/** The page or component in whose template an element stands, by its path. */
function ownerPath(element: glassEasel.Element): string {
  return element.ownerShadowRoot?.getHostNode().is ?? '';
}

/** Where the browser finds a file that a template names. */
export function fileUrl(source: string, element: glassEasel.Element): string {
  return urlOfFile(source, ownerPath(element));
}
