import axe from 'axe-core';
import { until } from '../start/until.ts';
import { newNumber } from './customer.ts';
import { answerInvitation, ask, talking } from './in-call.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';

const story = stories();

/** Every screen an administrator has, in the parts of a day. */
const ADMINISTRATORS_PAGES = {
  distributing: ['/callbacks', '/contacts', '/distribution', '/withdrawal', '/phone'],
  watching: ['/status', '/wallboard'],
  settings: ['/settings/routes', '/settings/routes/sales', '/settings/agents', '/settings/teams', '/settings/reasons', '/settings/responses', '/settings/responses/response/greeting'],
};

/** What axe finds that keeps somebody from using the page: rule, and the first place where it is broken. */
async function seriousFindings({ page }: Person): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    return here.run({ resultTypes: ['violations'] });
  });
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

async function findingsOn(person: Person, path: string): Promise<string[]> {
  await person.page.goto(path);
  await person.page.getByRole('heading', { level: 1 }).waitFor();
  await until(async () => (await person.page.getByRole('status', { name: 'Loading…' }).count()) === 0);
  return (await seriousFindings(person)).map((finding) => `${path} ${finding}`);
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  for (const [part, paths] of Object.entries(ADMINISTRATORS_PAGES)) {
    story(`no screen of an administrator has a serious finding by axe: ${part}`, async (centre) => {
      const admin = await signIn(centre, 'admin', { colorScheme });
      const findings: string[] = [];
      for (const path of paths) findings.push(...(await findingsOn(admin, path)));
      expect(findings).toEqual([]);
    });
  }

  story('nor has an opened callback', async (centre) => {
    const admin = await signIn(centre, 'admin', { colorScheme });
    await admin.post('/v1/callbacks', { routeId: 'sales', number: newNumber('01'), name: 'Tanaka Yui', kind: 'delayed' });
    const { items } = await admin.get<{ items: { id: string }[] }>('/v1/callbacks?limit=1');
    expect(await findingsOn(admin, `/callbacks?open=${items[0]?.id}`)).toEqual([]);
  });

  story('no screen of an agent has a serious finding by axe', async (centre) => {
    const hana = await signIn(centre, 'hana', { colorScheme });
    const findings = [...(await findingsOn(hana, '/desk')), ...(await findingsOn(hana, '/callbacks'))];
    expect(findings).toEqual([]);
  });

  story('nor has the desk in any state of a call, on either side of it', async (centre) => {
    const findings: string[] = [];
    const look = async (person: Person, state: string) => findings.push(...(await seriousFindings(person)).map((finding) => `${state}: ${finding}`));
    const [hana, emma] = [await talking(centre, 'hana', newNumber('00'), { colorScheme }), await signIn(centre, 'emma', { colorScheme })];
    await look(hana, 'connected');
    await hana.page.keyboard.press('Alt+k');
    await hana.page.getByRole('textbox', { name: 'Digits' }).waitFor();
    await look(hana, 'keypad');
    await hana.page.keyboard.press('Escape');
    await hana.page.keyboard.press('Alt+l');
    await hana.page.getByRole('option', { name: /Emma Brown/ }).waitFor();
    await look(hana, 'directory');
    await hana.page.keyboard.press('Escape');
    await until(async () => (await hana.page.getByRole('dialog').count()) === 0);
    await hana.page.keyboard.press('Alt+h');
    await hana.sees('Call', 'On hold');
    await look(hana, 'on hold');
    await hana.page.keyboard.press('Alt+h');
    await ask(hana, 'Alt+l', 'emma', /Emma Brown/);
    await emma.region('Asked into a call').waitFor();
    await look(hana, 'asking');
    await look(emma, 'asked in');
    await answerInvitation(emma, 'Alt+a');
    await hana.sees('Call', 'Consulting');
    await look(hana, 'consulting');
    await look(emma, 'consulted');
    await hana.page.keyboard.press('Alt+o');
    await hana.button('Remove Emma Brown from the call').waitFor();
    await look(hana, 'conference');
    await hana.page.keyboard.press('Alt+u');
    await hana.sees('Call', 'Ready to call');
    await look(hana, 'ended');
    expect(findings).toEqual([]);
  });
});
