import { randomUUID } from 'node:crypto';
import express from 'express';
import type { Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import twilio from 'twilio';
import { problems } from '../../../api/middleware/problems.ts';
import type { WebhookDeps } from '../../../api/webhooks/index.ts';
import { twilioWebhooks } from '../../../api/webhooks/index.ts';
import type { RoutePolicy } from '../../../domain/route.ts';
import { PLAIN_ROUTE } from '../../../domain/route.ts';
import type { Store } from '../../../store/open.ts';
import { saveRoute } from '../../../store/route/routes.ts';

export const PUBLIC_URL = 'https://ringback.example';
const AUTH_TOKEN = 'the token that signs';

export const CUSTOMER = '+819012345678';
export const ROUTE_NUMBER = '+81312345678';

export const ALWAYS: RoutePolicy['hours'] = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
export const DAYTIME: RoutePolicy['hours'] = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '09:00', to: '17:00' }]]));

export const POLICY: RoutePolicy = {
  ...PLAIN_ROUTE,
  timeZone: 'Asia/Tokyo',
  languages: ['en'],
  priority: 5,
  callerId: ROUTE_NUMBER,
  webChannel: 'web',
  hours: ALWAYS,
  holidayCountry: null,
  closedDates: [],
  leadTimeMs: 2 * 3_600_000,
  windowMs: 1_800_000,
  preview: false,
  offerTimeoutMs: 20_000,
  previewTimeoutMs: null,
  missedOfferMakesNotReady: true,
  offerBarMs: 60_000,
  assigneeAloneMs: 60_000,
  afterAttemptMs: 60_000,
  ringTimeoutS: 25,
  machineDetection: true,
  retryDelayMs: { busy: 60_000, no_answer: 60_000, machine: 60_000, failed: 60_000, unknown: 60_000 },
  maximumAttempts: 3,
  expiryMs: 7 * 86_400_000,
  dispositions: [],
  dispositionMandatory: false,
  instructions: '',
};

export async function givenRoute(store: Store, policy: Partial<RoutePolicy> = {}, more: { closed?: boolean; id?: string; number?: string } = {}) {
  const { closed = false, id = 'support', number = ROUTE_NUMBER } = more;
  return saveRoute(store.db, { id, name: 'Acme Support', numbers: [number], policy: { ...POLICY, ...policy }, closed });
}

/** The router alone, as the app mounts it, on a real store. */
export function appOf(deps: Partial<WebhookDeps> & Pick<WebhookDeps, 'store'>): Express {
  const log = pino({ level: 'silent' });
  const config = {
    publicUrl: PUBLIC_URL,
    numberHashKey: Buffer.alloc(32, 7),
    twilio: twilioAccount(AUTH_TOKEN),
  };
  const nobody = { start: async () => undefined };
  const deaf = { endCall: async () => undefined };
  const metrics = { countMessage: () => undefined };
  const app = express();
  app.set('query parser', 'simple');
  app.use('/twilio', twilioWebhooks({ config, callbacks: nobody, telephony: deaf, metrics, log, ...deps }));
  app.use(problems(log));
  return app;
}

export function twilioAccount(authToken: string): NonNullable<WebhookDeps['config']['twilio']> {
  return { accountSid: `AC${'a'.repeat(32)}`, authToken, apiKey: null, apiSecret: null, baseUrl: null };
}

export type Form = Record<string, string>;

/** Posts a form as Twilio does, signed over the public URL. */
export function post(app: Express, path: string, form: Form, signature = sign(path, form)): request.Test {
  return request(app).post(path).type('form').set('X-Twilio-Signature', signature).send(form);
}

export function sign(path: string, form: Form): string {
  return twilio.getExpectedTwilioSignature(AUTH_TOKEN, PUBLIC_URL + path, form);
}

export function callSid(): string {
  return `CA${randomUUID().replaceAll('-', '')}`;
}
