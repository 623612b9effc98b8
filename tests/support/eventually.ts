/** Waits until what is expected comes true: for what the cloud does in its own time. @throws the last failure, after 5 s */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (failure) {
      if (Date.now() > deadline) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
