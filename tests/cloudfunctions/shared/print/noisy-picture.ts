import { PNG } from 'pngjs';

/** A square picture in grey that no compression makes smaller, so that it weighs what its pixels do. @param seed another, another picture */
export function noisyPicture(side: number, seed: number): Uint8Array {
  const png = new PNG({ width: side, height: side, colorType: 0 });
  let state = seed * 2_654_435_761 + 1;
  for (let pixel = 0; pixel < side * side; pixel++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    png.data.fill(state >>> 24, 4 * pixel, 4 * pixel + 3);
    png.data[4 * pixel + 3] = 255;
  }
  return PNG.sync.write(png, { colorType: 0, deflateLevel: 0, filterType: 0 });
}
