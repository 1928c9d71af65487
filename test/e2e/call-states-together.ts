import type { Walk } from './call-walk.ts';
import { callSays, goTo, inConversation, letRing, LONG_NAME, picksUp } from './call-walk.ts';
import { newNumber } from './customer.ts';
import { ask } from './in-call.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';

/** A second agent is consulted, talked to in turns with the customer, becomes the third of a conference, and has it once the first leaves. */
export async function together(walk: Walk): Promise<void> {
  const { centre, looks, words, seen } = walk;
  const [admin, hana, emma] = [await signIn(centre, 'admin', looks), await signIn(centre, 'hana', looks), await signIn(centre, 'emma', looks)];
  await inConversation(walk, admin, hana, { routeId: 'sales', number: newNumber('00'), name: 'Olivia Chen' });
  await ask(hana, 'Alt+l', 'emma', /Emma Brown/);
  await comes(walk, hana, emma);
  await hana.page.keyboard.press('Alt+w');
  await hana.sees(words.guest.label, words.guest.talkingToCustomer.replace('{{customer}}', 'Olivia Chen').replace('{{name}}', 'Emma Brown'));
  await seen(hana, 'swapped');
  await seen(emma, 'consulted-on-hold');
  // What is shown comes by the stream; the buttons wait for the answer to Swap.
  await hana.page.getByRole('button', { name: words.guest.merge, disabled: false }).waitFor();
  await hana.page.keyboard.press('Alt+o');
  await hana.button(words.parties.removeName.replace('{{name}}', 'Emma Brown')).waitFor();
  await seen(hana, 'conference');
  await seen(emma, 'conference-joined');
  await goTo(emma, words.nav.callbacks);
  await seen(emma, 'conference-elsewhere');
  await goTo(emma, words.nav.desk);
  await hana.page.keyboard.press('Alt+b');
  await hana.page.getByText(words.ending.handedOverTo.replace('{{name}}', 'Emma Brown')).waitFor();
  await seen(hana, 'conference-left');
  await emma.button(words.control.hold).waitFor();
  await seen(emma, 'conference-inherited');
  await emma.page.keyboard.press('Alt+u');
  await callSays(walk, emma, words.call.readyToCall);
}

/** She is asked wherever she is, and her telephone rings when she accepts. */
async function comes(walk: Walk, hana: Person, emma: Person): Promise<void> {
  const { words, seen } = walk;
  await emma.region(words.askedIn.title).waitFor();
  await seen(hana, 'consultation-asked');
  await seen(emma, 'asked-in');
  await goTo(emma, words.nav.callbacks);
  await seen(emma, 'asked-in-elsewhere');
  await letRing(walk, 'emma');
  await emma.page.keyboard.press('Alt+a');
  await callSays(walk, emma, words.joined.ringing);
  await hana.sees(words.guest.label, words.guest.ringing.replace('{{name}}', 'Emma Brown'));
  await seen(hana, 'consultation-ringing');
  await seen(emma, 'asked-in-ringing');
  await picksUp(walk, 'emma');
  await hana.sees(words.guest.label, words.guest.talkingToGuest.replace('{{name}}', 'Emma Brown').replace('{{customer}}', 'Olivia Chen'));
  await seen(hana, 'consulting');
  await seen(emma, 'consulted');
}

/** A call with a supervisor: help is asked for, listened to, and given into the agent's ear. */
export async function supervised(walk: Walk): Promise<void> {
  const { centre, looks, words, seen } = walk;
  const [admin, hana] = [await signIn(centre, 'admin', looks), await signIn(centre, 'hana', looks)];
  await getsTelephone(admin);
  await inConversation(walk, admin, hana, { routeId: 'sales', number: newNumber('00'), name: LONG_NAME });
  await hana.page.keyboard.press('Alt+q');
  await callSays(walk, hana, words.standing.helpWanted);
  await seen(hana, 'help-asked');
  await admin.region(words.supervision.helpWanted).waitFor();
  await seen(admin, 'supervisor-alerted');
  await goTo(admin, words.wallboard.label);
  const row = admin.page.getByRole('row').filter({ hasText: LONG_NAME });
  await row.getByRole('button', { name: words.supervision.listen, exact: true }).click();
  await row.getByRole('button', { name: words.supervision.take_over, exact: true }).waitFor();
  await seen(admin, 'supervisor-listening');
  await seen(hana, 'listened-to');
  await row.getByRole('button', { name: words.supervision.coach, exact: true }).click();
  await callSays(walk, hana, words.parties.coachesYou);
  await row.getByRole('button', { name: words.supervision.coach, exact: true, pressed: true }).waitFor();
  await seen(admin, 'supervisor-coaching');
  await seen(hana, 'coached');
  await goTo(admin, words.nav.callbacks);
  await seen(admin, 'supervisor-elsewhere');
  await goTo(admin, words.nav.desk);
  await seen(admin, 'supervisor-at-the-desk');
  await admin.page.keyboard.press('Alt+u');
  await hana.region(words.call.label).getByText(words.parties.coachesYou).waitFor({ state: 'hidden' });
}

/** A supervisor is rung on a telephone of their own, and has a desk for what they take over. */
async function getsTelephone(admin: Person): Promise<void> {
  const { id } = await admin.get<{ id: string }>('/v1/me');
  await admin.context.request.put(`/v1/agents/${id}`, { data: { endpoint: 'sip:supervisor@agents.example.com', mayPhone: true } });
  await admin.page.reload();
}
