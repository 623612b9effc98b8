import { asCanvasNode } from '../engine/canvas-node';
import { phoneFiles } from '../files/phone-files';
import { asynchronous, Failure, synchronous } from './answer';

interface OffscreenOptions {
  type?: string;
  width?: number;
  height?: number;
}

interface ExportOptions {
  canvas?: unknown;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  destWidth?: number;
  destHeight?: number;
  fileType?: 'png' | 'jpg';
  quality?: number;
}

export function canvasFunctions(): Record<string, unknown> {
  return {
    createOffscreenCanvas: synchronous('createOffscreenCanvas', (options?: OffscreenOptions | number) => {
      const { type, width, height } = typeof options === 'object' ? options : {};
      // Without a type WeChat makes one for WebGL.
      if (type !== '2d') throw new Failure('the preview offers type "2d" only');
      const canvas = document.createElement('canvas');
      if (width !== undefined) canvas.width = width;
      if (height !== undefined) canvas.height = height;
      return asCanvasNode(canvas);
    }),
    canvasToTempFilePath: asynchronous('canvasToTempFilePath', exportCanvas),
    createCanvasContext: synchronous('createCanvasContext', (): never => {
      throw new Failure('the preview offers <canvas type="2d"> only');
    }),
  };
}

async function exportCanvas(options: ExportOptions): Promise<object> {
  const { canvas, x = 0, y = 0, fileType = 'png', quality = 1 } = options;
  if (!(canvas instanceof HTMLCanvasElement)) throw new Failure('fail canvas is empty');
  const width = options.width ?? canvas.width - x;
  const height = options.height ?? canvas.height - y;
  const target = document.createElement('canvas');
  target.width = Math.round(options.destWidth ?? width * window.devicePixelRatio);
  target.height = Math.round(options.destHeight ?? height * window.devicePixelRatio);
  const context = target.getContext('2d');
  if (!context || target.width === 0 || target.height === 0) throw new Failure('fail canvas is empty');
  const isPhoto = fileType === 'jpg';
  if (isPhoto) {
    // JPEG has no transparency: without this, what is clear would be black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, target.width, target.height);
  }
  context.drawImage(canvas, x, y, width, height, 0, 0, target.width, target.height);
  const blob = await new Promise<Blob | null>((resolve) =>
    target.toBlob(resolve, isPhoto ? 'image/jpeg' : 'image/png', quality > 0 && quality <= 1 ? quality : 1),
  );
  if (!blob) throw new Failure('fail canvas is empty');
  return { tempFilePath: phoneFiles.addTemporary(new Uint8Array(await blob.arrayBuffer()), isPhoto ? 'jpg' : 'png') };
}
