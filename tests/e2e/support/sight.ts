import type { Locator } from 'playwright-core';
import type { Phone } from './phone';

/** How Chromium shows a page to whoever sees colours otherwise, or none. */
export const sights = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;
export type Sight = (typeof sights)[number] | 'none';

/** From now on the page looks as somebody with this sight sees it. */
export async function seesAs(phone: Phone, sight: Sight): Promise<void> {
  const session = await phone.page.context().newCDPSession(phone.page);
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: sight });
}

/** Cells a side of what is compared. */
const side = 24;

/** The light of something on screen, 0 … 1, cell by cell, whatever its size; linear, so that contrasts can be had of it. */
export async function lightOf(phone: Phone, thing: Locator): Promise<number[]> {
  const picture = (await thing.first().screenshot({ animations: 'disabled' })).toString('base64');
  return phone.page.evaluate(
    async ({ png, cells }) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(cells, cells).getContext('2d');
      if (!context) throw new Error('there is no canvas to compare on');
      context.drawImage(bitmap, 0, 0, cells, cells);
      const { data } = context.getImageData(0, 0, cells, cells);
      const linear = (part = 0): number => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      return Array.from(
        { length: cells * cells },
        (_, at) =>
          0.2126 * linear(data[at * 4]) + 0.7152 * linear(data[at * 4 + 1]) + 0.0722 * linear(data[at * 4 + 2]),
      );
    },
    { png: picture, cells: side },
  );
}

export const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** The share of cells in which one stands out and the other does not, each from its own ground: what a shape tells without colour. */
export function differenceOfShape(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [shapeOf(one), shapeOf(other)];
  return first.filter((isDrawn, at) => isDrawn !== second[at]).length / first.length;
}

function shapeOf(light: readonly number[]): boolean[] {
  const [ground = 1] = light;
  return light.map((cell) => contrast(cell, ground) > 1.5);
}
