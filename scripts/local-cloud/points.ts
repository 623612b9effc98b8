import prices from './prices.json';

/** CloudBase's price list in points, kept in hundred-thousandths of a point, so that sums stay exact. */
const UNIT = 100_000;
const DATABASE_CALL = unitsOfOne(prices.points.databaseCalls10k);
const INVOCATION = unitsOfOne(prices.points.invocations10k);

function unitsOfOne(pointsOfTenThousand: number): number {
  return Math.round((pointsOfTenThousand * UNIT) / 10_000);
}

/** What the counted calls would cost in CloudBase, in points, without time and traffic, which a laptop tells nothing about. */
export interface Cost {
  total: number;
  /** By action. */
  byAction: Record<string, number>;
  /** By function: its invocations and the calls that it made; what came from outside counts under `admin`. */
  byFunction: Record<string, number>;
}

/** Prices counted calls. WeChat's open APIs and the storage's are not billed by the call. */
export function priceOf(stats: {
  byFunction: Record<string, Record<string, number>>;
  invocations: Record<string, number>;
}): Cost {
  const byAction: Record<string, number> = {};
  const byFunction: Record<string, number> = {};
  const charge = (action: string, functionName: string, units: number): void => {
    if (units === 0) return;
    byAction[action] = (byAction[action] ?? 0) + units;
    byFunction[functionName] = (byFunction[functionName] ?? 0) + units;
  };
  for (const [name, calls] of Object.entries(stats.byFunction)) {
    for (const [action, count] of Object.entries(calls))
      charge(action, name, action.startsWith('database.') ? count * DATABASE_CALL : 0);
  }
  for (const [name, count] of Object.entries(stats.invocations)) charge('invocation', name, count * INVOCATION);
  const total = Object.values(byFunction).reduce((sum, units) => sum + units, 0);
  return { total: total / UNIT, byAction: inPoints(byAction), byFunction: inPoints(byFunction) };
}

function inPoints(units: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(units).map(([name, amount]) => [name, amount / UNIT]));
}
