import type { Express } from 'express';
import type { AuditEntry, RouteEdit, RouteLines, RouteSettings } from '../../../console/api/types.ts';
import { newRoutePolicy } from '../../../domain/new-route.ts';
import { administratorMe, AOKI, BILLING, minutesFromNow, MORI, SALES } from './people.ts';

/** What the API would know of route management. */
export interface KnownRoutes {
  routeSettings: RouteSettings;
  audit: AuditEntry[];
}

const by = { type: 'user' as const, id: administratorMe.id, name: administratorMe.name };
const policy = newRoutePolicy({ timeZone: 'Asia/Tokyo', callerId: '+81312345678' }) as RouteSettings['policy'];

export const routesKnown = (): KnownRoutes => ({
  routeSettings: {
    ...BILLING,
    version: 3,
    numbers: ['+81312345678', '+815031000001'],
    closed: false,
    policy: { ...policy, holidayCountry: 'JP', instructions: 'Confirm the contract number first.' },
    agentIds: [AOKI.id],
    waiting: 34,
    open: 40,
    edited: { at: minutesFromNow(-90), by },
  },
  audit: [
    { id: 3, at: minutesFromNow(-90), actor: by, action: 'route_edited', subject: `route/${BILLING.id}`, before: { leadTimeMs: 7_200_000, agentIds: [] }, after: { leadTimeMs: 3_600_000, agentIds: [AOKI.id] } },
    { id: 2, at: minutesFromNow(-60 * 30), actor: { ...by, name: MORI.name }, action: 'route_opened', subject: `route/${BILLING.id}`, before: { closed: true }, after: { closed: false } },
    { id: 1, at: minutesFromNow(-60 * 50), actor: by, action: 'route_created', subject: `route/${BILLING.id}`, before: null, after: { name: 'Billing' } },
  ],
});

/** Answers what Settings asks of routes; an edit is kept. */
export function serveRoutes(app: Express, known: KnownRoutes): void {
  const lines = (): RouteLines['items'] => [
    { ...known.routeSettings, agents: known.routeSettings.agentIds.length },
    { ...SALES, numbers: ['+815031000002'], closed: false, waiting: 0, open: 0, agents: 2 },
    { id: 'route-old', name: 'Old campaign', numbers: [], closed: true, waiting: 3, open: 3, agents: 0 },
  ];
  const keep = (edit: RouteEdit): RouteSettings => {
    const { routeSettings } = known;
    known.routeSettings = { ...routeSettings, ...edit, version: routeSettings.version + 1, edited: { at: new Date().toISOString(), by } };
    return known.routeSettings;
  };
  app.get('/v1/routes/settings', (_request, response) => void response.json({ items: lines(), holidayCountries: ['JP', 'KR', 'US'] }));
  app.get('/v1/routes/:id/settings', (_request, response) => void response.json(known.routeSettings));
  app.put('/v1/routes/:id/settings', (request, response) => void response.json(keep(request.body as RouteEdit)));
  app.post('/v1/routes/:id/settings/preview', (_request, response) => void response.json({ waiting: known.routeSettings.waiting, dueTimesChanged: 12 }));
  app.post('/v1/routes/:id/close', (_request, response) => {
    known.routeSettings = { ...known.routeSettings, closed: true };
    response.json(known.routeSettings);
  });
  app.post('/v1/routes', (_request, response) => void response.status(201).json(known.routeSettings));
  app.delete('/v1/routes/:id', (_request, response) => void response.status(204).end());
  app.get('/v1/audit', (_request, response) => void response.json({ items: known.audit, nextBefore: null }));
}
