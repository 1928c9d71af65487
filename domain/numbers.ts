import type { CountryCode } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number as E.164, or why it is none. */
export type ParsedNumber =
  | { readonly ok: true; readonly e164: string }
  | { readonly ok: false; readonly reason: 'empty' | 'not_a_number' | 'impossible' };

/**
 * Reads a number as people write it (spaces, dashes, brackets, full-width digits, with or without country code) into E.164.
 * @param country ISO 3166-1 alpha-2 of numbers written without a country code.
 */
export function parseNumber(text: string, country: string): ParsedNumber {
  const written = text.normalize('NFKC').replace(/[ー‐‑‒–—−]/g, '-').trim();
  if (written === '') return { ok: false, reason: 'empty' };
  const parsed = parsePhoneNumberFromString(written, country as CountryCode);
  if (!parsed) return { ok: false, reason: 'not_a_number' };
  return parsed.isValid() ? { ok: true, e164: parsed.number } : { ok: false, reason: 'impossible' };
}

/** A number in its country's own way for viewers in that country, in the international way for others. Unreadable text stays. */
export function formatNumber(e164: string, viewerCountry: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return parsed.country === viewerCountry ? parsed.formatNational() : parsed.formatInternational();
}

/** The groups of digits in which a voice reads a number back, in its country's own way: `['090', '1234', '5678']`. */
export function groupsForSpeech(e164: string): string[] {
  const parsed = parsePhoneNumberFromString(e164);
  return (parsed ? parsed.formatNational() : e164).split(/\D+/).filter((group) => group !== '');
}

/** The country (ISO 3166-1 alpha-2) a number belongs to; null when it cannot be told. */
export function countryOf(e164: string): string | null {
  return parsePhoneNumberFromString(e164)?.country ?? null;
}

/** The last four digits: how a number is named where the whole of it must not be shown. */
export function lastFour(e164: string): string {
  return e164.slice(-4);
}
