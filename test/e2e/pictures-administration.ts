import { join } from 'node:path';
import { seedCallbacks } from '../../tools/seed/seed.ts';
import { until } from '../start/until.ts';
import type { Person } from './person.ts';
import type { Centre } from './system.ts';

const CALLBACKS = 3_000;
const OPEN = 80;
/** A small screen at the agent's desk, and a supervisor's. */
const WIDTHS = [1280, 1920] as const;

/** The administrators' screens with a year of callbacks behind them, by the name of the picture. */
const SCREENS = {
  list: '/callbacks?period=all',
  distribution: '/distribution',
  withdrawal: '/withdrawal',
  status: '/status?period=months13&unit=month',
  'status-days': '/status?period=days30',
  wallboard: '/wallboard',
  'settings-routes': '/settings/routes',
  'settings-route': '/settings/routes/sales',
  'settings-agents': '/settings/agents',
  'settings-teams': '/settings/teams',
  'settings-reasons': '/settings/reasons',
  'settings-downloads': '/settings/downloads',
} as const;

/** Fills the centre with a year of callbacks. */
export async function fill({ system: { store, config } }: Centre): Promise<void> {
  const { numberHashKey, centreTimeZone: timeZone } = config;
  await seedCallbacks(store, { callbacks: CALLBACKS, open: OPEN, randomSeed: 1, nowMs: Date.now(), numberHashKey, timeZone, add: true });
}

/** What an administrator took away, from a plain list to a search with everything in it. */
const DOWNLOADS = [
  '/v1/agents.csv',
  '/v1/callbacks.xlsx?status=completed&from=2026-10-31T15:00:00Z&to=2026-11-30T15:00:00Z&route=sales,billing&number=0111&name=Tanaka&kind=asap,scheduled&origin=ivr,web&assignee=any&distributor=automatic&attemptsFrom=1&attemptsTo=3&sort=attempts',
  '/v1/status.xlsx?from=2026-11-01&to=2026-11-30&unit=month&groupBy=agent&route=sales',
  '/v1/callbacks.xlsx',
] as const;

/** Takes a picture of every screen an administrator has, at each width. `loading` is what a screen says that is still being read. */
export async function picturesOfAdministration(admin: Person, loading: string, folder: string): Promise<void> {
  const { page } = admin;
  for (const path of DOWNLOADS) await admin.context.request.get(path);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 1280 ? 800 : 1080 });
    for (const [name, path] of Object.entries(SCREENS)) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await until(async () => (await page.getByRole('status', { name: loading }).count()) === 0);
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), animations: 'disabled' });
    }
  }
}
