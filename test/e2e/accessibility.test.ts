import axe from 'axe-core';
import { until } from '../start/until.ts';
import { CALL_STATES } from './call-states.ts';
import { walkOf } from './call-walk.ts';
import { newNumber } from './customer.ts';
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

  for (const [part, walk] of Object.entries(CALL_STATES)) {
    story(`nor has any state of a call, on either side of it: ${part}`, async (centre) => {
      const findings: string[] = [];
      await walk(walkOf(centre, { colorScheme }, async (person, state) => findings.push(...(await seriousFindings(person)).map((finding) => `${state}: ${finding}`))));
      expect(findings).toEqual([]);
    });
  }
});
