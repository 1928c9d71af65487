import { faultsByLine, givenFrom, givenOf, NOBODY, toContact } from '../../console/contacts/form.ts';
import { customerName, customerReading } from '../../console/parts/names.ts';
import type { Translate } from '../../console/i18n/i18n.ts';
import { seriousFindings } from './served/axe.ts';
import { contactOf, TANAKA } from './served/contacts.ts';
import { administratorMe, AOKI, caseOf, deskOf, offerOf, row } from './served/people.ts';
import { button, context, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

const KNOWN = { id: TANAKA.id, name: TANAKA.name, reading: TANAKA.reading };

describe('the form of a contact', () => {
  const asItIs = (e164: string) => e164;

  test('is written as it was read, but for lines that are empty', () => {
    const { name, reading, company, language, timeZone, note, numbers, addresses } = TANAKA;
    const given = givenOf(TANAKA, asItIs);
    const more = { ...given, numbers: [...given.numbers, { number: ' ', label: 'home' as const }], addresses: [{ value: '', label: 'home' as const }, ...given.addresses] };
    expect(toContact(more)).toEqual({ name, reading, company, language, timeZone, note, numbers, addresses });
    expect(toContact({ ...NOBODY, name: ' Sato ' })).toEqual({ name: 'Sato', reading: '', company: '', language: null, timeZone: null, note: '', numbers: [], addresses: [] });
  });

  test('begins with what a callback tells', () => {
    expect(givenFrom(row({ id: 'c', timeZone: 'Asia/Tokyo' }), asItIs)).toEqual({ ...NOBODY, name: 'Tanaka Yui', language: 'ja', timeZone: 'Asia/Tokyo', numbers: [{ number: '+819012345678', label: 'mobile' }] });
  });

  test('shows what is wrong at the line that was sent, whatever lines are empty', () => {
    const line = (number: string) => ({ number, label: 'home' as const });
    const given = { ...NOBODY, numbers: [line(''), line('1'), line('2')], addresses: [{ value: 'a', label: 'home' as const }] };
    expect(faultsByLine({ '/numbers/1/number': 'bad', '/addresses/0/value': 'worse' }, given)).toEqual({ numbers: [undefined, undefined, 'bad'], addresses: ['worse'] });
  });
});

test('a customer is named by the request, else by the contact; the reading is only shown with the name that it reads', () => {
  const t = ((key: string) => key) as unknown as Translate;
  const called = (name: string) => ({ name, contact: KNOWN });
  expect([customerName(called(''), t), customerReading(called(''))]).toEqual(['田中 結衣', 'タナカ ユイ']);
  expect([customerName(called('田中結衣'), t), customerReading(called('田中結衣'))]).toEqual(['田中結衣', 'タナカ ユイ']);
  expect([customerName(called('佐藤'), t), customerReading(called('佐藤'))]).toEqual(['佐藤', '']);
  expect([customerName({ name: ' ', contact: null }, t), customerReading({ name: '', contact: null })]).toEqual(['callback.nameless', '']);
});

describe('the directory in the browser', () => {
  eachInChromium();
  beforeEach(() => {
    served.known.me = administratorMe;
  });

  const dialogue = () => page.getByRole('dialog');
  const field = (name: string) => dialogue().getByRole('textbox', { name });
  const lastList = () => served.asked.findLast(({ path }) => path.startsWith('/v1/contacts?') || path === '/v1/contacts')?.path ?? '';

  test('shows names with how they are read, and reads on', async () => {
    await open('/contacts');
    await page.getByRole('link', { name: 'Contacts', exact: true }).and(page.locator('[aria-current=page]')).waitFor();
    await page.getByText('タナカ ユイ').waitFor();
    expect(await page.getByRole('row').nth(3).innerText()).toMatch(/タナカ ユイ\s+田中 結衣\s+つばめ商事株式会社\s+090-1234-5678 \+1/);
    await button('Load more').click();
    await page.getByText('4 contacts shown · End of the list').waitFor();
  });

  test('is searched as one types, with the search in the address, and says when nothing matches, nothing is there, or nothing can be read', async () => {
    await open('/contacts?q=zzz');
    await page.getByText('No contact matches this search.').waitFor();
    await page.getByRole('textbox', { name: 'Name, number or address' }).fill('ﾀﾅｶ');
    await page.getByText('3 contacts shown').waitFor();
    expect(lastList()).toContain(`q=${encodeURIComponent('ﾀﾅｶ')}`);
    expect(new URL(page.url()).searchParams.get('q')).toBe('ﾀﾅｶ');
    served.known.contacts = [];
    await open('/contacts');
    await page.getByText('There are no contacts yet.').waitFor();
    served.known.refusals.set('GET /v1/contacts', problem('broken', 'Something went wrong on our side.', { status: 403 }));
    await open('/contacts');
    await page.getByText('Something went wrong on our side.').waitFor();
    served.known.refusals.clear();
    await button('Try again').click();
    await page.getByText('There are no contacts yet.').waitFor();
  });

  test('waits for the end of a conversion by the input method', async () => {
    await open('/contacts');
    const box = page.getByRole('textbox', { name: 'Name, number or address' });
    await box.focus();
    const session = await context.newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'たなk', selectionStart: 3, selectionEnd: 3 });
    await page.waitForTimeout(600);
    expect(served.asked.some(({ path }) => path.includes('q='))).toBe(false);
    await session.send('Input.insertText', { text: '田中' });
    await until(lastList, (path) => path.includes(`q=${encodeURIComponent('田中')}`));
  });

  test('makes a contact by the keyboard, and opens it', async () => {
    await open('/contacts');
    await page.getByText('タナカ ユイ').waitFor();
    await page.keyboard.press('Alt+n');
    await field('Name').press('Enter');
    await dialogue().getByText('Enter the name.').waitFor();
    await field('Name').fill('山田 太郎');
    await field('Reading').fill('ヤマダ タロウ');
    await dialogue().getByRole('textbox', { name: 'Telephone number' }).fill('090-1111-2222');
    await dialogue().getByRole('combobox', { name: 'What 090-1111-2222 is for' }).selectOption('work');
    await dialogue().getByRole('button', { name: 'Add an e-mail address' }).press('Enter');
    await field('E-mail address').fill('taro@example.com');
    await field('E-mail address').press('Enter');
    await page.getByRole('complementary', { name: 'Contact 山田 太郎' }).waitFor();
    expect(served.bodies('POST', '/v1/contacts')).toEqual([
      {
        name: '山田 太郎', reading: 'ヤマダ タロウ', company: '', language: null, timeZone: null, note: '',
        numbers: [{ number: '090-1111-2222', label: 'work' }], addresses: [{ kind: 'email', value: 'taro@example.com', label: 'work' }],
      },
    ]);
  });

  test('shows what is wrong at its line', async () => {
    await open('/contacts');
    await button('New contact').click();
    await field('Name').fill('山田');
    await dialogue().getByRole('button', { name: 'Add a number' }).click();
    await dialogue().getByRole('textbox', { name: 'Telephone number' }).last().fill('12');
    served.known.refusals.set('POST /v1/contacts', problem('contact_number_taken', 'taken', { errors: [{ pointer: '/numbers/0/number', detail: 'belongs to another contact' }] }));
    await dialogue().getByRole('button', { name: 'Save' }).click();
    await dialogue().getByText('This number is another contact’s.').waitFor();
    expect(await dialogue().getByRole('textbox', { name: 'Telephone number' }).last().getAttribute('aria-invalid')).toBe('true');
    expect(await dialogue().getByRole('alert').count()).toBe(0);
  });

  test('tells the second of two who edit at once, who may see the newest', async () => {
    await open(`/contacts?open=${TANAKA.id}`);
    await page.getByText('Asked about the winter plan.').waitFor();
    await page.keyboard.press('Alt+i');
    await field('Company').fill('Mine');
    served.known.contacts = served.known.contacts.map((one) => (one.id === TANAKA.id ? { ...one, company: 'Theirs', version: 4 } : one));
    served.known.refusals.set(`PUT /v1/contacts/${TANAKA.id}`, problem('contact_edited', 'Somebody has edited this contact since you read it. Nothing was overwritten.'));
    await field('Company').press('Enter');
    await dialogue().getByText('Nothing was overwritten.').waitFor();
    expect(await field('Company').inputValue()).toBe('Mine');
    await dialogue().getByRole('button', { name: 'Show the newest' }).click();
    expect(await field('Company').inputValue()).toBe('Theirs');
    served.known.refusals.clear();
    await dialogue().getByRole('button', { name: 'Save' }).click();
    await dialogue().waitFor({ state: 'hidden' });
    expect(served.bodies('PUT', TANAKA.id)).toMatchObject([{ version: 3, company: 'Mine' }, { version: 4, company: 'Theirs' }]);
  });

  test('merges another contact into the opened one, after it is chosen', async () => {
    await open(`/contacts?open=${TANAKA.id}`);
    await page.getByText('Asked about the winter plan.').waitFor();
    await page.keyboard.press('Alt+g');
    await dialogue().getByRole('button', { name: 'Merge into 田中 結衣' }).click();
    await dialogue().getByText('Choose a contact.').waitFor();
    await field('Which contact is the same person?').fill('さとう');
    await dialogue().getByRole('radio', { name: '佐藤 花' }).press('Space');
    expect(await dialogue().getByRole('radio', { name: '田中 結衣' }).count()).toBe(0);
    await dialogue().getByRole('button', { name: 'Merge into 田中 結衣' }).press('Enter');
    await page.getByText('The two contacts are one now.').waitFor();
    expect(served.bodies('POST', '/merge')).toEqual([{ version: 3, otherId: contactOf(3).id, otherVersion: 3 }]);
  });

  test('requests a callback to a number of the contact', async () => {
    await open(`/contacts?open=${TANAKA.id}`);
    await page.getByText('Asked about the winter plan.').waitFor();
    await button('Request a callback 03-1234-5678').click();
    await dialogue().getByRole('combobox').first().selectOption('route-sales');
    await dialogue().getByRole('button', { name: 'Request the callback' }).click();
    await button('Show it').click();
    expect(served.bodies('POST', '/v1/callbacks')).toMatchObject([{ routeId: 'route-sales', number: '+81312345678', name: '田中 結衣' }]);
    await page.waitForURL(/\/callbacks\?open=new$/);
  });

  test('follows a contact that has become part of another', async () => {
    served.known.refusals.set(`GET /v1/contacts/${contactOf(7).id}`, { ...(TANAKA as never as ReturnType<typeof problem>), status: 200 });
    await open(`/contacts?open=${contactOf(7).id}`);
    await page.waitForURL(new RegExp(`open=${TANAKA.id}`));
  });

  test('has no serious findings by axe: the list with an opened contact, the form, the search of a merge', async () => {
    await open(`/contacts?open=${TANAKA.id}`);
    await page.getByText('Asked about the winter plan.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await button('Edit').click();
    await field('Company').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialogue().getByRole('button', { name: 'Back' }).click();
    await dialogue().waitFor({ state: 'hidden' });
    await button('Merge').click();
    await field('Which contact is the same person?').fill('さとう');
    await dialogue().getByRole('radio').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  describe('at the desk', () => {
    beforeEach(() => {
      served.known.me = { ...administratorMe, ...AOKI, role: 'agent', isAgent: true, mayPhone: true };
    });

    test('an offer and a case name the customer by the contact, with the reading and every other way to reach them', async () => {
      const offered = row({ id: 'c1', name: '', contact: KNOWN, status: 'offered' });
      served.known.desk = deskOf({ offer: offerOf(offered) });
      await open('/desk');
      expect(await page.getByRole('region', { name: 'Offer' }).innerText()).toMatch(/タナカ ユイ\s+田中 結衣/);
      served.known.desk = deskOf({ live: caseOf({ id: 'c1', name: '', contact: KNOWN, status: 'wrap_up' }) });
      served.hint({ agentId: AOKI.id });
      const contact = page.getByRole('region', { name: 'Contact', exact: true });
      await contact.getByText('03-1234-5678').waitFor();
      expect(await page.locator('.case-header h2').innerText()).toMatch(/タナカ ユイ\s+田中 結衣/);
      expect(await contact.innerText()).toMatch(/090-1234-5678\s+Mobile · this callback/);
      await contact.getByText('yui.tanaka@example.com').waitFor();
      await contact.getByRole('link', { name: '田中 結衣' }).click();
      await page.getByRole('complementary', { name: 'Contact 田中 結衣' }).waitFor();
    });

    test('a number that is nobody’s becomes a new contact’s, with what the callback tells', async () => {
      served.known.desk = deskOf({ live: caseOf({ id: 'c1', status: 'wrap_up' }) });
      await open('/desk');
      await button('Create a contact').click();
      expect([await field('Name').inputValue(), await dialogue().getByRole('textbox', { name: 'Telephone number' }).inputValue()]).toEqual(['Tanaka Yui', '090-1234-5678']);
      await field('Reading').fill('タナカ ユイ');
      await dialogue().getByRole('button', { name: 'Save' }).click();
      await dialogue().waitFor({ state: 'hidden' });
      expect(served.bodies('POST', '/v1/contacts')).toMatchObject([{ name: 'Tanaka Yui', reading: 'タナカ ユイ', language: 'ja', numbers: [{ number: '090-1234-5678' }] }]);
    });

    test('a number agreed with the customer becomes one more of their contact with one press, and says whose it is where it is another’s', async () => {
      served.known.desk = deskOf({ live: caseOf({ id: 'c1', number: '+817011112222', contact: KNOWN, status: 'wrap_up' }) });
      await open('/desk');
      const section = page.getByRole('region', { name: 'Contact', exact: true });
      await section.getByText('The number that is called, 070-1111-2222, is not among theirs.').waitFor();
      served.known.refusals.set(`PUT /v1/contacts/${TANAKA.id}`, problem('contact_number_taken', 'The value at "/numbers/2/number" is another contact’s.'));
      await button('Add this number to the contact').press('Enter');
      await section.getByRole('alert').getByText('This number is another contact’s.').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      served.known.refusals.clear();
      await button('Add this number to the contact').press('Enter');
      await button('Add this number to the contact').waitFor({ state: 'detached' });
      expect(served.bodies('PUT', TANAKA.id).at(-1)).toMatchObject({ version: 3, company: TANAKA.company, numbers: [...TANAKA.numbers, { number: '+817011112222', label: 'other' }] });
      await section.getByText('Other · this callback').waitFor();
    });

    test('a number that is among the contact’s asks for nothing', async () => {
      served.known.desk = deskOf({ live: caseOf({ id: 'c1', contact: KNOWN, status: 'wrap_up' }) });
      await open('/desk');
      await page.getByRole('region', { name: 'Contact', exact: true }).getByText('03-1234-5678').waitFor();
      expect(await button('Add this number to the contact').count()).toBe(0);
    });

    test('or one more of a contact that is there', async () => {
      served.known.desk = deskOf({ live: caseOf({ id: 'c1', number: '+817011112222', status: 'wrap_up' }) });
      await open('/desk');
      await button('Add to a contact').click();
      await field('Whose number is it?').fill('tanaka');
      await dialogue().getByRole('radio', { name: '田中 結衣' }).press('Space');
      await dialogue().getByRole('button', { name: 'Add the number' }).click();
      await dialogue().waitFor({ state: 'hidden' });
      expect(served.bodies('PUT', TANAKA.id)).toMatchObject([{ version: 3, company: TANAKA.company, numbers: [...TANAKA.numbers, { number: '+817011112222', label: 'other' }] }]);
    });
  });
});
