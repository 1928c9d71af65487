/** Runs tasks with the same key one after the other, and different keys side by side. Tasks must not throw. */
export interface Queues {
  add(key: string, task: () => Promise<unknown>): void;
  /** Resolves when everything that was added has run. */
  idle(): Promise<void>;
}

/** Queues without any task. */
export function createQueues(): Queues {
  const tails = new Map<string, Promise<unknown>>();
  return {
    add(key, task) {
      const tail = (tails.get(key) ?? Promise.resolve()).then(task);
      tails.set(key, tail);
      void tail.finally(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
