import type { APIResponse, BrowserContext, Locator, Page } from 'playwright-core';
import type { CallbackRow, Case, Desk } from '../../console/api/types.ts';
import { CATALOGUES, pickLanguage } from '../../console/i18n/languages.ts';
import { DEMO_PASSWORD } from '../../api/auth/demo-password.ts';
import { until } from '../start/until.ts';
import type { AgentName, Centre } from './system.ts';
import { emailOf } from './system.ts';

export interface Looks {
  /** Where the browser finds the system, when not at its own address. */
  readonly url?: string;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** Somebody at the console, in a browser of their own. Everything is found by what it is called on the screen. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  /** The same person in another tab. */
  async anotherTab(): Promise<Person> {
    const page = await this.context.newPage();
    await page.goto(new URL('/', this.page.url()).href);
    return new Person(this.context, page);
  }

  /** Closes the tab and then the browser, as people do: the page hears of it. */
  async leave(): Promise<void> {
    const closed = this.page.waitForEvent('close');
    await this.page.close({ runBeforeUnload: true });
    await closed;
    await this.context.close();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Rows of tables in which this text stands. */
  row(text: string | RegExp): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Waits until this text stands somewhere within a region. */
  async sees(region: string, text: string | RegExp): Promise<void> {
    await this.region(region).filter({ hasText: text }).waitFor();
  }

  /** Presses a button by its key, once the button is not at work any more with the press before: while it is, it does nothing. */
  async pressAgain(key: string): Promise<void> {
    await this.page.locator(`[aria-keyshortcuts="${key}" i]:not([aria-busy="true"])`).waitFor();
    await this.page.keyboard.press(key);
  }

  /** Sets the wish on a channel by the presence control. */
  async setWish(wish: 'Ready' | 'Not ready', channel: 'Voice' | 'Web' = 'Voice'): Promise<void> {
    await this.button(/^Presence/).click();
    const group = this.page.getByRole('group', { name: channel });
    await group.getByRole('button', { name: wish, exact: true }).click();
    await group.getByRole('button', { name: wish, exact: true, pressed: true }).waitFor();
    await this.page.keyboard.press('Escape');
    await group.waitFor({ state: 'hidden' });
  }

  /** Waits for an offer on the desk, and answers with a key. */
  async answerOffer(key: 'Alt+a' | 'Alt+r'): Promise<void> {
    await this.region('Offer').waitFor();
    await this.page.keyboard.press(key);
    await this.region('Offer').waitFor({ state: 'hidden' });
  }

  /** Chooses a disposition, writes a note, and marks the case done. */
  async file(disposition: string | null, note: string): Promise<void> {
    if (disposition !== null) {
      await this.page.getByRole('combobox', { name: 'Disposition' }).click();
      await this.page.getByRole('option', { name: disposition }).click();
    }
    await this.note.fill(note);
    await this.button('Mark Done').click();
    await this.page.getByText('No case in hand').waitFor();
  }

  get note(): Locator {
    return this.page.getByRole('textbox', { name: 'Note', exact: true });
  }

  /** Asks the API as this person. */
  get<Answer>(path: string): Promise<Answer> {
    return this.context.request.get(path).then((answer) => read<Answer>(answer));
  }

  post(path: string, data: object): Promise<APIResponse> {
    return this.context.request.post(path, { data });
  }

  desk(): Promise<Desk> {
    return this.get('/v1/me/desk');
  }

  /** The newest callback of a number, as this person may see it; waits until there is one. */
  async callbackOf(number: string): Promise<CallbackRow> {
    let found: CallbackRow | undefined;
    await until(async () => {
      const { items } = await this.get<{ items: CallbackRow[] }>(`/v1/callbacks?number=${encodeURIComponent(number)}`);
      [found] = items;
      return found !== undefined;
    });
    return found as CallbackRow;
  }

  /** The case of a number's newest callback, once it is so. */
  async caseWhen(number: string, isSo: (known: Case) => boolean): Promise<Case> {
    const { id } = await this.callbackOf(number);
    let known: Case | undefined;
    await until(async () => isSo((known = await this.get<Case>(`/v1/callbacks/${id}`))));
    return known as Case;
  }
}

async function read<Answer>(answer: APIResponse): Promise<Answer> {
  if (!answer.ok()) throw new Error(`The API refused: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Opens the console and signs in by its form. */
export function signIn(centre: Centre, name: AgentName | 'admin', looks: Looks = {}): Promise<Person> {
  return signInWith(centre, { email: emailOf(name), password: DEMO_PASSWORD }, looks);
}

/** The same for somebody who was not seeded. */
export async function signInWith(centre: Centre, account: { readonly email: string; readonly password: string }, looks: Looks = {}): Promise<Person> {
  const { url = centre.system.url, locale = 'en-GB', colorScheme = 'light' } = looks;
  const context = await centre.browser.newContext({ baseURL: url, locale, colorScheme, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', timezoneId: 'Asia/Tokyo' });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto('/');
  const words = CATALOGUES[pickLanguage([locale])].signIn;
  await page.getByRole('textbox', { name: words.email }).fill(account.email);
  await page.getByRole('textbox', { name: words.password }).fill(account.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  return new Person(context, page);
}
