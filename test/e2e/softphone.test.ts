import { askForNow, newNumber } from './customer.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import { fullNameOf } from './system.ts';

const story = stories();

story('an administrator gives an agent the softphone; with the sandbox it is simulated, says so, and takes a call', async (centre) => {
  const [admin, hana] = [await signIn(centre, 'admin'), await signIn(centre, 'hana')];
  expect(await hana.button(/^Telephone/).count()).toBe(0);
  await admin.page.goto('/settings/agents');
  await admin.button(fullNameOf('hana')).click();
  const drawer = admin.page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'Telephone' }).selectOption('Softphone in the browser');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await hana.button('Telephone: Softphone (simulated)').click();
  await hana.page.getByText('The sandbox plays your telephone').waitFor();
  await hana.page.keyboard.press('Escape');

  const number = newNumber('01');
  await hana.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await hana.answerOffer('Alt+a');
  const { legs } = await hana.caseWhen(number, ({ status }) => status === 'connected');
  expect(legs.find(({ role }) => role === 'agent')).toMatchObject({ progress: 'answered' });
  await hana.button('Mute').click();
  await hana.page.getByText('Simulated: nothing is muted').waitFor();
  const { entries } = await centre.sandbox<{ entries: { parameters: Record<string, unknown> }[] }>('GET', '/journal?kind=request');
  const rung = entries.map(({ parameters }) => parameters['To']);
  expect(rung).toContainEqual(expect.stringMatching(/^client:agent_\w+\?attempt=1&callback=[\w-]+&leg=agent-1-1$/));
});

story('an agent without a telephone is told before they set themselves Ready', async (centre) => {
  const [admin, emma] = [await signIn(centre, 'admin'), await signIn(centre, 'emma')];
  await admin.page.goto('/settings/agents');
  await admin.button(fullNameOf('emma')).click();
  const drawer = admin.page.getByRole('dialog');
  const address = drawer.getByRole('textbox', { name: 'Number or address' });
  const before = await address.inputValue();
  await address.fill('');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await emma.button('Telephone: No telephone').waitFor();
  await emma.button(/^Presence/).click();
  await emma.page.getByRole('alert').filter({ hasText: 'nothing can be offered to you' }).waitFor();
  await admin.button(fullNameOf('emma')).click();
  await address.fill(before);
  await drawer.getByRole('button', { name: 'Save' }).click();
  await emma.button('Telephone: No telephone').waitFor({ state: 'hidden' });
});
