import { createHash } from 'node:crypto';
import { TagSet } from '../../../../../../cloudfunctions/shared/universal/ledger/count/tag-set';

const salt = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const most = 60_000;

/** How many slots a set looks at to take in so many tags. */
function probesOf(tagAt: (n: number) => string, own = salt): number {
  const tags = new TagSet(own);
  for (let n = 0; n < most; n++) tags.add(tagAt(n));
  return tags.probes;
}
const hex = (n: number): string => n.toString(16).padStart(8, '0');
const random = probesOf((n) => createHash('sha256').update(String(n)).digest('hex').slice(0, 32));

describe('the set of tags', () => {
  it.each([
    ['the same beginning', (n: number) => `deadbeef${'0'.repeat(16)}${hex(n)}`],
    ['the same end', (n: number) => `${hex(n)}${'f'.repeat(24)}`],
    ['all the same but for the middle', (n: number) => `${'0'.repeat(12)}${hex(n)}${'0'.repeat(12)}`],
    ['digits that cancel each other out', (n: number) => `${hex(n)}${'0'.repeat(8)}${hex(n)}${'0'.repeat(8)}`],
  ])('takes in 60,000 tags that have %s at little more cost than random ones', (_, tagAt) => {
    expect(probesOf(tagAt)).toBeLessThan(random * 2);
  });

  it('looks for tags at other places in each run', () => {
    const own = probesOf((n) => `${hex(n)}${'0'.repeat(24)}`);
    const others = probesOf(
      (n) => `${hex(n)}${'0'.repeat(24)}`,
      salt.map((byte) => byte ^ 1),
    );
    expect(others).not.toBe(own);
  });
});
