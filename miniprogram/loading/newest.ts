/**
 * Lets only the newest of several requests speak: the returned function passes a reply on, or `undefined` when
 * another request was made since. One per page instance.
 */
export function newestOnly(): <Value>(request: Promise<Value>) => Promise<Value | undefined> {
  let newest = 0;
  return async (request) => {
    newest += 1;
    const mine = newest;
    const value = await request;
    return mine === newest ? value : undefined;
  };
}
