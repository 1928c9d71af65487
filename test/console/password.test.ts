import type { Route } from 'playwright-core';
import { seriousFindings } from './served/axe.ts';
import { agentMe } from './served/people.ts';
import { button, eachInChromium, open, page, served, whenFocused } from './served/screen.ts';

eachInChromium();

const asked: unknown[] = [];
const dialogue = () => page.getByRole('dialog', { name: 'Change your password' });
const field = (name: string) => dialogue().getByLabel(name, { exact: true });

/** The API as it answers to a change: by this status and code. */
async function answering(status: number, code: string): Promise<void> {
  await page.unroute('**/auth/change-password');
  await page.route('**/auth/change-password', (route: Route) => {
    asked.push(route.request().postDataJSON());
    return route.fulfill({ status, json: { type: 'about:blank', title: 'Refused', status, code, detail: 'The server’s own sentence.' } });
  });
}

/** By the keyboard alone. */
async function openDialogue(): Promise<void> {
  await open('/desk');
  await button('User menu: Aoki Haruka').press('Enter');
  await page.getByRole('dialog', { name: 'User menu: Aoki Haruka' }).waitFor();
  await button('Change password…').press('Enter');
  await whenFocused(field('Present password'));
}

beforeEach(() => {
  asked.length = 0;
});

test('one’s own password is changed from the user menu without a mouse, and it is said that it is', async () => {
  await answering(200, '');
  await openDialogue();
  await page.keyboard.type('correct horse battery');
  await field('New password').press('End');
  await page.keyboard.type('staple in the field');
  await field('New password again').press('End');
  await page.keyboard.type('staple in the field');
  await page.keyboard.press('Enter');
  await dialogue().getByText('Your password has been changed.').waitFor();
  expect(asked).toEqual([{ currentPassword: 'correct horse battery', newPassword: 'staple in the field', revokeOtherSessions: true }]);
  await page.keyboard.press('Enter');
  await dialogue().waitFor({ state: 'hidden' });
  await whenFocused(button('User menu: Aoki Haruka'));
});

test('what is wrong is said at its field, and nothing is sent that cannot be right', async () => {
  await answering(400, 'invalid_password');
  await openDialogue();
  await page.keyboard.press('Enter');
  await dialogue().getByText('Enter your present password.').waitFor();
  await field('Present password').fill('wrong wrong');
  await field('New password').fill('seven77');
  await dialogue().getByText('Too short: at least 8 characters.').waitFor();
  await dialogue().getByText('The two new passwords differ.').waitFor();
  await page.keyboard.press('Enter');
  await field('New password').fill('staple in the field');
  await field('New password again').fill('staple in the field');
  expect(await dialogue().locator('[aria-invalid=true]').count()).toBe(0);
  expect(asked).toEqual([]);
  await dialogue().getByRole('checkbox', { name: 'Sign out everywhere else' }).press('Space');
  await button('Change the password').press('Enter');
  await dialogue().getByText('This is not your present password.').waitFor();
  expect(await field('Present password').getAttribute('aria-invalid')).toBe('true');
  expect(asked).toEqual([{ currentPassword: 'wrong wrong', newPassword: 'staple in the field', revokeOtherSessions: false }]);
  await answering(429, 'too_many_tries');
  await button('Change the password').click();
  await dialogue().getByRole('alert').getByText('The server’s own sentence.').waitFor();
});

test('who has no password is not asked for one', async () => {
  served.known.me = { ...agentMe, hasPassword: false };
  await open('/desk');
  await button('User menu: Aoki Haruka').click();
  await button('Sign out').waitFor();
  expect(await button('Change password…').count()).toBe(0);
});

test('has no serious findings by axe: the menu, and the dialogue with what is wrong', async () => {
  await openDialogue();
  await page.keyboard.press('Enter');
  await dialogue().getByText('Enter your present password.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button('Back').click();
  await dialogue().waitFor({ state: 'hidden' });
  await button('User menu: Aoki Haruka').click();
  await button('Sign out').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});
