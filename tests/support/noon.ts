import { dayLength, dayOf, instantOf } from '../../cloudfunctions/shared/universal/day';

/** Noon in China of tomorrow, epoch milliseconds: no midnight comes in between, and no clock goes back, whenever the tests run. */
export const noon = (): number => instantOf(dayOf(Date.now() + dayLength), '12:00');
