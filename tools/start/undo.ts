/** What has been begun and must be ended, in the opposite order. */
export interface Undo {
  /** Remembers how to end what has just begun. */
  add(name: string, end: () => Promise<void> | void): void;
  /** Ends everything, the youngest first; a part that fails to end does not keep the others. Further calls change nothing. */
  all(): Promise<void>;
}

/** @param onFailure told of a part that could not be ended */
export function createUndo(onFailure: (name: string, error: unknown) => void): Undo {
  const begun: { name: string; end: () => Promise<void> | void }[] = [];
  let ending: Promise<void> | null = null;
  const endAll = async () => {
    for (let last = begun.pop(); last; last = begun.pop()) {
      try {
        await last.end();
      } catch (error) {
        onFailure(last.name, error);
      }
    }
  };
  return {
    add: (name, end) => void begun.push({ name, end }),
    all: () => (ending ??= endAll()),
  };
}
