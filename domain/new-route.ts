import type { WeeklyHours } from './hours.ts';
import type { Disposition, RoutePolicy } from './route.ts';
import { PLAIN_ROUTE } from './route.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const OFFICE = [{ from: '09:00', to: '18:00' }];

/** From Monday to Friday. */
export const OFFICE_HOURS: WeeklyHours = { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE };

/** What every centre files, whatever it is called about. */
export const RESOLVED: Disposition = { code: 'resolved', label: { en: 'Resolved', ja: '解決', ko: '해결' }, effect: 'end' };
export const CALL_AGAIN: Disposition = { code: 'call_again', label: { en: 'Call again later', ja: '再架電', ko: '재발신' }, effect: 'retry' };
export const WRONG_NUMBER: Disposition = { code: 'wrong_number', label: { en: 'Wrong number', ja: '番号違い', ko: '잘못된 번호' }, effect: 'end' };

/** What a new route begins with: office hours on weekdays, and times that suit a centre that nobody has tuned yet. */
export function newRoutePolicy({ timeZone, callerId }: Pick<RoutePolicy, 'timeZone' | 'callerId'>): RoutePolicy {
  return {
    ...PLAIN_ROUTE,
    timeZone,
    callerId,
    languages: timeZone === 'Asia/Tokyo' ? ['ja', 'en'] : ['en'],
    priority: 5,
    webChannel: 'voice',
    hours: OFFICE_HOURS,
    holidayCountry: null,
    closedDates: [],
    leadTimeMs: HOUR_MS,
    windowMs: 30 * MINUTE_MS,
    preview: false,
    offerTimeoutMs: 20 * SECOND_MS,
    previewTimeoutMs: null,
    missedOfferMakesNotReady: true,
    assigneeAloneMs: 10 * MINUTE_MS,
    offerBarMs: 2 * MINUTE_MS,
    afterAttemptMs: MINUTE_MS,
    ringTimeoutS: 25,
    machineDetection: true,
    retryDelayMs: { busy: 10 * MINUTE_MS, no_answer: 30 * MINUTE_MS, machine: HOUR_MS, failed: 15 * MINUTE_MS, unknown: 15 * MINUTE_MS },
    maximumAttempts: 3,
    expiryMs: 72 * HOUR_MS,
    dispositions: [RESOLVED, CALL_AGAIN, WRONG_NUMBER],
    dispositionMandatory: false,
    instructions: '',
  };
}
