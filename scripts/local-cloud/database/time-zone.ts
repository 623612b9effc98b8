// Serves conformance alone; see the README.

import { requestFailed } from './refusal';
import type { Value } from './wire';

/** How many minutes a zone ("Asia/Shanghai", "+08:00", "+0800", "+08", "UTC") is ahead of UTC at an instant. */
export function offsetMinutes(zone: Value, at: Date): number {
  if (typeof zone !== 'string') throw requestFailed('[FailedOperation] timezone must evaluate to a string');
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed !== null) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  return namedOffset(zone, at);
}

function namedOffset(zone: string, at: Date): number {
  let local: string;
  try {
    // Sweden writes dates as ISO does.
    local = at.toLocaleString('sv-SE', { timeZone: zone });
  } catch {
    throw requestFailed(`[FailedOperation] unrecognized time zone identifier: "${zone}"`);
  }
  const whole = Math.floor(at.getTime() / 1000) * 1000;
  return Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - whole) / 60_000);
}
