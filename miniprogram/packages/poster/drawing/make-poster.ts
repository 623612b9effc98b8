import { cloudPicture, openSheet } from '../../../phone/canvas';
import { codeOf } from '../../../services/spread';
import type { Failure } from '../../../services/cloud';
import type { Poster } from './poster';
import { drawPoster } from './draw-poster';
import { posterScale, posterSize } from './poster-layout';

/** What a poster is drawn from. */
export interface PosterOrder {
  pollId: string;
  /** Absent for the poll's own. */
  candidateId?: string;
  /** Whoever scans it is counted under this. */
  channel: string;
  poster: Poster;
  /** A cloud file id; '' for none. */
  picture: string;
}

/** A temporary PNG; or why there is none, `drawing` where the phone itself did not manage. */
export type MadePoster = { ok: true; file: string } | { ok: false; error: Failure | 'drawing' };

export async function makePoster({ poster, picture, ...code }: PosterOrder): Promise<MadePoster> {
  const answer = await codeOf(code);
  if (!answer.ok) return answer;
  try {
    const size = { width: posterSize.width * posterScale, height: posterSize.height * posterScale };
    const sheet = openSheet(size);
    const [drawn, scene] = await Promise.all([cloudPicture(sheet, answer.data.file), cloudPicture(sheet, picture)]);
    if (drawn === null) return { ok: false, error: { code: 'OFFLINE', message: 'the code did not come' } };
    drawPoster(sheet.pen, poster, drawn, scene);
    return { ok: true, file: await sheet.toFile('png') };
  } catch {
    // An old phone may have too little memory for the canvas.
    return { ok: false, error: 'drawing' };
  }
}
