const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The least and the most a setting may be; both are allowed. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/** What the figures of a route may be: form and API hold by the same ones. */
export const ROUTE_LIMITS = {
  priority: { least: 1, most: 9 },
  leadTimeMs: { least: 0, most: 30 * DAY_MS },
  windowMs: { least: MINUTE_MS, most: 7 * DAY_MS },
  offerTimeoutMs: { least: 5 * SECOND_MS, most: 10 * MINUTE_MS },
  previewTimeoutMs: { least: 5 * SECOND_MS, most: HOUR_MS },
  assigneeAloneMs: { least: 0, most: 30 * DAY_MS },
  offerBarMs: { least: 0, most: DAY_MS },
  afterAttemptMs: { least: 0, most: HOUR_MS },
  afterCallLimitMs: { least: 10 * SECOND_MS, most: 8 * HOUR_MS },
  ringTimeoutS: { least: 5, most: 120 },
  retryDelayMs: { least: 10 * SECOND_MS, most: 7 * DAY_MS },
  maximumAttempts: { least: 1, most: 99 },
  expiryMs: { least: 10 * MINUTE_MS, most: 365 * DAY_MS },
} as const satisfies Readonly<Record<string, Limits>>;
