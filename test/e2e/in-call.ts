import { until } from '../start/until.ts';
import { askForNow } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import type { Looks } from './person.ts';
import type { AgentName, Centre } from './system.ts';

/** An agent in conversation with a customer who talks until somebody hangs up. */
export async function talking(centre: Centre, name: AgentName, number: string, looks: Looks = {}): Promise<Person> {
  const agent = await signIn(centre, name, looks);
  await agent.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await agent.answerOffer('Alt+a');
  await agent.sees('Call', 'Connected');
  await agent.button('Hold').waitFor();
  return agent;
}

/** Asks somebody in by the directory: the key of the purpose, what is typed, and Enter once they stand out: whom nobody can ask yet does not. */
export async function ask(agent: Person, key: 'Alt+l' | 'Alt+t' | 'Alt+o', typed: string, line: string | RegExp): Promise<void> {
  await agent.page.keyboard.press(key);
  const dialogue = agent.page.getByRole('dialog').filter({ has: agent.page.getByRole('combobox') });
  await dialogue.getByRole('combobox').fill(typed);
  await until(async () => (await dialogue.getByRole('option').count()) === 1);
  await dialogue.getByRole('option', { name: line }).and(agent.page.locator('[data-combobox-selected]')).waitFor();
  await dialogue.getByRole('combobox').press('Enter');
  await dialogue.waitFor({ state: 'hidden' });
}

/** The agent who is asked answers on their desk. */
export async function answerInvitation(agent: Person, key: 'Alt+a' | 'Alt+r'): Promise<void> {
  await agent.region('Asked into a call').waitFor();
  await agent.page.keyboard.press(key);
  await agent.region('Asked into a call').waitFor({ state: 'hidden' });
}

/** Waits until a party of the call is shown so. */
export function party(agent: Person, name: string, state: string): Promise<void> {
  const line = agent.page.getByRole('list', { name: 'Parties' }).getByRole('listitem');
  return line.filter({ hasText: name }).filter({ hasText: state }).waitFor();
}
