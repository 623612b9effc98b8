import type { CallStats } from '../local-cloud/stats';

/** What all calls since the cloud's start would cost in CloudBase, a line for each function and one for all. */
export async function readCost(url: string): Promise<{ name: string; points: number; invocations: number }[]> {
  // The door answers this shape.
  const stats = (await (await fetch(`${url}/stats`)).json()) as CallStats;
  const lines = Object.entries(stats.points.byFunction).map(([name, points]) => ({
    name,
    points,
    invocations: stats.invocations[name] ?? 0,
  }));
  const invocations = Object.values(stats.invocations).reduce((sum, count) => sum + count, 0);
  return [...lines, { name: 'all', points: stats.points.total, invocations }];
}
