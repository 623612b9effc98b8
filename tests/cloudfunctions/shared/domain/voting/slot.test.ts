import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { markOf, shuffleSeedOf, tagOf } from '../../../../../cloudfunctions/shared/domain/voting/slot';
import { pollMac } from '../../../../../cloudfunctions/shared/platform/keys';

const key = new Uint8Array(32).fill(7);
const mac = pollMac(key);
const voter = { mac, openid: 'oXiaoli' };

describe('the names of a voter’s ballot places', () => {
  it('are HMAC-SHA256 over period, place and identity, cut to 16 bytes', () => {
    const expected = (text: string): string => createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
    expect(tagOf(voter, '2026-11-23', 2)).toBe(expected('v1|2026-11-23|2|oXiaoli'));
    expect(markOf(voter, 'once', 'c01', 3)).toBe(expected('mark|once|c01|3|oXiaoli'));
    expect(shuffleSeedOf(voter)).toBe(parseInt(expected('shuffle|oXiaoli').slice(0, 8), 16));
  });

  it('differ between voters, polls, periods and places', () => {
    const tags = [
      tagOf(voter, '2026-11-23', 1),
      tagOf(voter, '2026-11-23', 2),
      tagOf(voter, '2026-11-24', 1),
      tagOf({ ...voter, openid: 'oXiaowang' }, '2026-11-23', 1),
      tagOf({ ...voter, mac: pollMac(new Uint8Array(32).fill(8)) }, '2026-11-23', 1),
      markOf(voter, '2026-11-23', 'c01', 1),
    ];
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('give every voter an unsigned 32-bit seed that stays', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (openid) => {
        const seed = shuffleSeedOf({ mac, openid });
        expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
        expect(shuffleSeedOf({ mac, openid })).toBe(seed);
      }),
    );
  });
});
