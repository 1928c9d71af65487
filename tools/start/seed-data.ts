import { DEMO_EMAILS } from '../../api/auth/demo-password.ts';
import type { ContactDetails } from '../../domain/contact.ts';
import type { WeeklyHours } from '../../domain/hours.ts';
import { CALL_AGAIN, newRoutePolicy, OFFICE_HOURS, RESOLVED, WRONG_NUMBER } from '../../domain/new-route.ts';
import type { Route, RoutePolicy } from '../../domain/route.ts';
import type { Kind, Origin } from '../../domain/words.ts';

/*
 * What a newcomer finds. Every number is one that regulators keep for fiction (555-0100 to 555-0199), and its last two digits
 * decide how the sandbox's person behaves (sandbox/network/people.ts).
 */

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const ADMINISTRATOR = { email: DEMO_EMAILS.administrator, name: '森 愛子 Aiko Mori' } as const;

const [hana, ken, emma, carlos] = DEMO_EMAILS.agents;

export const AGENTS = [
  { email: hana, name: '佐藤 花 Hana Sato', languages: ['ja', 'en'], routeIds: ['billing', 'sales', 'support'] },
  { email: ken, name: '鈴木 健 Ken Suzuki', languages: ['ja'], routeIds: ['billing', 'sales'] },
  { email: emma, name: 'Emma Brown', languages: ['en'], routeIds: ['sales', 'support'] },
  { email: carlos, name: 'Carlos Díaz', languages: ['en', 'ja'], routeIds: ['billing', 'support'] },
] as const;

/** Where the sandbox rings an agent; whoever lives there answers. */
export function endpointOf(email: string): string {
  return `sip:${email.split('@')[0]}@agents.example.com`;
}

const DAY = [{ from: '00:00', to: '24:00' }];
const ALWAYS: WeeklyHours = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY, 7: DAY };

/** Unless it says otherwise, a route is open day and night, so that a newcomer is called whenever they try it. */
function routeOf(id: string, name: string, number: string, policy: Partial<RoutePolicy>): Route {
  const common = { languages: ['en', 'ja'], hours: ALWAYS, leadTimeMs: 2 * HOUR_MS, afterAttemptMs: 30 * SECOND_MS };
  return { id, version: 1, name, numbers: [number], closed: false, policy: { ...newRoutePolicy({ timeZone: 'Asia/Tokyo', callerId: number }), ...common, ...policy } };
}

export const ROUTES: readonly Route[] = [
  routeOf('sales', 'Sales', '+12025550101', {
    missedOfferMakesNotReady: false,
    dispositions: [
      { code: 'order', label: { en: 'Order taken', ja: '受注', ko: '주문 접수' }, effect: 'end' },
      { code: 'not_interested', label: { en: 'Not interested', ja: '見込みなし', ko: '관심 없음' }, effect: 'end' },
      CALL_AGAIN,
    ],
    instructions: 'Open day and night. Ask what the customer would like to order, and whether a quotation by e-mail helps.',
  }),
  routeOf('billing', 'Billing', '+12025550102', {
    languages: ['ja', 'en'],
    priority: 3,
    hours: OFFICE_HOURS,
    holidayCountry: 'JP',
    preview: true,
    offerTimeoutMs: 30 * SECOND_MS,
    dispositions: [{ code: 'paid', label: { en: 'Payment arranged', ja: '支払い手配済み', ko: '납부 예정' }, effect: 'end' }, RESOLVED, CALL_AGAIN, WRONG_NUMBER],
    dispositionMandatory: true,
    instructions: 'Confirm the name and the invoice number before speaking of amounts. 請求番号とお名前を先に確認してください。',
  }),
  routeOf('support', 'Support', '+12025550103', {
    webChannel: 'web',
    previewTimeoutMs: 3 * MINUTE_MS,
    machineDetection: false,
    maximumAttempts: 5,
    instructions: 'Read what the customer wrote in the form before you call.',
  }),
];

export interface SeedCallback {
  readonly routeId: string;
  readonly number: string;
  readonly name: string;
  readonly language: string;
  readonly kind: Kind;
  readonly origin: Origin;
  /** For `scheduled`: from the seeding. */
  readonly inMs?: number;
  readonly collected: Readonly<Record<string, string>>;
}

export const CALLBACKS: readonly SeedCallback[] = [
  {
    routeId: 'sales', number: '+12025550111', name: '田中 由紀', language: 'ja', kind: 'asap', origin: 'ivr',
    collected: { menu: '新規のご注文' },
  },
  {
    routeId: 'sales', number: '+12025550120', name: 'James Miller', language: 'en', kind: 'asap', origin: 'api',
    collected: { campaign: 'Spring catalogue' },
  },
  {
    routeId: 'billing', number: '+12025550112', name: '高橋 誠', language: 'ja', kind: 'delayed', origin: 'ivr',
    collected: { menu: 'ご請求について', invoice: 'INV-2041' },
  },
  {
    routeId: 'support', number: '+12025550113', name: 'Olivia Chen', language: 'en', kind: 'asap', origin: 'web',
    collected: { subject: 'Cannot sign in', message: 'The page says my code has expired.' },
  },
  {
    routeId: 'support', number: '+12025550130', name: '伊藤 美咲', language: 'ja', kind: 'scheduled', origin: 'web', inMs: DAY_MS,
    collected: { subject: '初期設定', message: '明日の同じ時間にお電話ください。' },
  },
];

/** Customers who are known already; of those who ask above, one is not. */
export const CONTACTS: readonly ContactDetails[] = [
  {
    name: '田中 由紀', reading: 'タナカ ユキ', company: 'つばめ商事', language: 'ja', timeZone: 'Asia/Tokyo', note: '',
    numbers: [{ number: '+12025550111', label: 'mobile' }, { number: '+12025550145', label: 'work' }],
    addresses: [{ kind: 'email', value: 'yuki.tanaka@example.com', label: 'work' }],
  },
  {
    name: '高橋 誠', reading: 'タカハシ マコト', company: '', language: 'ja', timeZone: 'Asia/Tokyo', note: '',
    numbers: [{ number: '+12025550112', label: 'home' }], addresses: [],
  },
  {
    name: 'James Miller', reading: '', company: 'Miller & Sons', language: 'en', timeZone: null, note: '',
    numbers: [{ number: '+12025550120', label: 'work' }], addresses: [{ kind: 'email', value: 'james@example.com', label: 'work' }],
  },
  {
    name: 'Olivia Chen', reading: '', company: '', language: 'en', timeZone: null, note: '',
    numbers: [{ number: '+12025550113', label: 'mobile' }], addresses: [{ kind: 'email', value: 'olivia.chen@example.com', label: 'home' }],
  },
];
