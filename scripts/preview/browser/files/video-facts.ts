import { Failure } from '../wx/answer';

export interface VideoFacts {
  /** Seconds. */
  duration: number;
  width: number;
  height: number;
  /** A JPEG of the first moment; empty where the browser could not draw it. */
  thumbnail: Uint8Array<ArrayBuffer>;
}

const patienceMs = 10_000;

/** What a player learns from a video file. @throws when it cannot be played */
export async function videoFacts(file: Blob): Promise<VideoFacts> {
  const player = document.createElement('video');
  player.muted = true;
  player.preload = 'auto';
  player.src = URL.createObjectURL(file);
  try {
    await new Promise<void>((resolve, reject) => {
      player.addEventListener('loadeddata', () => resolve());
      player.addEventListener('error', () => reject(new Failure('the video cannot be played')));
      window.setTimeout(() => reject(new Failure('the video cannot be read in time')), patienceMs);
    });
    const { duration, videoWidth: width, videoHeight: height } = player;
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    canvas.getContext('2d')?.drawImage(player, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    return { duration, width, height, thumbnail: new Uint8Array(await blob.arrayBuffer()) };
  } finally {
    URL.revokeObjectURL(player.src);
  }
}
