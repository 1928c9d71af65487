import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAgain, showDesk } from './keep-current.ts';
import { setLive } from './live.ts';
import { Refresher } from './refresher.ts';
import type { components } from './schema.gen.ts';
import type { Desk, Me } from './types.ts';

const GATHER_MS = 20;
const LIST_GATHER_MS = 1_000;
/** An event source that gave up (the server answered, but not with a stream) is opened anew after this long. */
const REOPEN_MS = 3_000;

/** Follows the event stream: on connecting everything is read, after that what it is told of. The desk comes by the stream itself. */
export function useHints(): void {
  const queries = useQueryClient();
  useEffect(() => followHints(queries), [queries]);
}

function followHints(queries: QueryClient): () => void {
  const soon = new Refresher((names) => Promise.all(names.map((name) => readAgain(queries, { queryKey: name.split(' ') }))), GATHER_MS, 0);
  const close = openStream({
    begun: () => void readAgain(queries, { predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
    resumed: () => void readAgain(queries, {}),
    change: takeHints(queries, soon),
    desk: (desk) => showDesk(queries, desk, () => soon.hint('desk')),
  });
  return () => {
    close();
    setLive(false);
  };
}

/** What a hint makes the console read: the one case soon, lists at most once a second. */
function takeHints(queries: QueryClient, soon: Refresher): (hint: components['schemas']['ChangeHint']) => void {
  const calmly = new Refresher((names) => Promise.all(names.map((name) => readAgain(queries, { queryKey: [name] }))), LIST_GATHER_MS);
  return ({ callbackId, agentId, routeId, contactId }) => {
    if (callbackId !== undefined) soon.hint(`case ${callbackId}`);
    if (callbackId !== undefined) calmly.hint('callbacks');
    if (agentId !== undefined) for (const name of ['agents', 'accounts', 'teams', 'directory']) calmly.hint(name);
    // What one may do may be something else from now on.
    if (agentId !== undefined && agentId === queries.getQueryData<Me>(['me'])?.id) calmly.hint('me');
    calmly.hint('wallboard', 'live-calls');
    if (contactId !== undefined) calmly.hint('contacts');
    if (routeId !== undefined) calmly.hint('routes', 'audit');
    // What a desk says of routes and contacts is not whose desk it is: nobody sends it for these.
    if (contactId !== undefined || routeId !== undefined) soon.hint('desk');
  };
}

interface Listener {
  /** The stream has begun: who one is was read just now, since nobody has a stream before that. */
  readonly begun: () => void;
  /** It has begun once more: anything may have changed meanwhile, also what one may do. */
  readonly resumed: () => void;
  readonly change: (hint: components['schemas']['ChangeHint']) => void;
  readonly desk: (desk: Desk) => void;
}

function openStream(listener: Listener): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  let greet = () => {
    greet = listener.resumed;
    listener.begun();
  };
  const open = () => {
    source = new EventSource('/v1/events?desk=true');
    source.addEventListener('open', () => setLive(true));
    source.addEventListener('hello', () => greet());
    source.addEventListener('change', ({ data }) => listener.change(JSON.parse(data)));
    source.addEventListener('desk', ({ data }) => listener.desk(JSON.parse(data)));
    source.addEventListener('error', () => {
      setLive(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, REOPEN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
