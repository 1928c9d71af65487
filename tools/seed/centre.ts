import { CALL_AGAIN, newRoutePolicy, RESOLVED, WRONG_NUMBER } from '../../domain/new-route.ts';
import type { Disposition, Route, RoutePolicy } from '../../domain/route.ts';
import type { WeeklyHours } from '../../domain/hours.ts';
import type { Agent } from '../../store/agent/agents.ts';
import { Dice } from './dice.ts';
import type { Names } from './names.ts';

/** The centre whose callbacks are made: routes, teams, agents, administrators. */
export interface Centre {
  readonly routes: readonly Route[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly agentIds: readonly string[] }[];
  readonly agents: readonly Agent[];
  readonly administrators: readonly { readonly id: string; readonly name: string }[];
}

/** What the ids of everything made here begin with. */
export const MADE = 'seed-';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const AGENTS = 200;

const TOPICS = [
  { code: 'billing', name: 'Billing', hours: 'office' },
  { code: 'sales', name: 'Sales', hours: 'long' },
  { code: 'support', name: 'Support', hours: 'always' },
  { code: 'delivery', name: 'Delivery', hours: 'long' },
  { code: 'contract', name: 'Contracts', hours: 'office' },
  { code: 'repair', name: 'Repairs', hours: 'long' },
  { code: 'membership', name: 'Membership', hours: 'office' },
  { code: 'moving', name: 'Moving house', hours: 'office' },
] as const;

const PLACES = [
  { code: 'jp', name: 'Japan', timeZone: 'Asia/Tokyo', holidays: 'JP', languages: ['ja', 'en'], weight: 11 },
  { code: 'kr', name: 'Korea', timeZone: 'Asia/Seoul', holidays: 'KR', languages: ['ko', 'en'], weight: 5 },
  { code: 'gb', name: 'United Kingdom', timeZone: 'Europe/London', holidays: 'GB', languages: ['en'], weight: 4 },
] as const;

/** Eight topics in three places; how much comes in by each follows from both. */
export function weightOf(routeId: string): number {
  const [topic = '', place = ''] = routeId.slice(MADE.length).split('-');
  const rank = TOPICS.findIndex(({ code }) => code === topic);
  return (PLACES.find(({ code }) => code === place)?.weight ?? 1) * (TOPICS.length - rank);
}

/** Whether a route made here is about this topic. */
export function isAbout(id: string, topic: string): boolean {
  return id.startsWith(`${MADE}${topic}-`);
}

export function makeCentre(names: Names, seed: number): Centre {
  const dice = new Dice(seed);
  const routes = PLACES.flatMap((place) => TOPICS.map((topic, index) => makeRoute(topic, place, index)));
  const administrators = Array.from({ length: 6 }, (_, index) => ({ id: `${MADE}admin-${index + 1}`, name: dice.pick(index < 3 ? names.ja : names.en) }));
  const teamIds = Array.from({ length: 12 }, (_, index) => `${MADE}team-${index + 1}`);
  const agents: Agent[] = [];
  const members = new Map<string, string[]>(teamIds.map((id) => [id, []]));
  for (let index = 0; index < AGENTS; index += 1) {
    const place = PLACES[index % 20 < 11 ? 0 : index % 20 < 16 ? 1 : 2];
    const id = `${MADE}agent-${String(index + 1).padStart(3, '0')}`;
    const first = index % TOPICS.length;
    const topics = [...new Set([first, (first + 1) % TOPICS.length, dice.int(0, TOPICS.length - 1)])];
    agents.push({
      id,
      name: dice.pick(place.code === 'jp' ? names.ja : place.code === 'kr' ? names.ko : dice.chance(0.7) ? names.en : names.other),
      endpoint: `sip:${id}@agents.example.com`,
      languages: [...place.languages],
      mayPhone: true,
      routeIds: topics.map((topic) => routeId(TOPICS[topic]?.code ?? '', place.code)),
    });
    members.get(teamIds[index % teamIds.length] ?? '')?.push(id);
  }
  return { routes, agents, administrators, teams: teamIds.map((id, index) => ({ id, name: `Team ${index + 1}`, agentIds: members.get(id) ?? [] })) };
}

function routeId(topic: string, place: string): string {
  return `${MADE}${topic}-${place}`;
}

function weekly(kind: (typeof TOPICS)[number]['hours']): WeeklyHours {
  const [from, to] = { office: ['09:00', '18:00'], long: ['08:00', '20:00'], always: ['00:00', '24:00'] }[kind] as [string, string];
  const day = [{ from, to }];
  const week = { 1: day, 2: day, 3: day, 4: day, 5: day };
  return kind === 'office' ? week : kind === 'long' ? { ...week, 6: day } : { ...week, 6: day, 7: day };
}

const DISPOSITIONS: readonly Disposition[] = [
  RESOLVED,
  { code: 'ordered', label: { en: 'Order taken', ja: '受注', ko: '주문 접수' }, effect: 'end' },
  { code: 'explained', label: { en: 'Explained', ja: '説明済み', ko: '안내 완료' }, effect: 'end' },
  { code: 'escalated', label: { en: 'Passed on', ja: '担当部署へ引継ぎ', ko: '담당 부서 이관' }, effect: 'end' },
  WRONG_NUMBER,
  CALL_AGAIN,
];

function makeRoute(topic: (typeof TOPICS)[number], place: (typeof PLACES)[number], index: number): Route {
  const number = `+1212555${String(110 + PLACES.indexOf(place) * TOPICS.length + index).padStart(4, '0')}`;
  const policy: RoutePolicy = {
    ...newRoutePolicy({ timeZone: place.timeZone, callerId: number }),
    languages: place.languages,
    priority: 3 + (index % 5),
    webChannel: topic.code === 'support' ? 'web' : 'voice',
    hours: weekly(topic.hours),
    holidayCountry: topic.hours === 'office' ? place.holidays : null,
    leadTimeMs: 2 * HOUR_MS,
    preview: index % 2 === 0,
    offerTimeoutMs: 30_000,
    previewTimeoutMs: topic.code === 'support' ? 3 * MINUTE_MS : null,
    afterAttemptMs: 30_000,
    retryDelayMs: { busy: 10 * MINUTE_MS, no_answer: 40 * MINUTE_MS, machine: HOUR_MS, failed: 20 * MINUTE_MS, unknown: 20 * MINUTE_MS },
    expiryMs: 7 * DAY_MS,
    dispositions: DISPOSITIONS,
    dispositionMandatory: index % 3 === 0,
  };
  return { id: routeId(topic.code, place.code), version: 1, name: `${topic.name} ${place.name}`, numbers: [number], closed: false, policy };
}
