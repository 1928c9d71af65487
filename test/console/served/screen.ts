import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Case } from '../../../console/api/types.ts';
import { builtConsole } from '../../built-console.ts';
import { AOKI, caseOf, deskOf } from './people.ts';
import { ServedConsole } from './served-console.ts';

/* The built console in real Chromium, over canned answers. What the answers mean end to end is tested in test/e2e. */

/** How long anything is waited for. */
const PATIENCE_MS = 20_000;

let folder: string;
export let browser: Browser;
export let served: ServedConsole;
export let context: BrowserContext;
export let page: Page;

/** Gives every test of the file that calls this a served console and a page of its own, in a browser with these arguments. */
export function eachInChromium(more: readonly string[] = []): void {
  beforeAll(async () => {
    folder = await builtConsole();
    browser = await chromium.launch({ executablePath: process.env['RINGBACK_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', ...more] });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
  });

  beforeEach(async () => {
    served = new ServedConsole(folder);
    context = await browser.newContext({ locale: 'en-GB', timezoneId: 'America/New_York', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
  });

  afterEach(async () => {
    await context.close();
    served.close();
  });
}

/** Opens a path of the console. */
export const open = (path: string, tab = page) => tab.goto(served.url + path, { waitUntil: 'domcontentloaded' });

/** Changes what the API knows, and has it say so. */
export function change(desk: Parameters<typeof deskOf>[0]): void {
  served.known.desk = deskOf(desk);
  served.hint({ agentId: AOKI.id });
}

/** Waits until a fact holds, as long as for anything on the page. */
export async function until<T>(read: () => T | Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > giveUpAt) throw new Error(`This never held: ${String(holds)}; last seen ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until what is typed goes there: a dialogue is to be seen a moment before its field has the focus. */
export const whenFocused = (field: Locator) => until(() => field.evaluate((element) => element === document.activeElement), Boolean);

/** Lets no such request through until what this resolves with is called. */
export async function holdBack(requests: string): Promise<() => void> {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(requests, async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}

/** A case between two calls. */
export const wrapUp = (given: Partial<Case> = {}): Case => caseOf({ id: 'live', status: 'wrap_up', attempt: 2, lastOutcome: 'answered', ...given });

export const button = (name: string, tab = page) => tab.getByRole('button', { name, exact: true });
export const note = (tab = page) => tab.getByRole('textbox', { name: 'Note', exact: true });
