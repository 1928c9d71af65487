import { seesAll } from '../auth/caller.ts';
import { endpoint } from '../endpoint.ts';
import { readMe } from '../operations/desk.ts';
import { forbidden } from '../problems.ts';

export const readMeEndpoint = endpoint(readMe)(async ({ deps, caller }) => {
  if (caller.type === 'machine') throw forbidden('not_a_person', 'A machine has no place of its own here.');
  const { id, name, email, role, isAgent, mayPhone } = caller;
  const centre = { timeZone: deps.config.centreTimeZone };
  const phone = deps.sandboxUrl !== null && (mayPhone || seesAll(caller));
  return { status: 200, body: { id, name, email, role, isAgent, mayPhone, centre, phone, serverTime: new Date().toISOString() } };
});
