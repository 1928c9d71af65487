import type { Guest, Party } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';

/** How numbers are written for this viewer. */
type WriteNumber = (e164: string) => string;

/** What somebody outside is called: by name, else by number. */
function outsideName({ name, number }: Pick<Party, 'name' | 'number'>, write: WriteNumber, t: Translate): string {
  return name?.trim() || (number === null ? t('call.target') : write(number));
}

/** Whom a line of the timeline is about, as the viewer writes it: a name stays, a number is written in their way. */
export function whomName(whom: string, { e164, number }: { readonly e164: (written: string) => string | null; readonly number: WriteNumber }): string {
  return e164(whom) === whom ? number(whom) : whom;
}

/** Who was asked in: the agent, with the route they were found in; the route while nobody is found; or whoever is outside. */
export function guestName(guest: Pick<Guest, 'agent' | 'kind' | 'name' | 'number'>, write: WriteNumber, t: Translate): string {
  const { agent, kind, name } = guest;
  if (agent === null) return outsideName(guest, write, t);
  return kind === 'route' ? t('guest.ofRoute', { name: agent.name, route: name }) : agent.name;
}

interface Seen {
  readonly party: Party;
  /** Whom the customer is called. */
  readonly customer: string;
  readonly viewerId: string;
  readonly write: WriteNumber;
  readonly t: Translate;
}

/** What a party is called to whoever looks at it. */
export function partyName({ party, customer, viewerId, write, t }: Seen): string {
  if (party.role === 'customer') return customer;
  if (party.agent?.id === viewerId) return t('call.you');
  return party.agent?.name ?? outsideName(party, write, t);
}

/** How a party takes part at this moment, as the network says. */
export function partyState({ isRinging, isInCall, isOnHold, isMuted, coaches, role }: Party): 'ringing' | 'connecting' | 'onHold' | 'coaches' | 'listens' | 'muted' | 'inCall' {
  if (isRinging) return 'ringing';
  if (!isInCall) return 'connecting';
  if (isOnHold) return 'onHold';
  if (coaches !== null) return 'coaches';
  if (isMuted) return role === 'supervisor' ? 'listens' : 'muted';
  return 'inCall';
}
