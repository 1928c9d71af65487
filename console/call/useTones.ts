import { useRef, useState } from 'react';
import type { InCall } from '../api/call-commands.ts';
import { useSendDigits } from '../api/call-commands.ts';
import type { ProblemError } from '../api/problem.ts';
import { MOST_TONES } from './tones.ts';

interface Tones {
  /** Has the customer hear them after those that were pressed before. */
  readonly press: (tones: string) => void;
  /** What was pressed since the keypad was opened. */
  readonly pressed: string;
  /** Puts that out of sight. */
  readonly forget: () => void;
  readonly isPending: boolean;
  readonly problem: ProblemError | null;
}

/** Keeps tones in the order in which they were pressed: one request at a time, the next one with all that was pressed meanwhile. */
export function useTones(callback: InCall): Tones {
  const { run, isPending, problem, clear } = useSendDigits(callback);
  const [pressed, setPressed] = useState('');
  const waiting = useRef('');
  const isSending = useRef(false);
  const sendAll = async () => {
    if (isSending.current) return;
    isSending.current = true;
    while (waiting.current !== '') {
      const next = waiting.current.slice(0, MOST_TONES);
      waiting.current = waiting.current.slice(MOST_TONES);
      // What was refused, and whatever was to follow it, is not heard: half of a number helps nobody.
      if ((await run(next)) === null) waiting.current = '';
    }
    isSending.current = false;
  };
  const press = (tones: string) => {
    waiting.current += tones;
    setPressed((before) => before + tones);
    void sendAll();
  };
  const forget = () => {
    setPressed('');
    clear();
  };
  return { press, pressed, forget, isPending, problem };
}
