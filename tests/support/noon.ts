/** Noon in China of today, epoch milliseconds: from here no midnight comes in between, whenever the tests run. */
export const noon = (): number => Date.parse(`${new Date().toISOString().slice(0, 10)}T12:00:00+08:00`);
