import { PNG } from 'pngjs';

/** A picture that compresses as badly as a photo. */
export function drawPhoto(width: number, height: number): Buffer {
  const picture = new PNG({ width, height });
  for (let at = 0; at < picture.data.length; at += 1) {
    const column = (at >> 2) % width;
    const row = Math.floor((at >> 2) / width);
    picture.data[at] = at % 4 === 3 ? 255 : (column * 3 + row * 5 + ((at * 7919) % 23)) & 255;
  }
  return PNG.sync.write(picture);
}
