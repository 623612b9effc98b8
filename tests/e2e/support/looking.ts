import { earComplaints, motionComplaints } from './ears';
import { layoutComplaints } from './layout';
import { setDataCalls } from './keep-set-data';
import type { Phone, PhoneOptions } from './phone';
import type { Product } from './product';
import { axeComplaints } from '../../support/axe';

/** One page of the mini-program in one state. */
export interface Visit {
  /** What its pictures are called. */
  picture: string;
  address: () => string;
  /** What is seen once it is ready. */
  ready: RegExp;
  /** Who looks. */
  person: string;
  /** From the ready page to the state that is meant: an open sheet, a choice that was made. */
  reach?: (phone: Phone) => Promise<void>;
  /** Whether a public file may be missing that the page asks for. */
  isMissing?: boolean;
}

type Size = [width: number, height: number, scale: number];

/** The system's text sizes. Layouts follow up to the largest that a phone offers, 1.5; a system set larger still gets that. */
const scales = [1, 1.25, 1.5, 2];
/** Small phones with the usual height and a little more, the usual one, a large one, a pad and the pad on its side. */
const screens = [
  [320, 568],
  [320, 640],
  [375, 812],
  [430, 932],
  [768, 1024],
  [1024, 768],
] as const;
const corners: Size[] = [
  [320, 568, 2],
  [320, 640, 1.25],
  [430, 932, 1.5],
  [768, 1024, 1],
  [1024, 768, 1.5],
  [375, 812, 1],
];
/** LAYOUTS=all looks at every size with every text; else at the corners. */
const sizes: Size[] =
  process.env['LAYOUTS'] === 'all'
    ? screens.flatMap(([width, height]) => scales.map((scale): Size => [width, height, scale]))
    : corners;

/** The most that one setData may carry, bytes: WeChat hands it from process to process, and on a slow phone the finger waits for it. */
export const mostSetData = 30 * 1024;

/** The calls that carried more. */
export async function heavySetData(phone: Phone): Promise<string[]> {
  const calls = await setDataCalls(phone.page);
  return calls.filter(({ bytes }) => bytes > mostSetData).map(({ of, bytes }) => `${of} of ${bytes} bytes`);
}

/**
 * Opens a page once and looks at it in every size, text and theme: its layout, what a screen reader says of it,
 * its colours, and whether it keeps still where the system asks for that.
 * @throws with all that is wrong
 */
export async function looksRight(product: Product, visit: Visit, options: PhoneOptions = {}): Promise<void> {
  const { picture, person, address, ready, reach, isMissing = false } = visit;
  const phone = await product.phoneOf(person, options);
  if (isMissing) phone.expectMissingFile();
  await phone.open(address());
  await phone.sees(ready);
  await phone.settles();
  await reach?.(phone);
  const complaints = (await heavySetData(phone)).map((call) => `setData: ${call}`);
  complaints.push(...(await earComplaints(phone)), ...(await motionComplaints(phone)));
  for (const theme of ['dark', 'light'] as const) {
    // A layout has no theme; the full round looks all the same.
    const looked = theme === 'light' || process.env['LAYOUTS'] === 'all' ? sizes : [];
    for (const [width, height, scale] of looked) {
      await phone.becomes({ width, height, scale, theme });
      const where = `${width}×${height}, text ${scale}, ${theme}`;
      complaints.push(...(await layoutComplaints(phone)).map((complaint) => `${where}: ${complaint}`));
    }
    await phone.becomes({ width: 375, height: 1600, scale: 1, theme });
    await phone.picture(`${picture}-375-${theme}`);
    // What sticks to the top lies over what was scrolled below it, and is no neighbour of that.
    await phone.screen.locator('.page-scroll').evaluate((page) => page.scrollTo(0, 0));
    complaints.push(...(await axeComplaints(phone.page)).map((complaint) => `${theme}: ${complaint}`));
  }
  await phone.becomes({ width: 320, height: 1600, scale: 1.5, theme: 'light' });
  await phone.picture(`${picture}-320-1.5`);
  await phone.close();
  expect({ picture, complaints }).toEqual({ picture, complaints: [] });
}
