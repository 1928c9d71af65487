import type { AttemptOutcome } from '../../domain/words.ts';
import { ATTEMPT_OUTCOMES } from '../../domain/words.ts';
import type { Actor, CallbackRow } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';

/** How a customer is named: by name, or that none was given. */
export function customerName(callback: Pick<CallbackRow, 'name'>, t: Translate): string {
  return callback.name.trim() || t('callback.nameless');
}

/** A language in the viewer's own: `ja` is "Japanese", 「日本語」. What is no language tag stays as it is. */
export function languageName(tag: string, viewer: string): string {
  try {
    return new Intl.DisplayNames(viewer, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** How whoever did something is named. */
export function actorName(actor: Actor, t: Translate): string {
  return actor.name ?? t(`actor.${actor.type}`);
}

/** How a distributor is named; null: it was never distributed. */
export function distributorName(distributor: CallbackRow['distributor'], t: Translate): string | null {
  if (distributor === null) return null;
  return typeof distributor === 'string' ? t(`distributor.${distributor}`) : distributor.name;
}

/** How a reason for not being ready is said: known ones by the catalogue, others as they were written. */
export function reasonWord(reason: string, t: Translate): string {
  return isKnownReason(reason) ? t(`reason.${reason}`) : reason;
}

/** Whether a value is an attempt's outcome, which the catalogue has a word for. */
export function isOutcome(value: unknown): value is AttemptOutcome {
  return (ATTEMPT_OUTCOMES as readonly unknown[]).includes(value);
}

/** The reasons an agent can choose. */
export const REASONS = ['break', 'meal', 'meeting', 'training', 'paperwork'] as const;

/** The reasons Ringback itself gives: the agent missed an offer, or did not pick up their telephone. */
const OWN_REASONS = ['missed_offer', 'no_answer'] as const;

function isKnownReason(reason: string): reason is (typeof REASONS | typeof OWN_REASONS)[number] {
  return [...REASONS, ...OWN_REASONS].some((known) => known === reason);
}
