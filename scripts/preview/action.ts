/** What an action finds: the page that the phone shows, and the cloud as phones and clocks reach it. */
export interface ActionScene {
  /** Page with query. */
  path: string;
  /** Calls a cloud function as somebody. Throws a sentence where it does not answer. */
  call: (caller: string, name: string, event: object) => Promise<unknown>;
  /** Fires a timer now, as its time would. Throws a sentence where it fails. */
  fireTimer: (name: string) => Promise<void>;
}

/**
 * Something that the panel offers to do beside the phone, given by who starts the preview: the preview itself knows
 * no product.
 */
export interface PreviewAction {
  /** Of a–z and hyphens. */
  id: string;
  /** What its button says. */
  label: string;
  /**
   * @param tell says how far it is
   * @returns what it came to. Throws a sentence for whoever pressed the button where it cannot be done.
   */
  perform: (scene: ActionScene, tell: (progress: string) => void) => Promise<string>;
}

/** A line of the answer while an action runs; the last is `done` or `problem`. */
export type ActionLine = { kind: 'progress' | 'done' | 'problem'; text: string };
