import { asynchronous, Failure } from './answer';

/** What WeChat closes on a single page of the timeline: logging in, going elsewhere, and whatever needs a person. */
const closed = `login checkSession navigateTo redirectTo reLaunch switchTab navigateBack chooseMedia chooseMessageFile
  requestSubscribeMessage getGroupEnterInfo authorize openSetting saveImageToPhotosAlbum openDocument scanCode makePhoneCall
  setClipboardData showShareMenu updateShareMenu`
  .split(/\s+/)
  .filter(Boolean);

/** What page code called of it all the same, for tests to see. */
export const calledInVain: string[] = [];

/** @returns what stands in place of each closed function */
export function closedOnSinglePage(): Record<string, unknown> {
  return Object.fromEntries(
    closed.map((name) => [
      name,
      asynchronous(name, (): never => {
        calledInVain.push(name);
        throw new Failure('can not invoke in single page mode');
      }),
    ]),
  );
}
