import type { Express } from 'express';
import express from 'express';
import type { Account, ImportResult, NotReadyReason, Team } from '../../../console/api/types.ts';
import { AOKI, BILLING, EAST, MORI, SALES } from './people.ts';

/** What the API would know of who can sign in. */
export interface KnownAccounts {
  accounts: Account[];
  teams: Team[];
  reasons: NotReadyReason[];
  imported: ImportResult;
}

const account: Account = {
  ...AOKI, email: 'aoki@example.com', role: 'agent', disabled: false, isAgent: true, mayPhone: true, endpoint: '+815012345678',
  languages: ['ja'], routes: [BILLING], teams: [EAST], presence: 'ready', load: 12,
};

export function accountsKnown(): KnownAccounts {
  return {
    accounts: [
      { ...account, id: 'agent-admin', name: 'Kobayashi Rei', email: 'admin@example.com', role: 'administrator', isAgent: false, mayPhone: false, endpoint: null, routes: [], teams: [], languages: [], presence: 'offline', load: 0 },
      account,
      { ...account, ...MORI, email: 'mori@example.com', endpoint: 'sip:desk-12@pbx.example.com', languages: ['ja', 'en'], routes: [BILLING, SALES], teams: [], presence: 'offline', load: 3, disabled: true },
      { ...account, id: 'agent-long', name: 'Wolfeschlegelsteinhausenbergerdorff 髙﨑 ｻﾁｺ', email: 'a.very.long.address.of.somebody@callcentre.example.com', presence: 'busy', load: 140 },
    ],
    teams: [{ ...EAST, agentIds: [AOKI.id] }, { id: 'team-1', name: 'Osaka', agentIds: [AOKI.id] }, { id: 'team-west', name: 'West', agentIds: [AOKI.id, MORI.id] }],
    reasons: [{ code: 'meal', label: {} }, { code: 'stand-up', label: { ja: '朝礼', en: 'Stand-up' } }, { code: 'break', label: {} }],
    imported: {
      encoding: 'cp932', applied: false, counts: { create: 1, change: 1, same: 1, error: 1 }, passwords: [],
      rows: [
        { line: 2, email: 'sato@example.com', name: '佐藤 花', result: 'create', changes: [], problems: [] },
        { line: 3, email: 'aoki@example.com', name: '青木', result: 'change', changes: ['name', 'routes'], problems: [] },
        { line: 4, email: 'mori@example.com', name: 'Mori', result: 'same', changes: [], problems: [] },
        { line: 5, email: 'kato', name: 'Kato', result: 'error', changes: [], problems: [{ column: 'email', code: 'bad_email', value: null, detail: 'This is not an e-mail address.' }, { column: 'routes', code: 'unknown_route', value: 'Nowhere', detail: '' }] },
      ],
    },
  };
}

/** Answers for Settings · Agents, Teams and Reasons. */
export function serveAccounts(app: Express, known: KnownAccounts): void {
  app.get('/v1/accounts', (_request, response) => void response.json({ items: known.accounts }));
  app.get('/v1/teams', (_request, response) => void response.json({ items: known.teams }));
  app.get('/v1/not-ready-reasons', (_request, response) => void response.json({ items: known.reasons }));
  app.put('/v1/not-ready-reasons', (request, response) => {
    known.reasons = request.body.items;
    response.json({ items: known.reasons });
  });
  app.post('/v1/agents/import', express.raw({ type: 'text/csv' }), (_request, response) => void response.json(known.imported));
  app.post('/v1/agents', (request, response) => void response.status(201).json({ account: { ...account, ...request.body, id: 'made' }, password: 'k7mpq-23abc-defgh-xyz89' }));
  app.post('/v1/agents/:id/reset-password', (_request, response) => void response.json({ password: 'n3wpq-23abc-defgh-xyz89' }));
  app.post('/v1/agents/:id/disable', ({ params: { id } }, response) => {
    known.accounts = known.accounts.map((one) => (one.id === id ? { ...one, disabled: true } : one));
    response.json(known.accounts.find((one) => one.id === id));
  });
  app.put('/v1/agents/:id', (_request, response) => void response.json(account));
  app.post('/v1/teams', (request, response) => void response.status(201).json({ id: 'made', ...request.body }));
}
