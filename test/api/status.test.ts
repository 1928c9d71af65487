import Excel from 'exceljs';
import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre, reserved } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());
beforeEach(async () => {
  await centre.store.db.deleteFrom('callback').execute();
});

const ask = (path: string, as = 'admin') => centre.ask('GET', path, { as });

/** A callback requested at an instant, in a state. */
async function callback(requestedAt: string, columns: Record<string, unknown> = {}): Promise<string> {
  const id = await givenCallback(centre);
  const ended = ['completed', 'cancelled', 'expired', 'failed'].includes(String(columns['status']));
  await given(centre, id, { requested_at: requestedAt, ...(ended && { ended_at: new Date() }), ...columns });
  return id;
}

const zeros = { requested: 0, distributed: 0, completed: 0, unprocessed: 0, otherEnded: 0, rate: null };

describe('who may ask', () => {
  test.each(['/v1/status', '/v1/status/service', '/v1/status/offers'])('%s is for administrators and machines', async (path) => {
    expect((await ask(path, 'aoki')).status).toBe(403);
    expect((await centre.ask('GET', path)).status).toBe(401);
    expect((await ask(path, 'machine')).status).toBe(200);
  });
});

describe('the figures', () => {
  test('count each callback once, by what it is now', async () => {
    const { aoki, mori } = centre.ids;
    const day = '2026-11-21T05:30:00Z';
    await callback(day, { assignee_id: aoki, status: 'completed' });
    await callback(day, { assignee_id: aoki, status: 'completed', attempts_placed: 0 });
    await callback(day, { assignee_id: mori, status: 'connected' });
    await callback(day, { assignee_id: mori, status: 'expired' });
    // Given back to the queue, and ended there: it was Aoki's. Still waiting there, it is nobody's.
    await callback(day, { last_assignee_id: aoki, status: 'failed' });
    await callback(day, { last_assignee_id: aoki, status: 'queued' });
    await callback(day, { status: 'withdrawn' });
    await callback(day, { status: 'completed' });
    await callback(day, { status: 'cancelled' });
    const { body } = await ask('/v1/status?from=2026-11-21&to=2026-11-21');
    const figures = { requested: 9, distributed: 5, completed: 2, unprocessed: 1, otherEnded: 2, rate: 0.4 };
    expect(body).toEqual({
      from: '2026-11-21', to: '2026-11-21', timeZone: 'Asia/Tokyo', unit: 'day', groupBy: 'none',
      rows: [{ period: '2026-11-21', group: null, ...figures }], groups: [], totals: figures,
    });
    const byAgent = await ask('/v1/status?from=2026-11-21&to=2026-11-22&groupBy=agent');
    expect(byAgent.body.rows).toEqual([
      { period: '2026-11-21', group: { id: aoki, name: 'aoki' }, requested: 3, distributed: 3, completed: 2, unprocessed: 0, otherEnded: 1, rate: 2 / 3 },
      { period: '2026-11-21', group: { id: mori, name: 'mori' }, requested: 2, distributed: 2, completed: 0, unprocessed: 1, otherEnded: 1, rate: 0 },
      { period: '2026-11-21', group: null, ...zeros, requested: 4 },
      { period: '2026-11-22', group: null, ...zeros },
    ]);
    expect(byAgent.body.groups).toHaveLength(3);
    expect(byAgent.body.totals).toEqual(figures);
    const byRoute = await ask('/v1/status?from=2026-11-21&to=2026-11-21&groupBy=route');
    expect(byRoute.body.groups).toEqual([{ group: { id: 'billing', name: 'Billing' }, ...figures }]);
  });

  test('are narrowed by route, agent and team', async () => {
    const { aoki, mori } = centre.ids;
    const day = '2026-11-21T05:30:00Z';
    await callback(day, { assignee_id: aoki, status: 'completed' });
    await callback(day, { last_assignee_id: aoki, status: 'expired' });
    await callback(day, { assignee_id: mori, route_id: 'old' });
    await centre.store.db.insertInto('team').values({ id: 'team-1', name: 'One' }).execute();
    await centre.store.db.insertInto('agent_team').values({ agent_id: mori, team_id: 'team-1' }).execute();
    const distributed = async (query: string) => (await ask(`/v1/status?from=2026-11-21&to=2026-11-21&${query}`)).body.totals.distributed;
    expect(await distributed('')).toBe(3);
    expect(await distributed(`agent=${aoki}`)).toBe(2);
    expect(await distributed('route=old')).toBe(1);
    expect(await distributed('route=old,billing')).toBe(3);
    expect(await distributed('team=team-1')).toBe(1);
    expect(await distributed('team=nobody')).toBe(0);
  });

  test('a day is the centre’s, and days and months without callbacks are rows of zeros', async () => {
    await callback('2026-11-20T14:59:59Z', { assignee_id: centre.ids.aoki });
    await callback('2026-11-20T15:00:00Z', { assignee_id: centre.ids.aoki });
    await callback('2026-11-30T15:00:00Z');
    const days = await ask('/v1/status?from=2026-11-20&to=2026-11-22');
    expect(days.body.rows.map(({ period, requested }: { period: string; requested: number }) => [period, requested])).toEqual([['2026-11-20', 1], ['2026-11-21', 1], ['2026-11-22', 0]]);
    const months = await ask('/v1/status?unit=month&from=2026-10-15&to=2026-12-31');
    expect(months.body.rows.map(({ period, requested }: { period: string; requested: number }) => [period, requested])).toEqual([['2026-10', 0], ['2026-11', 2], ['2026-12', 1]]);
    expect(months.body.totals.requested).toBe(3);
  });

  test.each([
    ['?from=2026-11-22&to=2026-11-21', 'to'],
    ['?from=2026-02-30', 'from'],
    ['?from=2020-01-01&to=2026-01-01', 'from'],
    ['?unit=week', 'unit'],
    ['?page=1', 'page'],
  ])('%s is refused at %s', async (query, parameter) => {
    const { status, body } = await ask(`/v1/status${query}`);
    expect(status).toBe(400);
    expect(body.errors[0].parameter).toBe(parameter);
  });

  test('without days, this month so far; a first day that lies ahead is the only one', async () => {
    const { body } = await ask('/v1/status');
    expect(body.from).toBe(`${body.to.slice(0, 7)}-01`);
    expect((await ask('/v1/status?from=2090-05-05')).body.to).toBe('2090-05-05');
  });
});

describe('where clocks change', () => {
  test('days of 23 and of 25 hours have all their callbacks, and no others', async () => {
    const elsewhere = await openCentre({ timeZone: 'America/New_York' });
    const counts = async (query: string) => {
      const { body } = await elsewhere.ask('GET', `/v1/status?${query}`, { as: 'admin' });
      return body.rows.map(({ period, requested }: { period: string; requested: number }) => [period, requested]);
    };
    const callback = async (requestedAt: string) => given(elsewhere, await givenCallback(elsewhere), { requested_at: requestedAt });
    // Sunday 8 March: 05:00Z to 04:00Z, 23 hours. Sunday 1 November: 04:00Z to 05:00Z, 25 hours.
    for (const at of ['2026-03-08T04:59:59Z', '2026-03-08T05:00:00Z', '2026-03-09T03:59:59Z', '2026-03-09T04:00:00Z']) await callback(at);
    for (const at of ['2026-11-01T03:59:59Z', '2026-11-01T04:00:00Z', '2026-11-02T04:59:59Z', '2026-11-02T05:00:00Z']) await callback(at);
    expect(await counts('from=2026-03-07&to=2026-03-09')).toEqual([['2026-03-07', 1], ['2026-03-08', 2], ['2026-03-09', 1]]);
    expect(await counts('from=2026-11-01&to=2026-11-01')).toEqual([['2026-11-01', 2]]);
    expect(await counts('from=2026-10-31&to=2026-11-02')).toEqual([['2026-10-31', 1], ['2026-11-01', 2], ['2026-11-02', 1]]);
    expect(await counts('unit=month&from=2026-10-01&to=2026-11-30')).toEqual([['2026-10', 1], ['2026-11', 3]]);
    await elsewhere.close();
  });
});

describe('how well the calls went', () => {
  const service = async (query = '') => (await ask(`/v1/status/service?from=2026-11-21&to=2026-11-21${query}`)).body;
  const day = '2026-11-21T05:30:00Z';

  test('attempts per completion leave out what was completed without a call', async () => {
    await callback(day, { status: 'completed', attempts_placed: 1 });
    await callback(day, { status: 'completed', attempts_placed: 4 });
    await callback(day, { status: 'completed', attempts_placed: 0 });
    await callback(day, { status: 'failed', attempts_placed: 9 });
    expect((await service()).totals).toMatchObject({ attemptsPerCompletion: 2.5, completedByCall: 2 });
  });

  test('a voicemail is no success of the first attempt', async () => {
    for (const outcome of ['answered', 'machine', 'no_answer', 'unknown']) await callback(day, { first_call_attempt: 1, first_call_outcome: outcome });
    await callback(day);
    expect((await service()).totals).toMatchObject({ firstAttemptSuccess: 0.25, answeredAtFirst: 1, called: 4 });
  });

  test('the wait is the median from due to answer; a call before the time is no wait', async () => {
    for (const minutes of [-10, 2, 30]) {
      const due = new Date('2026-11-21T06:00:00Z');
      await callback(day, { answer_due_at: due, answered_at: new Date(due.getTime() + minutes * 60_000) });
    }
    await callback(day, { answer_due_at: day });
    expect((await service()).totals.medianWaitMs).toBe(120_000);
    expect((await service('&groupBy=route')).rows).toMatchObject([{ group: { id: 'billing' }, medianWaitMs: 120_000 }]);
  });

  test('promises are judged when they are kept or over; one that ended before its time is not', async () => {
    const window = { window_ends_at: '2026-11-21T07:00:00Z' };
    await callback(day, { ...window, promise_kept_at: '2026-11-21T06:59:00Z' });
    await callback(day, window);
    await callback(day, { window_ends_at: '2090-01-01T00:00:00Z' });
    await callback(day, { ...window, status: 'cancelled', ended_at: '2026-11-21T06:00:00Z' });
    await callback(day, { ...window, status: 'expired', ended_at: '2026-11-21T08:00:00Z' });
    await callback(day);
    expect((await service()).totals).toMatchObject({ keptPromises: 1 / 3, kept: 1, promised: 3 });
  });

  test('nothing asked for is nothing to judge', async () => {
    expect(await service('&groupBy=agent')).toMatchObject({ rows: [], totals: { attemptsPerCompletion: null, firstAttemptSuccess: null, medianWaitMs: null, keptPromises: null } });
  });
});

describe('offers', () => {
  test('are counted per agent by when they were made, and by how they ended', async () => {
    const { aoki, mori } = centre.ids;
    const offer = async (agentId: string, more: Record<string, unknown>, route = 'billing') => {
      const id = await callback('2026-01-01T00:00:00Z', { route_id: route });
      await reserved(centre, id, agentId, { reserved_at: '2026-11-21T05:30:00Z', released_at: '2026-11-21T05:31:00Z', ...more });
    };
    await offer(aoki, { offer_end: 'accepted' });
    await offer(aoki, { offer_end: 'missed' }, 'old');
    await offer(aoki, { offer_end: 'withdrawn' });
    await offer(mori, { offer_end: 'rejected' });
    await offer(mori, { offer_end: null, released_at: null });
    // Neither of these was shown to anybody in the period as an offer.
    await offer(mori, { purpose: 'dial' });
    await offer(mori, { confirmed_at: null });
    await offer(mori, { reserved_at: '2026-11-20T14:59:59Z', offer_end: 'accepted' });
    const { body } = await ask('/v1/status/offers?from=2026-11-21&to=2026-11-21');
    expect(body.rows).toEqual([
      { agent: { id: aoki, name: 'aoki' }, offered: 3, accepted: 1, rejected: 0, missed: 1, withdrawn: 1 },
      { agent: { id: mori, name: 'mori' }, offered: 2, accepted: 0, rejected: 1, missed: 0, withdrawn: 0 },
    ]);
    expect(body.totals).toEqual({ offered: 5, accepted: 1, rejected: 1, missed: 1, withdrawn: 1 });
    expect((await ask(`/v1/status/offers?from=2026-11-21&to=2026-11-21&route=old&agent=${aoki}`)).body.totals).toMatchObject({ offered: 1, missed: 1 });
  });
});

describe('the workbook', () => {
  const download = async (query: string, as = 'admin') => {
    const response = await fetch(`${centre.url}/v1/status.xlsx?${query}`, { headers: await centre.credentials(as) });
    const book = new Excel.Workbook();
    if (response.ok) await book.xlsx.load(await response.arrayBuffer());
    return { response, book };
  };
  const cellsOf = (sheet: Excel.Worksheet | undefined) => {
    const rows: Excel.CellValue[][] = [];
    sheet?.eachRow((row) => rows.push((row.values as Excel.CellValue[]).slice(1)));
    return rows;
  };

  test('has the figures as typed cells, with totals, and the conditions on a second sheet', async () => {
    const { aoki } = centre.ids;
    await centre.store.db.updateTable('agent').set({ name: '=1+1' }).where('id', '=', aoki).execute();
    await callback('2026-11-20T20:00:00Z', { assignee_id: aoki, status: 'completed' });
    await callback('2026-11-20T20:00:00Z', { assignee_id: aoki });
    await callback('2026-11-20T20:00:00Z', { assignee_id: aoki });
    const { response, book } = await download('from=2026-11-21&to=2026-11-22&groupBy=agent&lang=en&route=billing');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="status-2026-11-21-2026-11-22.xlsx"');
    expect(cellsOf(book.worksheets[0])).toEqual([
      ['Day', 'Agent', 'Requested', 'Distributed', 'Completed', 'Unprocessed', 'Otherwise ended', 'Processing rate (%)'],
      [new Date('2026-11-21T00:00:00Z'), '=1+1', 3, 3, 1, 2, 0, 33.3],
      [new Date('2026-11-22T00:00:00Z'), 'Nobody', 0, 0, 0, 0, 0],
      ['Total', undefined, 3, 3, 1, 2, 0, 33.3],
    ]);
    expect(cellsOf(book.worksheets[1])).toEqual(
      expect.arrayContaining([['Downloaded by', 'admin'], ['First day requested', '2026-11-21'], ['Last day requested', '2026-11-22'], ['Route', 'Billing'], ['Rows', 3], ['Processing rate (%)', 'Completed ÷ distributed']]),
    );
    await centre.store.db.updateTable('agent').set({ name: 'aoki' }).where('id', '=', aoki).execute();
  });

  test('by month and in Japanese, months are months', async () => {
    const { book } = await download('from=2026-10-01&to=2026-11-30&unit=month&lang=ja');
    expect(book.worksheets[0]?.name).toBe('処理状況');
    expect(cellsOf(book.worksheets[0]).slice(0, 2)).toEqual([
      ['年月', '受付', '分配', '完了', '未処理', 'その他終了', '処理率(%)'],
      [new Date('2026-10-01T00:00:00Z'), 0, 0, 0, 0, 0],
    ]);
    expect(book.worksheets[0]?.getColumn(1).numFmt).toBe('yyyy/mm');
  });

  test('is on the audit log, and not for agents', async () => {
    await centre.store.db.deleteFrom('audit_entry').execute();
    expect((await download('from=2026-11-21&to=2026-11-22', 'aoki')).response.status).toBe(403);
    await download(`from=2026-11-21&to=2026-11-22&agent=${centre.ids.mori}`);
    expect(await readAudit(centre.store.db, { limit: 5 })).toMatchObject([
      {
        actor: { type: 'user', id: centre.ids.admin },
        action: 'status_downloaded',
        subject: 'status',
        after: { search: { from: '2026-11-21', to: '2026-11-22', unit: 'day', groupBy: 'none', agent: centre.ids.mori }, state: 'complete', rows: 3 },
      },
    ]);
  });
});
