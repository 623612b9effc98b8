import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Estimate } from './estimate';

const plan = z.strictObject({
  databaseCallsPerSecond: z.number().positive().optional(),
  databaseGigabytes: z.number().positive().optional(),
  invocationsMonth: z.number().positive().optional(),
  gigabyteSecondsMonth: z.number().positive().optional(),
  pointsMonth: z.number().positive().optional(),
  cdnGigabytesMonth: z.number().positive().optional(),
  yuanMonth: z.number().positive().optional(),
});

const pricesSchema = z.strictObject({
  asOf: z.string(),
  sources: z.array(z.string()).min(1),
  pointsPerYuan: z.number().positive(),
  points: z.strictObject({
    databaseCalls10k: z.number().nonnegative(),
    invocations10k: z.number().nonnegative(),
    gigabyteSecond: z.number().nonnegative(),
    outboundGigabyte: z.number().nonnegative(),
    databaseGigabyteDay: z.number().nonnegative(),
  }),
  plans: z.record(z.string(), plan),
});

export type Prices = z.infer<typeof pricesSchema>;
type Plan = z.infer<typeof plan>;

export const usualPrices = path.resolve(__dirname, '../local-cloud/prices.json');

/** @throws a sentence */
export function readPrices(file: string): Prices {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file} cannot be read as JSON: ${why}`, { cause });
  }
  const parsed = pricesSchema.safeParse(value);
  if (!parsed.success) throw new Error(`${file} is no list of prices: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Points of a poll, by what they are for. @param days for how long its data lie there */
export function pointsOf(use: Estimate, { points }: Prices, days: number): Record<string, number> {
  return {
    'database calls': (use.databaseCalls / 10_000) * points.databaseCalls10k,
    invocations: (use.invocations / 10_000) * points.invocations10k,
    'functions’ GB·seconds': use.gigabyteSeconds * points.gigabyteSecond,
    'CDN traffic': use.cdnGigabytes * points.outboundGigabyte,
    'database storage': use.databaseGigabytes * days * points.databaseGigabyteDay,
  };
}

export interface Use {
  name: string;
  used: number;
  limit: number;
}

/** How much of each of a plan's limits a poll uses up in its busiest month; what comes first stands first. */
export function usesOf(use: Estimate, limits: Plan, points: number, days: number): Use[] {
  const share = Math.min(1, 30 / days);
  const all: [string, number, number | undefined][] = [
    ['database calls a second', use.databaseCallsPerSecond, limits.databaseCallsPerSecond],
    ['points a month', points * share, limits.pointsMonth],
    ['invocations a month', use.invocations * share, limits.invocationsMonth],
    ['functions’ GB·seconds a month', use.gigabyteSeconds * share, limits.gigabyteSecondsMonth],
    ['CDN traffic a month, GB', use.cdnGigabytes * share, limits.cdnGigabytesMonth],
    ['database storage, GB', use.databaseGigabytes, limits.databaseGigabytes],
  ];
  return all
    .flatMap(([name, used, limit]) => (limit === undefined ? [] : [{ name, used, limit }]))
    .sort((a, b) => b.used / b.limit - a.used / a.limit);
}
