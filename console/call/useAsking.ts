import { useCombobox } from '@mantine/core';
import { useRef, useState } from 'react';
import type { InvitationPurpose } from '../../domain/call/call.ts';
import type { InCall } from '../api/call-commands.ts';
import { useInvite } from '../api/call-commands.ts';
import { useFormats } from '../formats/useFormats.ts';
import { entriesOf, entryOf, keysOf } from './entries.ts';
import { useChosenLine } from './useChosenLine.ts';
import { useDirectory } from './useDirectory.ts';

/** The directory while somebody is looked for in it: what is typed, who is found, and asking one of them in. */
export function useAsking(callback: InCall, purpose: InvitationPurpose, onAsked: () => void) {
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const { found, contacts, isAnswered } = useDirectory(typed);
  const { run, isPending, problem, clear } = useInvite(callback);
  const list = useCombobox({ opened: true });
  const place = useRef<HTMLDivElement>(null);
  const entries = entriesOf(found.data, contacts, formats.e164(typed));
  // Until the directory is read, its lines are not drawn: there is none to choose yet. A number that is typed stands first at once.
  const keys = found.data === undefined ? '' : keysOf(entries);
  useChosenLine(list, { place, keys, answered: isAnswered || entries.numbers.length > 0 ? typed : null });
  const ask = async (key: string) => {
    const entry = entryOf(entries, key);
    if (!entry?.canBeAsked || isPending) return;
    setAsked(key);
    if ((await run({ purpose, target: entry.target })) !== null) onAsked();
  };
  const type = (text: string) => {
    setTyped(text);
    clear();
  };
  return { typed, type, found, entries, list, place, ask, asked: isPending ? asked : null, problem };
}
