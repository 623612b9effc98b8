import type { ActionScene } from './action';

/** What a view finds: the page that the phone shows and whose phone it is, and the cloud as that person reaches it. */
export interface ViewScene extends Pick<ActionScene, 'path' | 'call'> {
  /** Name of the person. */
  person: string;
}

/** What a view shows: a sentence, and figures in rows under it. */
export interface Seen {
  text: string;
  rows?: readonly {
    name: string;
    figure: string;
    /** How far the row is tinted, 0 to 1. */
    share: number;
  }[];
}

/** Something of the cloud that the panel shows beside the phone and asks for every other second, given by who starts the preview. */
export interface PreviewView {
  /** Of a–z and hyphens. */
  id: string;
  title: string;
  /** Throws a sentence where there is nothing to be seen. */
  look: (scene: ViewScene) => Promise<Seen>;
}
