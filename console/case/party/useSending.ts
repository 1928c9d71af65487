import { useState } from 'react';
import { useSendMessage } from '../../api/commands.ts';
import type { NewMessage } from '../../api/types.ts';
import { randomWord } from '../../session/random.ts';

/** A message without its key. */
type Unkeyed = NewMessage extends infer M ? (M extends NewMessage ? Omit<M, 'key'> : never) : never;

/** Sends messages for one open dialogue: pressed again with the same contents, it is the same message, and is sent once. */
export function useSending(callbackId: string) {
  const { run, isPending, problem } = useSendMessage(callbackId);
  const [keys] = useState(() => new Map<string, string>());
  const send = (message: Unkeyed) => {
    const contents = JSON.stringify(message);
    const key = keys.get(contents) ?? randomWord();
    keys.set(contents, key);
    return run({ ...message, key });
  };
  return { send, isPending, problem };
}
