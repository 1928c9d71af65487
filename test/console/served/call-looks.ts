import type { Page } from 'playwright-core';
import { askedInOf, consulted, CUSTOMER, directory, guestOf, joinedOf, ME, MORI_HERE, partyOf, talking, WAITING } from './calls.ts';
import type { Look } from './look.ts';
import { AOKI, deskOf, minutesFromNow, MORI, row } from './people.ts';
import type { ServedConsole } from './served-console.ts';

const callbacks = [row({ id: 'm1', name: 'Sato Ren' }), row({ id: 'm2', name: 'Suzuki Aoi', dueAt: minutesFromNow(35), attemptsPlaced: 2 })];
const event = (type: 'held' | 'invited' | 'invitation_ended', minutes: number, data = {}, whom: string | null = null) =>
  ({ key: `${type} ${minutes}`, type, at: minutesFromNow(minutes), actor: { type: 'user' as const, ...AOKI }, whom, hungUpBy: null, status: null, data });

function inCall(call: Parameters<typeof talking>[0], given: Parameters<typeof talking>[1] = {}): (served: ServedConsole) => void {
  return ({ known }) => {
    known.directory = directory;
    known.desk = deskOf({ callbacks, live: talking(call, given), presence: { presence: 'busy', channels: [] } });
  };
}

const press = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
  await page.waitForTimeout(500);
};

/** The agent's side of a running conversation, in each of its states. */
export const CALL_LOOKS: readonly Look[] = [
  { name: 'call-connected', path: '/desk', arrange: inCall({ recording: { wanted: 'on', known: 'on', allowed: 'always' } }) },
  { name: 'call-on-hold', path: '/desk', arrange: inCall({ isOnHold: true, parties: [ME, WAITING], helpWanted: true }, { timeline: [event('invited', -3, { purpose: 'transfer' }, 'Kato Jun'), event('invitation_ended', -2, { purpose: 'transfer', end: 'refused' }, 'Kato Jun'), event('held', -1)] }) },
  { name: 'call-not-come', path: '/desk', arrange: inCall({}, { timeline: [event('invited', -3, { purpose: 'transfer' }, 'Kato Jun'), event('invitation_ended', -2, { purpose: 'transfer', end: 'refused' }, 'Kato Jun')] }) },
  { name: 'call-not-come-bar', path: '/callbacks', arrange: inCall({}, { timeline: [event('invited', -3, { purpose: 'transfer' }, '+81312345678'), event('invitation_ended', -2, { purpose: 'transfer', end: 'no_answer' }, '+81312345678')] }) },
  { name: 'call-asked', path: '/desk', arrange: inCall({ isOnHold: true, isSettled: false, parties: [ME, CUSTOMER], guest: guestOf({ purpose: 'transfer', kind: 'route', name: 'Sales' }) }) },
  { name: 'call-consulting', path: '/desk', arrange: inCall(consulted()) },
  { name: 'call-conference', path: '/desk', arrange: inCall({ heir: MORI, parties: [ME, CUSTOMER, MORI_HERE, partyOf({ label: 'target-2-3', number: '+81312345678', isRinging: true }), partyOf({ label: 'supervisor-2-4', role: 'supervisor', agent: { id: 's', name: 'Hayashi Mei' }, isMuted: true })] }) },
  { name: 'call-handing-over', path: '/desk', arrange: inCall({ isLetGo: true, isSettled: false, parties: [ME, CUSTOMER, partyOf({ label: 'target-2-2', number: '+81312345678' })] }) },
  { name: 'call-directory', path: '/desk', arrange: inCall({}), act: press('Alt+t') },
  { name: 'call-keypad', path: '/desk', arrange: inCall({}), act: async (page) => { await press('Alt+k')(page); await page.keyboard.type('+81 (90) 12'); } },
  { name: 'call-refused', path: '/desk', arrange: (served) => { inCall({})(served); served.known.refusals.set('POST /v1/callbacks/live/hold', { type: 'about:blank', title: 'Refused', status: 409, code: 'somebody_is_asked', detail: 'Somebody else is asked or consulted: swap, or end that first.' }); }, act: press('Alt+h') },
  { name: 'call-live-bar', path: '/callbacks', arrange: inCall({ isOnHold: true, parties: [ME, WAITING], guest: guestOf({ phase: 'ringing', label: 't', deadlineAt: null }) }) },
  { name: 'call-asked-in', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks, askedIn: askedInOf({ purpose: 'transfer' }) }); } },
  { name: 'call-asked-in-banner', path: '/callbacks', arrange: ({ known }) => { known.desk = deskOf({ askedIn: askedInOf() }); } },
  { name: 'call-joined', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks, joined: joinedOf({ guest: guestOf({ agent: AOKI, phase: 'here', label: 'target-2-2', deadlineAt: null, isTalkedTo: true }) }), presence: { presence: 'busy', channels: [] } }); } },
  { name: 'call-parked', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks, joined: joinedOf({ guest: guestOf({ agent: AOKI, phase: 'here', label: 'target-2-2', deadlineAt: null }), parties: [CUSTOMER, partyOf({ label: 'target-2-2', agent: AOKI, isOnHold: true })] }), presence: { presence: 'busy', channels: [] } }); } },
  { name: 'call-ended', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks, live: talking({}, { call: null, status: 'wrap_up', lastOutcome: 'answered', timeline: [{ key: 'end', type: 'attempt_ended', at: minutesFromNow(0), actor: { type: 'user', ...MORI }, whom: null, hungUpBy: null, status: 'wrap_up', data: { attempt: 2, outcome: 'answered' } }] }) }); } },
];
