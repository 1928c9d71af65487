import { readAgent } from '../../store/agent/agents.ts';
import { seesAll } from '../auth/caller.ts';
import { hasPassword as readHasPassword } from '../auth/users.ts';
import { endpoint } from '../endpoint.ts';
import { readMe } from '../operations/desk.ts';
import { forbidden } from '../problems.ts';
import { telephoneOf } from '../telephone.ts';

export const readMeEndpoint = endpoint(readMe)(async ({ deps, caller }) => {
  if (caller.type === 'machine') throw forbidden('not_a_person', 'A machine has no place of its own here.');
  const { id, name, email, role, isAgent, mayPhone } = caller;
  const centre = { timeZone: deps.config.centreTimeZone };
  const phone = deps.sandboxUrl !== null && (mayPhone || seesAll(caller));
  const agent = isAgent && mayPhone ? await readAgent(deps.store.db, id) : null;
  const telephone = agent && telephoneOf(deps, agent.endpoint);
  const hasPassword = await readHasPassword(deps.store.db, id);
  const mail = deps.mail !== null;
  const serverTime = new Date().toISOString();
  return { status: 200, body: { id, name, email, role, isAgent, mayPhone, hasPassword, centre, mail, phone, telephone, serverTime } };
});
