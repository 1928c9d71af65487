import { foldName } from '../../domain/reading.ts';
import type { AttemptOutcome } from '../../domain/words.ts';
import { ATTEMPT_OUTCOMES } from '../../domain/words.ts';
import type { Actor, CallbackRow, NotReadyReason } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';

/** A callback, by what its customer is called. */
type Called = Pick<CallbackRow, 'name'> & Partial<Pick<CallbackRow, 'contact'>>;

/** How a customer is named: by the name given, else by that of the contact, or that none was given. */
export function customerName({ name, contact }: Called, t: Translate): string {
  return name.trim() || contact?.name || t('callback.nameless');
}

/** How the customer's name is read (フリガナ); empty where it is not known, or another name was given than the contact's. */
export function customerReading({ name, contact }: Called): string {
  if (!contact) return '';
  return name.trim() === '' || foldName(name) === foldName(contact.name) ? contact.reading : '';
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

/**
 * How a reason for not being ready is said: by its label in the reader's language, else by the catalogue where it knows the code, else
 * by any label, or as it was written.
 */
export function reasonWord({ code, label }: NotReadyReason, t: Translate, language: string): string {
  return label[language] ?? (isKnownReason(code) ? t(`reason.${code}`) : labelOf(label, language, code));
}

/** Whether a value is an attempt's outcome, which the catalogue has a word for. */
export function isOutcome(value: unknown): value is AttemptOutcome {
  return (ATTEMPT_OUTCOMES as readonly unknown[]).includes(value);
}

/** The reasons that are there from the start. */
const REASONS = ['break', 'meal', 'meeting', 'training', 'paperwork'] as const;

/** The reasons Ringback itself gives: the agent missed an offer, or did not pick up their telephone. */
const OWN_REASONS = ['missed_offer', 'no_answer'] as const;

function isKnownReason(reason: string): reason is (typeof REASONS | typeof OWN_REASONS)[number] {
  return [...REASONS, ...OWN_REASONS].some((known) => known === reason);
}
