import type { Actor, CallbackRow } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';

/** How a customer is named: by name, or that none was given. */
export function customerName(callback: Pick<CallbackRow, 'name'>, t: Translate): string {
  return callback.name.trim() || t('callback.nameless');
}

/** How whoever did something is named. */
export function actorName(actor: Actor, t: Translate): string {
  return actor.name ?? t(`actor.${actor.type}`);
}

/** How a reason for not being ready is said: known ones by the catalogue, others as they were written. */
export function reasonWord(reason: string, t: Translate): string {
  return isKnownReason(reason) ? t(`reason.${reason}`) : reason;
}

/** The reasons an agent can choose. */
export const REASONS = ['break', 'meal', 'meeting', 'training', 'paperwork'] as const;

function isKnownReason(reason: string): reason is (typeof REASONS)[number] | 'missed_offer' {
  return reason === 'missed_offer' || (REASONS as readonly string[]).includes(reason);
}
