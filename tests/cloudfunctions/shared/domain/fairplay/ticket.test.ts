import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  readTicket,
  ticketLife,
  writeTicket,
  type RiskRank,
} from '../../../../../cloudfunctions/shared/domain/fairplay/ticket';
import { traceOf } from '../../../../../cloudfunctions/shared/domain/fairplay/trace';
import { networkMac, ticketSeal } from '../../../../../cloudfunctions/shared/platform/keys';

const seal = ticketSeal(randomBytes(32));
const now = Date.parse('2026-11-24T10:00:00+08:00');
const good = (): string => writeTicket(seal, 'p1', 'oLi', { openedAt: now, rank: 3 });
const second = 1000;

describe('a ticket', () => {
  it('gives back when the page was opened and what WeChat said, in 46 characters that are never the same', () => {
    const ranks: (RiskRank | null)[] = [null, 0, 1, 2, 3, 4];
    for (const rank of ranks) {
      const ticket = writeTicket(seal, 'p1', 'oLi', { openedAt: now + 999, rank });
      expect(ticket).toMatch(/^[A-Za-z0-9_-]{46}$/);
      expect(readTicket(seal, 'p1', 'oLi', ticket, now + 5000)).toEqual({ openedAt: now, rank });
    }
    expect(new Set(Array.from({ length: 50 }, good)).size).toBe(50);
  });

  it('is none for another person or poll, and once a day old', () => {
    expect(readTicket(seal, 'p1', 'oWang', good(), now)).toBeNull();
    expect(readTicket(seal, 'p2', 'oLi', good(), now)).toBeNull();
    expect(readTicket(ticketSeal(randomBytes(32)), 'p1', 'oLi', good(), now)).toBeNull();
    expect(readTicket(seal, 'p1', 'oLi', undefined, now)).toBeNull();
    expect(readTicket(seal, 'p1', 'oLi', good(), now + ticketLife - 1)).not.toBeNull();
    expect(readTicket(seal, 'p1', 'oLi', good(), now + ticketLife)).toBeNull();
  });

  it('is none with any bit turned or any character more, less or another', () => {
    const ticket = good();
    const bytes = Buffer.from(ticket, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Buffer.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readTicket(seal, 'p1', 'oLi', turned.toString('base64url'), now)).toBeNull();
    }
    for (const each of [`${ticket}=`, `${ticket}A`, ticket.slice(1), ` ${ticket}`, ticket.slice(0, -1)]) {
      expect(readTicket(seal, 'p1', 'oLi', each, now)).toBeNull();
    }
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const spelt = ticket.slice(0, -1) + last;
      if (spelt !== ticket) expect(readTicket(seal, 'p1', 'oLi', spelt, now)).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (text) => readTicket(seal, 'p1', 'oLi', text, now) === null));
  });
});

describe('a trace', () => {
  it.each([
    [-30_000, 0],
    [0, 0],
    [1_999, 0],
    [2_000, 1],
    [4_999, 1],
    [5_000, 2],
    [15_000, 3],
    [59_999, 3],
    [60_000, 4],
    [ticketLife, 4],
  ])('of a ballot %i ms after the page was opened has pace %i', (elapsed, pace) => {
    const trace = traceOf({ openedAt: now, rank: 2 }, '0a1b2c3d', now + elapsed);
    expect(trace).toEqual({ rank: 2, pace, net: '0a1b2c3d' });
  });

  it('never takes somebody for quicker than they were: a ticket’s seconds are cut off', () => {
    const openedAt = now + 999;
    const ticket = writeTicket(seal, 'p1', 'oLi', { openedAt, rank: 0 });
    const read = readTicket(seal, 'p1', 'oLi', ticket, openedAt + 2 * second);
    expect(traceOf(read, null, openedAt + 2 * second).pace).toBe(1);
  });

  it('without a ticket says nothing but the network', () => {
    expect(traceOf(null, null, now)).toEqual({ rank: null, pace: null, net: null });
  });
});

it('a network has a name of eight hex digits, another on each day and with each secret', () => {
  const name = networkMac(randomBytes(32));
  const names = [
    name('2026-11-24', '4:10.0.0'),
    name('2026-11-25', '4:10.0.0'),
    name('2026-11-24', '4:10.0.1'),
    networkMac(randomBytes(32))('2026-11-24', '4:10.0.0'),
  ];
  for (const each of names) expect(each).toMatch(/^[0-9a-f]{8}$/);
  expect(new Set(names).size).toBe(4);
  expect(name('2026-11-24', '4:10.0.0')).toBe(names[0]);
});
