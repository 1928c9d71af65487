import type { Draft } from './draft-keeper.ts';

/** What was typed and is not known to be on the server, with the notes that may be stored there. */
export interface Unsaved {
  readonly draft: Draft;
  readonly seenNotes: readonly string[];
}

/** Where a draft is kept until the server has it. */
export interface DraftBackup {
  read(): Unsaved | null;
  /** @param unsaved null: the server has everything */
  write(unsaved: Unsaved | null): void;
}

const PREFIX = 'ringback-draft';

/**
 * The draft of a callback in this tab's own storage: it outlives a reload and a crash of the browser, also while the server is away. Each
 * agent finds their own.
 */
export function draftBackup(agentId: string, callbackId: string, storage: Storage = sessionStorage): DraftBackup {
  const key = [PREFIX, agentId, callbackId].join(' ');
  return {
    read: () => parsed(storage.getItem(key)),
    write: (unsaved) => {
      if (unsaved === null) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(unsaved));
    },
  };
}

/** The callbacks of which this tab still has something typed by this agent. */
export function backedUp(agentId: string, storage: Storage = sessionStorage): string[] {
  return Object.keys(storage).flatMap((key) => {
    const [prefix, agent, callbackId] = key.split(' ');
    return prefix === PREFIX && agent === agentId && callbackId !== undefined ? [callbackId] : [];
  });
}

function parsed(stored: string | null): Unsaved | null {
  return stored === null ? null : (JSON.parse(stored) as Unsaved);
}
