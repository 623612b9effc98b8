const [kilo, mega] = [1024, 1024 * 1024];

/** 843 字节, 12.4 KB, 3.1 MB */
export function sizeText(bytes: number): string {
  if (bytes < kilo) return `${bytes} 字节`;
  return bytes < mega ? `${(bytes / kilo).toFixed(1)} KB` : `${(bytes / mega).toFixed(1)} MB`;
}
