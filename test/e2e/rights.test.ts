import { askForNow, newNumber } from './customer.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';

const story = stories();

story('without the right to telephone there is no desk, and accepting or dialling is refused with 403', async (centre) => {
  const [admin, ken] = [await signIn(centre, 'admin'), await signIn(centre, 'ken')];
  const number = newNumber('01');
  await ken.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await ken.region('Offer').waitFor();
  const offerId = (await ken.desk()).offer?.offerId;
  const { id } = await admin.callbackOf(number);
  await centre.setMayPhone('ken', false);
  for (const [command, body] of [['accept', { offerId }], ['reject', { offerId }], ['dial', { attempt: 1 }], ['hang-up', { attempt: 1 }]] as const) {
    expect([command, (await ken.post(`/v1/callbacks/${id}/${command}`, body)).status()]).toEqual([command, 403]);
  }
  await ken.page.reload();
  await ken.page.getByText('There is nothing here that you may see').waitFor();
  expect(await ken.page.getByRole('link', { name: 'Desk' }).count()).toBe(0);
  expect(await ken.button(/^Presence/).count()).toBe(0);
  const { attempts } = await admin.caseWhen(number, () => true);
  expect(attempts).toEqual([]);
});

story('an agent cannot see another’s callback: neither in the list, nor by its address, nor by a command', async (centre) => {
  const [hana, emma] = [await signIn(centre, 'hana'), await signIn(centre, 'emma')];
  const number = newNumber('00');
  await hana.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await hana.answerOffer('Alt+a');
  await hana.sees('Call', 'Connected');
  const { id } = await hana.callbackOf(number);
  expect(await emma.get('/v1/callbacks')).toMatchObject({ items: [] });
  expect((await emma.context.request.get(`/v1/callbacks/${id}`)).status()).toBe(404);
  for (const [command, body] of [['complete', {}], ['cancel', {}], ['hang-up', { attempt: 1 }], ['notes', { text: 'x' }]] as const) {
    expect([command, (await emma.post(`/v1/callbacks/${id}/${command}`, body)).status()]).toEqual([command, 404]);
  }
  await emma.page.goto(`/callbacks?open=${id}`);
  await emma.page.getByRole('alert').filter({ hasText: 'There is no such callback' }).waitFor();
  await hana.sees('Call', 'Connected');
});

story('nobody reaches anything without signing in, and a session that ends asks for the password where one is', async (centre) => {
  const stranger = await centre.browser.newContext({ baseURL: centre.system.url });
  for (const path of ['/v1/me', '/v1/me/desk', '/v1/callbacks', '/v1/events', '/v1/callbacks.xlsx']) {
    expect([path, (await stranger.request.get(path)).status()]).toEqual([path, 401]);
  }
  const admin = await signIn(centre, 'admin');
  await admin.page.getByText('End of the list').waitFor();
  await admin.context.clearCookies();
  await admin.button('Excel').dispatchEvent('click'); // not by the pointer: the form may already be in its way
  await admin.page.getByText('Your session has ended').waitFor();
});
