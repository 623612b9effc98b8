/**
 * The part of an address that a house, a school or a carrier's gateway share: /24 of IPv4, /48 of IPv6.
 * @param address as the platform tells it
 * @returns a text that is the same for the whole network; null for what is no address
 */
export function networkOf(address: string): string | null {
  const v4 = /^(?:::ffff:)?((?:\d{1,3}\.){3}\d{1,3})$/i.exec(address)?.[1];
  if (v4 !== undefined) {
    const bytes = v4.split('.').map(Number);
    return bytes.every((byte) => byte <= 255) ? `4:${bytes.slice(0, 3).join('.')}` : null;
  }
  const groups = ipv6Groups(address);
  return groups && `6:${groups.slice(0, 3).join(':')}`;
}

/** Eight numbers in hex without leading zeros; null for what is no IPv6 address. */
function ipv6Groups(address: string): string[] | null {
  const halves = address.split('::');
  if (halves.length > 2 || !address.includes(':')) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const left = 8 - head.length - tail.length;
  if (halves.length === 1 ? left !== 0 : left < 1) return null;
  const groups = [...head, ...Array.from({ length: left }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.map((group) => parseInt(group, 16).toString(16));
}
