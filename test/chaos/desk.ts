import { createUser } from '../../api/auth/users.ts';
import type { Desk as DeskView } from './picture.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import { renewLease, setWish } from '../../store/agent/presence.ts';
import type { Installation } from './installation.ts';
import { eventually } from './line.ts';

const PASSWORD = 'correct horse battery';
const TAB = 'the-only-tab';
const SHIFT_MS = 3_600_000;

/** An agent with a telephone, and the console as far as it is the API's. */
export interface Desk {
  readonly id: string;
  /** Their telephone. */
  readonly endpoint: string;
  /**
   * Says something to the API as this agent. Where it is not known whether it took effect (503) it is said again, as people do; that
   * it is refused then (409, or 404 for what is in other hands by now) means that it had.
   */
  say(path: string, body: object, method?: 'POST' | 'PUT'): Promise<void>;
  /** What the console shows. */
  read(): Promise<DeskView>;
  /** The console dies without a word, and so long ago that its lease has lapsed. */
  vanish(): Promise<void>;
  reopen(): Promise<void>;
}

/** Agents who have signed in; Ready, or logged in without being offered anything. */
export async function openDesks(ringback: Installation, kind: 'agent' | 'guest', count: number): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (let n = 1; n <= count; n += 1) {
    const endpoint = `+815099${kind === 'agent' ? 8 : 7}${String(n).padStart(3, '0')}00`;
    const desk = await openDesk(ringback, `${kind}-${n}`, endpoint);
    if (kind === 'agent') await setWish(ringback.store.db, { agentId: desk.id, channel: 'voice', wish: 'ready', reason: null });
    desks.push(desk);
  }
  return desks;
}

async function openDesk({ auth, store, url }: Installation, name: string, endpoint: string): Promise<Desk> {
  const { db } = store;
  const email = `${name}@example.com`;
  const id = await createUser(auth, { email, password: PASSWORD, name, role: 'agent' });
  await saveAgent(db, { id, name, endpoint, languages: ['ja'], mayPhone: true, routeIds: ['billing'] });
  const send = (path: string, method: string, cookie: string, body?: object): Promise<Response> =>
    fetch(url + path, { method, headers: { 'content-type': 'application/json', cookie }, ...(body && { body: JSON.stringify(body) }) });
  const signedIn = await send('/auth/sign-in/email', 'POST', '', { email, password: PASSWORD });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const lease = async (leaseMs: number) => void (await renewLease(db, { agentId: id, tabId: TAB, leaseMs }));
  const desk: Desk = {
    id,
    endpoint,
    async say(path, body, method = 'POST') {
      let times = 0;
      const once = (): Promise<Response> => {
        times += 1;
        return send(path, method, cookie, body);
      };
      const answer = await eventually(once, ({ status }) => status !== 503, 60_000);
      const hadTaken = times > 1 && (answer.status === 409 || answer.status === 404);
      if (!answer.ok && !hadTaken) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    },
    async read() {
      const answer = await send('/v1/me/desk', 'GET', cookie);
      if (!answer.ok) throw new Error(`The desk answers ${answer.status}: ${await answer.text()}`);
      return answer.json() as Promise<DeskView>;
    },
    vanish: () => lease(0),
    reopen: () => lease(SHIFT_MS),
  };
  await desk.reopen();
  return desk;
}
