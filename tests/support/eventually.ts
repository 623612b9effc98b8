import { patience } from './patience';

/**
 * Waits until what is expected comes true: for what the cloud does in its own time.
 * @param look throws while it has not
 * @returns what it saw at last
 * @throws its last failure, when patience ends
 */
export async function eventually<Seen>(look: () => Seen | Promise<Seen>): Promise<Seen> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await look();
    } catch (failure) {
      if (performance.now() > deadline) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
