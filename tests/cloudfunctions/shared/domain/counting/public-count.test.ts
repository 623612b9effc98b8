import { publicCount } from '../../../../../cloudfunctions/shared/domain/counting/public-count';
import { closesAt } from '../../../../../cloudfunctions/shared/domain/counting/release';
import type { CountPolicy } from '../../../../../cloudfunctions/shared/universal/poll';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const stages = { voting: at('2026-11-20T09:00'), verifying: at('2026-11-30T18:00') };
const now = at('2026-11-21T10:00');

function poll(countPolicy: CountPolicy, status = 'published') {
  return { stages, countPolicy, status };
}

const waiting = { shown: null, nextAt: at('2026-11-22T18:00'), final: false };
const shown = { batch: 3, counts: { a: 2 }, ballots: 2, asOf: now };

test('live counts of a published poll are nought before its log begins, and never hidden', () => {
  const none = { batch: 0, counts: {}, ballots: 0, asOf: stages.voting };
  for (const standings of [null, { ...waiting, nextAt: null }]) {
    expect(publicCount(poll({ kind: 'live' }), standings, now)).toMatchObject({ hidden: false, shown: none });
  }
});

test('what was shown last stays until the next count, with when that comes', () => {
  expect(publicCount(poll({ kind: 'daily', at: '18:00' }), { ...waiting, shown }, now)).toEqual({
    hidden: false,
    shown,
    nextAt: waiting.nextAt,
    final: false,
    lot: undefined,
  });
});

test.each<[string, ReturnType<typeof poll>, number]>([
  ['a daily count comes at its next time', poll({ kind: 'daily', at: '18:00' }), at('2026-11-21T18:00')],
  ['one that is kept to the end with the close', poll({ kind: 'afterClose' }), closesAt({ stages })],
  [
    'a draft says of its daily count what it will say published',
    poll({ kind: 'daily', at: '18:00' }, 'draft'),
    at('2026-11-21T18:00'),
  ],
  ['a draft’s live count begins with the vote', poll({ kind: 'live' }, 'draft'), stages.voting],
])('%s, whether or not the scheduler has written it down', (_, of, nextAt) => {
  expect(publicCount(of, null, now)).toEqual({ hidden: true, nextAt });
  expect(publicCount(of, waiting, now)).toEqual({ hidden: true, nextAt: waiting.nextAt });
});
