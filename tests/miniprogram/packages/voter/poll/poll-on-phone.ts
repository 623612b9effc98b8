import type { PollData } from '../../../../../miniprogram/packages/voter/poll/poll-data';
import { PollSession } from '../../../../../miniprogram/packages/voter/poll/poll-session';
import type { Receipt } from '../../../../../miniprogram/stores/receipts';
import { installWechat, type FakeWechat } from '../../../wechat';
import { now, pollReply } from './sample-poll';

export type Cast = { choices: string[]; castId: string; nth: number; period: string };

export const three = ['c1', 'c2', 'c3'];
export const tomorrow = Date.parse('2026-11-25T00:00:00+08:00');
export const receipt: Receipt = {
  code: '7K4M-Q2XD',
  pollId: 'p1',
  origin: 'test',
  leafHash: '00',
  period: '2026-11-24',
  nth: 1,
  promisedAt: now + 600_000,
  keyId: '00000000',
  signature: '',
};

export let wechat: FakeWechat;

/** Each test of the file that asks for it gets a phone of its own, and a clock that moves when it says so. */
export function usePollOnPhone(): void {
  beforeEach(() => {
    jest.useFakeTimers({ now });
    wechat = installWechat();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}

/** Answers by procedure; what a procedure answers may change during a test. */
export function serve(answers: { get?: () => unknown; cast?: () => unknown }) {
  const served = { get: (): unknown => pollReply(), cast: (): unknown => ({ receipt }), ...answers };
  const refusal = (value: unknown): boolean => typeof value === 'object' && value !== null && 'code' in value;
  wechat.answer(async ({ data }) => {
    const { procedure } = data as { procedure: string };
    const value = await (procedure === 'poll.get'
      ? served.get()
      : procedure === 'ballot.cast'
        ? served.cast()
        : { ballots: [] });
    return refusal(value) ? { ok: false, error: value, now: Date.now() } : { ok: true, data: value, now: Date.now() };
  });
  return served;
}

export async function openPage() {
  const shown: Record<string, unknown> = {};
  const session = new PollSession('p1', (change, drawn) => {
    Object.assign(shown, change);
    drawn?.();
  });
  await session.resume();
  // The page's data as the template sees them, of which every test reads a few.
  return { session, shown: shown as unknown as PollData };
}

export function casts(): Cast[] {
  return wechat.calls.flatMap(({ data }) => {
    const { procedure, input } = data as { procedure: string; input: Cast };
    return procedure === 'ballot.cast' ? [input] : [];
  });
}
