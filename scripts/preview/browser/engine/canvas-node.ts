import { urlOfFile } from '../files/file-url';

/** What a browser's canvas has and WeChat's has not: code that relies on it fails here as it would there. */
const absent = [
  ...['nodeType', 'nodeName', 'tagName', 'ownerDocument', 'parentNode', 'parentElement', 'children', 'childNodes'],
  ...['style', 'classList', 'className', 'clientWidth', 'clientHeight', 'offsetWidth', 'offsetHeight', 'innerHTML'],
  ...['addEventListener', 'removeEventListener', 'dispatchEvent', 'getBoundingClientRect', 'appendChild', 'remove'],
  ...['setAttribute', 'getAttribute', 'querySelector', 'closest', 'isConnected', 'captureStream', 'toBlob'],
];

/** Makes a canvas of the browser what `SelectorQuery.node()` and `wx.createOffscreenCanvas` give page code. */
export function asCanvasNode(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const given: Record<string, unknown> = {
    createImage: makeImage,
    createImageData: (...size: [number, number]) => new ImageData(...size),
    createPath2D: (path?: Path2D | string) => new Path2D(path),
    requestAnimationFrame: (act: FrameRequestCallback) => requestAnimationFrame(act),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  };
  for (const name of absent) Object.defineProperty(canvas, name, { value: undefined });
  for (const [name, value] of Object.entries(given)) Object.defineProperty(canvas, name, { value });
  return canvas;
}

/** A picture to draw, whose source may be any path that WeChat takes; ids of cloud storage are none of them. */
function makeImage(): HTMLImageElement {
  const image = new Image();
  const set = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')?.set;
  let source = '';
  Object.defineProperty(image, 'src', {
    get: () => source,
    set(value: string) {
      source = value;
      set?.call(image, value.startsWith('cloud://') ? '/files/gone' : urlOfFile(value));
    },
  });
  return image;
}
