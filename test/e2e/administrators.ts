import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn, signInWith } from './person.ts';
import type { Centre } from './system.ts';
import { ADMINISTRATOR_NAME } from './system.ts';

/** Requests callbacks on the route sales, of customers with these names; answers their ids. */
export async function requested(admin: Person, names: readonly string[], ending = '01'): Promise<string[]> {
  return Promise.all(
    names.map(async (name) => {
      const asked = await admin.post('/v1/callbacks', { routeId: 'sales', number: newNumber(ending), kind: 'asap', name });
      expect(asked.status()).toBe(201);
      return ((await asked.json()) as { id: string }).id;
    }),
  );
}

/** The same, given to an agent at once. */
export async function assignedTo(agent: Person, admin: Person, names: readonly string[], ending?: string): Promise<string[]> {
  const ids = await requested(admin, names, ending);
  const { id: agentId } = (await agent.desk()).agent;
  for (const id of ids) expect((await admin.post(`/v1/callbacks/${id}/assign`, { agentId })).status()).toBe(200);
  return ids;
}

/** A second administrator, as the first one makes them. */
export async function secondAdministrator(centre: Centre, admin: Person): Promise<Person> {
  const email = `rin-${Date.now()}@example.com`;
  const made = await admin.post('/v1/agents', { email, name: '小林 凛 Rin Kobayashi', role: 'administrator' });
  expect(made.status()).toBe(201);
  const { password } = (await made.json()) as { password: string };
  return signInWith(centre, { email, password });
}

/** The administrator, who has given themselves the right to phone and a telephone: with them, a desk. */
export async function administratorAtADesk(centre: Centre): Promise<Person> {
  const admin = await signIn(centre, 'admin');
  if ((await admin.page.getByRole('link', { name: 'Desk', exact: true }).count()) > 0) return admin;
  await admin.page.goto('/settings/agents');
  await admin.page.getByRole('row').filter({ hasText: ADMINISTRATOR_NAME }).getByRole('button').click();
  const drawer = admin.page.getByRole('dialog');
  await drawer.getByRole('checkbox', { name: 'May handle callbacks' }).check();
  await drawer.getByRole('textbox', { name: 'Number or address' }).fill('sip:mori@agents.example.com');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await admin.page.reload();
  await admin.page.getByRole('link', { name: 'Desk', exact: true }).waitFor();
  return admin;
}

/** What the button Excel of the page downloads. */
export async function excel({ page }: Person): Promise<ExcelJS.Workbook> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel', exact: true }).click()]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readFile(await download.path())) as never);
  return book;
}

/** The rows of a sheet, the headings first. */
export function rowsOf(sheet: ExcelJS.Worksheet | undefined): unknown[][] {
  return (sheet?.getSheetValues() ?? []).slice(1).map((row) => (row as unknown[]).slice(1));
}
