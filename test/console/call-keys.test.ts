import type { Locator } from 'playwright-core';
import type { Call, Case, Desk } from '../../console/api/types.ts';
import type { KEY_GROUPS } from '../../console/keyboard/keys.ts';
import { KEYS } from '../../console/keyboard/keys.ts';
import { consulted, CUSTOMER, directory, ME, MORI_HERE, talking } from './served/calls.ts';
import { agentMe, AOKI, deskOf, minutesFromNow, MORI, offerOf, row } from './served/people.ts';
import { eachInChromium, note, open, page, served, until, whenFocused, wrapUp } from './served/screen.ts';

eachInChromium();

type Group = 'everywhere' | 'case' | 'desk';
type Action = { [G in Group]: keyof (typeof KEY_GROUPS)[G] }[Group];

interface Pressed {
  /** The desk on which it is offered. */
  readonly desk: Partial<Desk>;
  /** Where its key stands. */
  readonly on: () => Locator;
  /** Waits for what a press does. */
  readonly does: () => Promise<unknown>;
}

const button = (name: string | RegExp) => () => page.getByRole('button', { name, exact: true });
const asked = (ending: string) => () => until(() => served.bodies('POST', ending), ({ length }) => length === 1);
const appears = (role: 'dialog' | 'group' | 'button', name: string) => () => page.getByRole(role, { name, exact: true }).waitFor();
const hasFocus = (field: () => Locator) => () => whenFocused(field());
const inCall = (call: Partial<Call> = {}, given: Partial<Case> = {}): Partial<Desk> => ({ live: talking(call, given) });
const offer = { ...offerOf(row({ id: 'offered', status: 'offered' })), deadlineAt: minutesFromNow(10) };
const disposition = () => page.getByRole('combobox', { name: 'Disposition' });
const label = (name: string) => () => page.locator('label').filter({ hasText: name });
const reading: Partial<Case> = { status: 'preview', offers: [{ offerId: 'o1', agent: AOKI, preview: false, offeredAt: minutesFromNow(-1), deadlineAt: null, end: 'accepted', endedAt: minutesFromNow(0) }] };

/** Every action of an offer, a case and its call: where its key stands, and what pressing it does. */
const ACTIONS: Readonly<Record<Action, Pressed>> = {
  accept: { desk: { offer }, on: button('Accept'), does: asked('/offered/accept') },
  reject: { desk: { offer }, on: button('Reject'), does: asked('/offered/reject') },
  end: { desk: inCall(), on: button('End'), does: asked('/live/hang-up') },
  hold: { desk: inCall(), on: button('Hold'), does: asked('/live/hold') },
  mute: { desk: inCall(), on: button('Mute'), does: appears('button', 'Unmute') },
  notReady: { desk: {}, on: button(/^Presence/), does: appears('group', 'Voice') },
  call: { desk: { live: wrapUp() }, on: button('Call again'), does: asked('/live/dial') },
  reschedule: { desk: inCall(), on: button('Reschedule'), does: appears('dialog', 'Reschedule') },
  party: { desk: inCall(), on: button('Party'), does: appears('button', 'Send SMS…') },
  giveBack: { desk: { live: wrapUp(reading) }, on: button('Give back'), does: asked('/live/reject') },
  keypad: { desk: inCall(), on: button('Keypad'), does: appears('dialog', 'Keypad') },
  transfer: { desk: inCall(), on: button('Transfer'), does: appears('dialog', 'Whom to ask in') },
  conference: { desk: inCall(), on: button('Conference'), does: appears('dialog', 'Whom to ask in') },
  consult: { desk: inCall(), on: button('Consult'), does: appears('dialog', 'Whom to ask in') },
  swap: { desk: inCall(consulted()), on: button('Swap'), does: asked('/live/invitations/target-1') },
  remove: { desk: inCall({ parties: [ME, CUSTOMER, MORI_HERE] }), on: () => page.getByRole('listitem').filter({ has: button('Remove Mori Kenta from the call')() }), does: asked('/live/parties/target-2-2/dismiss') },
  leave: { desk: inCall({ parties: [ME, CUSTOMER, MORI_HERE], heir: MORI }), on: button('Leave'), does: asked('/live/parties/agent-2-1/dismiss') },
  record: { desk: inCall(), on: button('Record'), does: asked('/live/recording') },
  help: { desk: inCall(), on: button('Help'), does: asked('/live/help') },
  disposition: { desk: { live: wrapUp() }, on: label('Disposition'), does: hasFocus(disposition) },
  note: { desk: { live: wrapUp() }, on: label('Note'), does: hasFocus(note) },
  done: { desk: { live: wrapUp({ draft: { note: '', disposition: 'resolved' } }) }, on: button('Mark Done'), does: asked('/live/complete') },
};

test.each(Object.entries(ACTIONS) as [Action, Pressed][])('%s shows its key and is done by it', async (action, { desk, on, does }) => {
  served.known.me = { ...agentMe, telephone: 'softphone_simulated' };
  served.known.directory = directory;
  served.known.desk = deskOf(desk);
  await open('/desk');
  await on().getByText(`Alt ${KEYS[action]}`, { exact: true }).waitFor();
  await page.keyboard.press(`Alt+${KEYS[action].toLowerCase()}`);
  await does();
});
