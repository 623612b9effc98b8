import type * as glassEasel from 'glass-easel';

/** The page or component in whose template an element stands, by its path. */
export function ownerPath(element: glassEasel.Element): string {
  return element.ownerShadowRoot?.getHostNode().is ?? '';
}

/** Where the browser finds a file that a template names: of the package, of the cloud's storage, or on the network. */
export function fileUrl(source: string, element: glassEasel.Element): string {
  if (source === '' || /^(https?:|data:|blob:)/.test(source)) return source;
  if (source.startsWith('cloud://')) return `/cloud-file?id=${encodeURIComponent(source)}`;
  if (source.startsWith('wxfile://')) return source.replace('wxfile://', '');
  const path = new URL(source, `file:///${ownerPath(element)}`).pathname;
  return `/files${path}`;
}
