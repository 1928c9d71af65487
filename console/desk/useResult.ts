import { useState } from 'react';
import type { Case } from '../api/types.ts';
import { useLeft } from './useLeft.ts';

/** What became of a case, and its id where that was seen from outside. */
interface Told {
  readonly words: string;
  readonly leftId: string | null;
}

interface Result {
  /** What became of the last case in hand; null: nothing to be told. */
  readonly result: string | null;
  /** The case that has left the desk without its agent's doing; null: none has, or another is in hand. */
  readonly leftId: string | null;
  readonly setResult: (result: string) => void;
}

/**
 * What became of the case that was in hand last. It is forgotten when another comes into hand: what became of one customer is never
 * read as another's. What an agent did themselves is told before what is seen from outside.
 */
export function useResult(live: Case | null): Result {
  const [told, setTold] = useState<Told | null>(null);
  const [setResult] = useState(() => (words: string) => setTold({ words, leftId: null }));
  const [sayUnlessTold] = useState(() => (words: string, leftId: string | null) => setTold((before) => before ?? { words, leftId }));
  const [inHandId, setInHandId] = useState(live?.id);
  if (live?.id !== inHandId) {
    setInHandId(live?.id);
    if (live !== null) setTold(null);
  }
  useLeft(live, sayUnlessTold);
  return { result: told?.words ?? null, leftId: told?.leftId ?? null, setResult };
}
