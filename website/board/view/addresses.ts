import type { BoardPoll } from '../../../cloudfunctions/shared/universal/board';
import { fetchable } from '../../shared/fetchable';

/**
 * The poll with whole addresses of its pictures, and without those that lead nowhere a page fetches from.
 * @param folder the poll's, without a slash at its end, to which they are relative
 */
export function withAddresses({ code, candidates, ...poll }: BoardPoll, folder: string): BoardPoll {
  const address = (given: string | undefined): string | null =>
    given === undefined ? null : fetchable(given, `${folder}/`);
  const codeAddress = address(code);
  return {
    ...poll,
    ...(codeAddress === null ? {} : { code: codeAddress }),
    candidates: candidates.map(({ picture: given, ...candidate }) => {
      const picture = address(given);
      return picture === null ? candidate : { ...candidate, picture };
    }),
  };
}
