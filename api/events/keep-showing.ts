/**
 * Shows something anew whenever it has changed. One reading after the other, so that an earlier one never comes last; whatever changes
 * during a reading is one reading more. When one fails, `failed` is told, and the next change is read again.
 *
 * @returns how to say that it has changed
 */
export function keepShowing<T>(given: { read: () => Promise<T>; show: (read: T) => Promise<void>; failed: (error: unknown) => void }): () => void {
  let isBehind = false;
  let isReading = false;

  async function catchUp(): Promise<void> {
    isReading = true;
    try {
      while (isBehind) {
        isBehind = false;
        await given.show(await given.read());
      }
    } catch (error) {
      given.failed(error);
    } finally {
      isReading = false;
    }
  }

  return () => {
    isBehind = true;
    if (!isReading) void catchUp();
  };
}
