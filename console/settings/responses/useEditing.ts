import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ProblemError } from '../../api/problem.ts';
import type { Chosen } from '../../responses/nodes.ts';
import { pageOf } from './places.ts';

/** Something that is stored, or about to be. */
interface Stored {
  readonly id: string;
  readonly version: number;
}

export interface Editing<Given> {
  readonly given: Given;
  readonly change: (part: Partial<Given>) => void;
  readonly hasChanges: boolean;
  /** Somebody else has saved it since it was read here, and there are changes of one's own. */
  readonly isBehind: boolean;
  readonly isSaved: boolean;
  readonly isPending: boolean;
  readonly problem: ProblemError | null;
  readonly save: () => Promise<void>;
  /** Goes back to what is stored. */
  readonly discard: () => void;
  /** One's own changes are saved over what somebody else has. */
  readonly saveOver: () => Promise<void>;
}

interface EditingOf<S extends Stored, Given> {
  readonly kind: Chosen['kind'];
  /** Null: it is new. */
  readonly stored: S | null;
  readonly givenOf: (stored: S | null) => Given;
  readonly change: {
    readonly run: (given: { stored: Stored | null; given: Given }) => Promise<S | null>;
    readonly isPending: boolean;
    readonly problem: ProblemError | null;
    readonly clear: () => void;
  };
}

/**
 * What is being written of a category or response: kept while somebody else saves theirs, told of it then, and never written over theirs
 * unasked. What is new leads to its own page once it is made.
 */
export function useEditing<S extends Stored, Given>({ kind, stored, givenOf, change }: EditingOf<S, Given>): Editing<Given> {
  const [, go] = useLocation();
  const [{ base, given, version }, setState] = useState(() => begin(stored));
  const [isSaved, setSaved] = useState(false);
  const hasChanges = !isSaved && JSON.stringify(given) !== JSON.stringify(base);
  const isNewer = stored !== null && stored.version > version;
  if (isNewer && !hasChanges && !change.isPending) setState(begin(stored));

  const saveFrom = async (from: Stored | null) => {
    const answer = await change.run({ stored: from, given });
    if (answer === null) return;
    setState(begin(answer));
    setSaved(true);
    // After the guard has heard that there is nothing unsaved any more.
    if (from === null) setTimeout(() => go(pageOf({ kind, id: answer.id })));
  };
  return {
    given,
    change: (part) => {
      change.clear();
      setSaved(false);
      setState((state) => ({ ...state, given: { ...state.given, ...part } }));
    },
    hasChanges,
    isBehind: isNewer && hasChanges && !change.isPending,
    isSaved,
    isPending: change.isPending,
    problem: change.problem,
    save: () => saveFrom(stored && { id: stored.id, version }),
    discard: () => {
      change.clear();
      setState(begin(stored));
    },
    saveOver: () => saveFrom(stored),
  };

  function begin(from: S | null) {
    const start = givenOf(from);
    return { base: start, given: start, version: from?.version ?? 0 };
  }
}
