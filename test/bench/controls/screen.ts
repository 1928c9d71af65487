import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { CATALOGUES } from '../../../console/i18n/languages.ts';
import { chromiumLaunchOptions, findChromium } from '../../../tools/chromium.ts';

/** An agent's desk in Chromium. */
export interface Screen {
  /** Begins to look for an offer. @returns how to wait for it: when it could be seen, in milliseconds since 1970 */
  watch(): Promise<() => Promise<number>>;
  /** Waits until no offer can be seen. */
  untilNone(): Promise<void>;
  close(): Promise<void>;
}

const OFFER = 'section.offer';

/** Runs in the page. It looks after every change of it, so that nothing is lost to looking every so often. */
const LOOK_OUT = `{
  window.offerSeen = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('${OFFER}')?.checkVisibility()) return;
      changes.disconnect();
      resolve(performance.timeOrigin + performance.now());
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true, attributes: true });
    look();
  });
  undefined;
}`;

/** Signs an agent in by the console's form. */
export async function openScreen(url: string, account: { readonly email: string; readonly password: string }): Promise<Screen> {
  const executable = await findChromium(process.env, { now: () => undefined, done: () => undefined });
  const browser = await chromium.launch(chromiumLaunchOptions({ RINGBACK_TEST_CHROMIUM: executable }));
  try {
    const page = await signIn(browser, url, account);
    return {
      async watch() {
        await page.evaluate(LOOK_OUT);
        return () => page.evaluate<number>('window.offerSeen');
      },
      untilNone: () => page.locator(OFFER).waitFor({ state: 'hidden' }),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function signIn(browser: Browser, url: string, { email, password }: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const words = CATALOGUES.en.signIn;
  await page.goto('/');
  await page.getByRole('textbox', { name: words.email }).fill(email);
  await page.getByRole('textbox', { name: words.password }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  return page;
}
