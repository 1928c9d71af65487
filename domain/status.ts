/** Where a callback stands in its life. The words are the design's glossary; screens, SQL and API use the same ones. */
export const STATUSES = [
  'scheduled',
  'queued',
  'offered',
  'preview',
  'dialling',
  'connected',
  'wrap_up',
  'withdrawn',
  'completed',
  'cancelled',
  'expired',
  'failed',
] as const;

export type Status = (typeof STATUSES)[number];

/**
 * Every step a callback's life may take, and no other. An empty list marks an end.
 *
 * - `scheduled | queued → dialling` is dialling from a list: a reservation without an offer.
 * - `offered | preview → queued` is an offer that was rejected, missed or withdrawn.
 * - `wrap_up → dialling` is Call again: a new attempt by the agent who holds the case.
 * - `dialling → queued | scheduled` is an agent who did not pick up: the customer was never rung, and waits again.
 */
export const TRANSITIONS: Readonly<Record<Status, readonly Status[]>> = {
  scheduled: ['queued', 'dialling', 'withdrawn', 'completed', 'cancelled', 'expired'],
  queued: ['scheduled', 'offered', 'dialling', 'withdrawn', 'completed', 'cancelled', 'expired'],
  offered: ['scheduled', 'queued', 'preview', 'dialling', 'withdrawn', 'completed', 'cancelled', 'expired'],
  preview: ['scheduled', 'queued', 'dialling', 'withdrawn', 'completed', 'cancelled', 'expired'],
  dialling: ['connected', 'wrap_up', 'queued', 'scheduled', 'cancelled'],
  connected: ['wrap_up'],
  wrap_up: ['dialling', 'scheduled', 'queued', 'completed', 'cancelled', 'expired', 'failed'],
  withdrawn: ['scheduled', 'cancelled', 'expired'],
  completed: [],
  cancelled: [],
  expired: [],
  failed: [],
};

/** Whether the callback has ended: nothing more is offered, dialled or changed. */
export function isTerminal(status: Status): boolean {
  return TRANSITIONS[status].length === 0;
}

/** Whether `to` may follow `from`. */
export function mayBecome(from: Status, to: Status): boolean {
  return TRANSITIONS[from].includes(to);
}

/** The statuses of callbacks that have not ended: one such callback per route and number. */
export const OPEN_STATUSES: readonly Status[] = STATUSES.filter((status) => !isTerminal(status));

/** The ends of a callback's life. */
export const TERMINAL_STATUSES: readonly Status[] = STATUSES.filter(isTerminal);

/** Statuses in which one agent has the case in hand: it is their one live callback. */
export const LIVE_STATUSES = ['offered', 'preview', 'dialling', 'connected', 'wrap_up'] as const satisfies readonly Status[];

/** Whether an agent has the case in hand. */
export function isLive(status: Status): boolean {
  return (LIVE_STATUSES as readonly Status[]).includes(status);
}

const CALLED_STATUSES: readonly Status[] = ['dialling', 'connected', 'wrap_up'];

/** Whether an attempt is under way, or over and not filed yet. */
export function isBeingCalled(status: Status): boolean {
  return CALLED_STATUSES.includes(status);
}
