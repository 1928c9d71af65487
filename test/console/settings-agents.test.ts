import { AOKI, administratorMe, agentMe, BILLING, caseOf, deskOf, EAST, MORI, minutesFromNow } from './served/people.ts';
import { seriousFindings } from './served/axe.ts';
import { button, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();
beforeEach(() => {
  served.known.me = administratorMe;
});

const dialogue = () => page.getByRole('dialog').last();
const field = (name: string) => dialogue().getByRole('textbox', { name });
const CSV = { name: 'agents.csv', mimeType: 'text/csv', buffer: Buffer.from('email\n') };

test('somebody new is made by the keyboard, with a password that is shown once', async () => {
  await open('/settings/agents');
  await button('Add somebody').press('Enter');
  await field('E-mail').fill('sato@example.com');
  await field('Name').fill('佐藤');
  await field('Name').press('Enter');
  await dialogue().getByText('k7mpq-23abc-defgh-xyz89').waitFor();
  expect(served.bodies('POST', '/v1/agents')).toEqual([
    { email: 'sato@example.com', name: '佐藤', role: 'agent', mayPhone: true, endpoint: '', languages: [], routeIds: [], teamIds: [] },
  ]);
  await dialogue().getByRole('button', { name: 'Close' }).last().press('Enter');
  await until(() => page.getByText('k7mpq').count(), (count) => count === 0);
  expect(new URL(page.url()).search).toBe('');
});

test('what the server finds wrong stands at its field', async () => {
  served.known.refusals.set('PUT /v1/agents/agent-aoki', problem('malformed', 'wrong', { status: 400, errors: [{ pointer: '/endpoint', detail: 'must be' }] }));
  await open(`/settings/agents?open=${AOKI.id}`);
  await field('Number or address').fill('desk');
  await dialogue().getByRole('button', { name: 'Save' }).press('Enter');
  await dialogue().getByText('Give a telephone number or a sip: address.').waitFor();
});

test('a softphone that another agent has is refused at the choice of the telephone', async () => {
  served.known.accounts = served.known.accounts.map((one) => (one.id === AOKI.id ? { ...one, endpoint: 'client:desk_12' } : one));
  const taken = problem('softphone_taken', 'Another agent has this softphone already.', { status: 409, errors: [{ pointer: '/endpoint', detail: 'is the softphone of another agent' }] });
  served.known.refusals.set('PUT /v1/agents/agent-aoki', taken);
  await open(`/settings/agents?open=${AOKI.id}`);
  await dialogue().getByRole('button', { name: 'Save' }).press('Enter');
  await dialogue().getByText('Another agent has this softphone already. Everybody needs one of their own.').waitFor();
  expect(await dialogue().getByRole('combobox', { name: 'Telephone' }).getAttribute('aria-invalid')).toBe('true');
});

test('the softphone is chosen, and its address is made by Ringback', async () => {
  await open(`/settings/agents?open=${AOKI.id}`);
  await dialogue().getByRole('combobox', { name: 'Telephone' }).selectOption('Softphone in the browser');
  await dialogue().getByText('Their calls ring in the browser in which they are signed in.', { exact: false }).waitFor();
  expect(await field('Number or address').count()).toBe(0);
  await dialogue().getByRole('button', { name: 'Save' }).press('Enter');
  await until(() => served.bodies('PUT', `/v1/agents/${AOKI.id}`), (sent) => sent.length === 1);
  expect(served.bodies('PUT', `/v1/agents/${AOKI.id}`)).toEqual([expect.objectContaining({ endpoint: 'client:' })]);
});

test('a softphone that is there stays as it is, and one that could not ring is made anew', async () => {
  served.known.accounts = served.known.accounts.map((one) => (one.id === AOKI.id ? { ...one, endpoint: 'client:desk_12' } : { ...one, endpoint: 'client:a.b' }));
  for (const [id, endpoint] of [[AOKI.id, 'client:desk_12'], [MORI.id, 'client:']] as const) {
    await open(`/settings/agents?open=${id}`);
    await dialogue().getByRole('button', { name: 'Save' }).press('Enter');
    await until(() => served.bodies('PUT', `/v1/agents/${id}`), (sent) => sent.length === 1);
    expect(served.bodies('PUT', `/v1/agents/${id}`)).toEqual([expect.objectContaining({ endpoint })]);
  }
});

test('who may phone and cannot be rung stands out in the list', async () => {
  served.known.accounts = served.known.accounts.map((one) => (one.id === AOKI.id ? { ...one, endpoint: null } : one));
  await open('/settings/agents');
  await page.getByRole('row').filter({ hasText: AOKI.name }).getByText('No telephone').waitFor();
  expect(await page.getByText('No telephone').count()).toBe(1);
  expect(await seriousFindings(page)).toEqual([]);
});

test('keeping somebody out says what becomes of what is assigned to them, and nobody is asked to keep themselves out', async () => {
  await open(`/settings/agents?open=${AOKI.id}`);
  await button('Keep from signing in').press('Enter');
  await dialogue().getByText('12 assigned callbacks stay theirs').waitFor();
  await dialogue().getByRole('button', { name: 'Keep from signing in' }).press('Enter');
  await button('Let them sign in').waitFor();
  expect(served.bodies('POST', `/v1/agents/${AOKI.id}/disable`)).toHaveLength(1);
});

test('the search narrows by name however it is written, by team and by route, and stands in the address', async () => {
  await open(`/settings/agents?team=${EAST.id}&route=${BILLING.id}`);
  await page.getByText('2 people').waitFor();
  await page.getByRole('searchbox').fill('ｻﾁｺ');
  await page.getByText('1 person').waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('ｻﾁｺ');
  await page.getByRole('searchbox').fill('nobody');
  await page.getByText('Nobody matches').waitFor();
});

test('an import shows what each row would do, is not applied while one is wrong, and shows the first passwords', async () => {
  await open('/settings/agents');
  await button('Import CSV').press('Enter');
  await dialogue().locator('input[type=file]').setInputFiles(CSV);
  await dialogue().getByText('Read as Shift_JIS (CP932): 1 new, 1 changed, 1 as they are, 1 wrong').waitFor();
  await dialogue().getByText('Routes: there is no route “Nowhere”, or more than one').waitFor();
  expect(await dialogue().getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
  served.known.imported = { ...served.known.imported, encoding: 'utf-8', counts: { create: 1, change: 0, same: 0, error: 0 }, rows: served.known.imported.rows.slice(0, 1) };
  await dialogue().getByRole('combobox', { name: 'Encoding' }).selectOption('utf-8');
  await dialogue().getByText('Read as UTF-8').waitFor();
  served.known.imported = { ...served.known.imported, applied: true, passwords: [{ email: 'sato@example.com', name: '佐藤 花', password: 'imp0r-ted22-abcde-fghjk' }] };
  await dialogue().getByRole('button', { name: 'Apply' }).press('Enter');
  await dialogue().getByText('imp0r-ted22-abcde-fghjk').waitFor();
  expect(served.asked.filter(({ path }) => path.startsWith('/v1/agents/import')).map(({ path }) => path.split('?')[1])).toEqual([
    'dryRun=true&encoding=auto', 'dryRun=true&encoding=utf-8', 'dryRun=false&encoding=utf-8',
  ]);
});

test('a team is made of agents', async () => {
  await open('/settings/teams');
  await button('Add a team').press('Enter');
  await field('Name').fill('North');
  await dialogue().getByRole('button', { name: 'Save' }).press('Enter');
  await until(() => served.bodies('POST', '/v1/teams').length, (count) => count === 1);
  expect(served.bodies('POST', '/v1/teams')).toEqual([{ name: 'North', agentIds: [] }]);
});

test('reasons are put in order by the keyboard, and agents choose by them', async () => {
  await open('/settings/reasons');
  await button('Move Stand-up up').focus();
  await page.keyboard.press('Enter');
  await button('Save').press('Enter');
  await page.getByText('Saved.').waitFor();
  expect(served.known.reasons.map(({ code }) => code)).toEqual(['stand-up', 'meal', 'break']);
  served.known.me = agentMe;
  served.known.desk = deskOf({ presence: { presence: 'not_ready', channels: [{ channel: 'voice', wish: 'not_ready', reason: 'stand-up', since: null, next: null }] } });
  await open('/desk');
  await page.getByRole('button', { name: 'Presence: Not ready (Stand-up)' }).press('Enter');
  const choice = page.getByRole('combobox', { name: 'Reason' }).first();
  expect(await choice.locator('option').allTextContents()).toEqual(['No reason', 'Stand-up', 'Meal', 'Break']);
});

test('an administrator re-opens an ended callback and corrects its disposition, with a reason; an agent is not asked', async () => {
  const ended = caseOf({ id: 'done', status: 'completed', endedAt: minutesFromNow(-5), assignee: MORI });
  served.known.cases = [ended];
  await open('/callbacks?open=done');
  await button('Re-open').press('Enter');
  await dialogue().getByRole('button', { name: 'Re-open' }).press('Enter');
  await dialogue().getByText('Say why: it stands on the timeline.').waitFor();
  await field('Reason').fill('another question');
  await dialogue().getByRole('button', { name: 'Re-open' }).press('Enter');
  await until(() => served.bodies('POST', '/done/reopen').length, (count) => count === 1);
  expect(served.bodies('POST', '/done/reopen')).toEqual([{ reason: 'another question' }]);
  await button('Correct disposition').waitFor();
  served.known.me = agentMe;
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.getByText(ended.name).first().waitFor();
  expect(await button('Re-open').count()).toBe(0);
});

test.each(['/settings/agents', `/settings/agents?open=${AOKI.id}`, '/settings/teams', '/settings/reasons'])('axe finds nothing serious on %s', async (path) => {
  await open(path);
  await page.getByText(path.includes('reasons') ? '한국어' : AOKI.name).first().waitFor();
  await page.waitForTimeout(400);
  expect(await seriousFindings(page)).toEqual([]);
});
