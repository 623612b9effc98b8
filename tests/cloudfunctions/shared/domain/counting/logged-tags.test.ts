import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { LoggedTags, packTags } from '../../../../../cloudfunctions/shared/domain/counting/logged-tags';

const tagOf = (number: number): string => createHash('sha256').update(String(number)).digest('hex').slice(0, 32);

describe('the tags of a log', () => {
  it('are found with the batch that has them, and others are not', () => {
    const tags = new LoggedTags();
    const batches = 40;
    for (let batch = 0; batch < batches; batch++) {
      tags.add(packTags(Array.from({ length: 100 }, (_, place) => tagOf(batch * 100 + place))), batch);
    }
    expect(tags.size).toBe(4000);
    for (let number = 0; number < 4000; number++) expect(tags.find(tagOf(number))).toEqual([Math.floor(number / 100)]);
    for (let number = 4000; number < 6000; number++) expect(tags.find(tagOf(number))).toEqual([]);
  });

  it('name every batch that may have one where two tags begin alike', () => {
    const tags = new LoggedTags(2);
    const [one, other] = [`${'ab'.repeat(8)}${'0'.repeat(16)}`, `${'ab'.repeat(8)}${'1'.repeat(16)}`];
    tags.add(packTags([one]), 3);
    tags.add(packTags([other]), 8);
    expect(tags.find(one)).toEqual([3, 8]);
    expect(tags.find(other)).toEqual([3, 8]);
  });

  it('hold whatever was put in, in any order and at any size', () => {
    const tag = fc.string({
      unit: fc.constantFrom(...Array.from({ length: 16 }, (_, digit) => digit.toString(16))),
      minLength: 32,
      maxLength: 32,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, fc.nat(100_000)), { maxLength: 300 }), fc.nat(500), (rows, expected) => {
        const tags = new LoggedTags(expected);
        for (const [each, batch] of rows) tags.add(packTags([each]), batch);
        for (const [each, batch] of rows) expect(tags.find(each)).toContain(batch);
      }),
    );
  });

  it('of zeros and of ones are tags too', () => {
    const tags = new LoggedTags();
    tags.add(packTags(['0'.repeat(32), 'f'.repeat(32)]), 0);
    expect([tags.find('0'.repeat(32)), tags.find('f'.repeat(32))]).toEqual([[0], [0]]);
  });
});
