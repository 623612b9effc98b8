/** How many there were in an hour by a channel. */
export interface Activity {
  /** Start of the hour, epoch milliseconds. */
  at: number;
  /** "" where the link said nothing. */
  channel: string;
  count: number;
}

export function totalOf(activities: readonly Activity[]): number {
  return activities.reduce((sum, { count }) => sum + count, 0);
}

/** By hour, oldest first; hours without any are left out. */
export function byHour(activities: readonly Activity[]): { at: number; count: number }[] {
  return [...sums(activities, ({ at }) => at)].map(([at, count]) => ({ at, count })).sort((a, b) => a.at - b.at);
}

/** By channel, the most first. */
export function byChannel(activities: readonly Activity[]): { channel: string; count: number }[] {
  return [...sums(activities, ({ channel }) => channel)]
    .map(([channel, count]) => ({ channel, count }))
    .sort((a, b) => b.count - a.count || (a.channel < b.channel ? -1 : 1));
}

function sums<Key>(activities: readonly Activity[], keyOf: (activity: Activity) => Key): Map<Key, number> {
  const totals = new Map<Key, number>();
  for (const activity of activities) {
    const key = keyOf(activity);
    totals.set(key, (totals.get(key) ?? 0) + activity.count);
  }
  return totals;
}
