import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Account } from '../../console/api/types.ts';
import { assignedTo, excel, rowsOf } from './administrators.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import { ADMINISTRATOR_NAME, fullNameOf } from './system.ts';

const story = stories();

/** What Export CSV downloads, byte by byte. */
async function exported({ page }: Person): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export CSV' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^agents-\d{4}-\d\d-\d\d\.csv$/);
  return readFile(await download.path());
}

/** Imports a table; waits until it is read as expected, and applied. */
async function imported({ page }: Person, buffer: Buffer, readAs: string): Promise<void> {
  await page.getByRole('button', { name: 'Import CSV' }).click();
  const dialogue = page.getByRole('dialog');
  await dialogue.locator('input[type=file]').setInputFiles({ name: 'agents.csv', mimeType: 'text/csv', buffer });
  await dialogue.getByText(readAs).waitFor();
  await dialogue.getByRole('button', { name: 'Apply' }).click();
  await dialogue.getByRole('button', { name: 'Close' }).last().click();
  await dialogue.waitFor({ state: 'hidden' });
}

story('the agents are exported, changed and imported again, as UTF-8 and as Japanese Excel saves it: the list shows who has changed', async (centre) => {
  const admin = await signIn(centre, 'admin');
  await admin.page.goto('/settings/agents');
  const bytes = await exported(admin);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heading, ...rows] = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n').map((line) => line.split(','));
  expect(heading).toEqual(['email', 'name', 'role', 'may_phone', 'endpoint', 'languages', 'routes', 'teams']);
  const { items } = await admin.get<{ items: Account[] }>('/v1/accounts');
  expect(rows).toEqual(items.map(({ email, name, role, mayPhone, endpoint, languages, routes, teams }) => {
    const listed = [languages, routes.map((route) => route.name), teams.map((team) => team.name)].map((list) => list.join(';'));
    return [email, name, role, mayPhone ? 'yes' : 'no', endpoint ?? '', ...listed];
  }));
  expect(rows.map(([email]) => email)).toContain('carlos@example.com');

  await imported(admin, Buffer.from(bytes.toString('utf8').replace('Carlos Díaz', 'Carlos Núñez')), `Read as UTF-8: 0 new, 1 changed, ${rows.length - 1} as they are, 0 wrong`);
  await admin.row('carlos@example.com').filter({ hasText: 'Carlos Núñez' }).waitFor();

  const again = (await exported(admin)).toString('utf8').split('\r\n');
  const ken = again.filter((line) => !line.includes('Carlos')).join('\r\n').replace('\u{feff}', '').replace('鈴木 健', '髙木 健');
  await imported(admin, iconv.encode(ken, 'cp932'), `Read as Shift_JIS (CP932): 0 new, 1 changed, ${rows.length - 2} as they are, 0 wrong`);
  await admin.row('ken@example.com').filter({ hasText: '髙木 健' }).waitFor();
  await admin.row('carlos@example.com').filter({ hasText: 'Carlos Núñez' }).waitFor();
});

story('whoever downloads stands under Settings, Downloads: who, what, the conditions as on the workbook’s sheet, and how many rows', async (centre) => {
  const [admin, hana] = await Promise.all([signIn(centre, 'admin'), signIn(centre, 'hana')]);
  await assignedTo(hana, admin, ['Ito', 'Kato']);
  await admin.page.goto('/callbacks?status=queued&route=sales&name=Ito');
  await admin.page.getByText('1 callback shown').waitFor();
  const list = await excel(admin);
  await hana.page.goto('/callbacks?status=queued');
  await hana.page.getByText('2 callbacks shown').waitFor();
  await excel(hana);
  await admin.page.goto('/settings/agents');
  await exported(admin);

  await admin.page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Downloads' }).press('Enter');
  const shown = admin.row(ADMINISTRATOR_NAME).filter({ hasText: 'Callbacks (search)' });
  await shown.getByRole('cell').last().getByText('1', { exact: true }).waitFor();
  const told = await Promise.all([shown.getByRole('term'), shown.getByRole('definition')].map((texts) => texts.allTextContents()));
  const sheet = rowsOf(list.worksheets.at(-1)).slice(3, -1);
  expect(sheet).toContainEqual(['Route', 'Sales']);
  expect(told[0]?.map((name, index) => [name, told[1]?.[index]])).toEqual(sheet);
  const own = admin.row(fullNameOf('hana')).filter({ hasText: 'Only callbacks distributed to or handled by this agent' });
  await own.getByRole('cell').last().getByText('2', { exact: true }).waitFor();
  await admin.row('Agents (CSV)').filter({ hasText: ADMINISTRATOR_NAME }).first().waitFor();
});

story('who may not see the downloads has no such page, and is refused', async (centre) => {
  const hana = await signIn(centre, 'hana');
  expect((await hana.context.request.get('/v1/audit/downloads')).status()).toBe(403);
  await hana.page.goto('/settings/downloads');
  await hana.page.getByText('There is no such page.').waitFor();
});
