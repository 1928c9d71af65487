import { DateTime } from 'luxon';
import { groupsForSpeech, lastFour } from '../../../domain/numbers.ts';
import type { VoiceLanguage } from '../../../telephony/twilio/twiml.ts';
import type { Meaning, Prompts } from './prompts.ts';

/** A number as it is read back: digit by digit, with a pause between its groups. */
export function sayNumber(e164: string, language: VoiceLanguage): string {
  return groupsForSpeech(e164)
    .map(digitByDigit)
    .join(language === 'ja' ? '、' : ', ');
}

/** The last four digits, one by one. */
export function sayLastFour(e164: string): string {
  return digitByDigit(lastFour(e164));
}

/** An instant (ISO 8601) as the caller would say it from `now`, in the route's zone: "today at 3:30 PM", 「明日9時30分」, "오늘 오후 3시 30분". */
export function sayTime(at: string, now: string, timeZone: string, language: VoiceLanguage): string {
  const time = DateTime.fromISO(at, { zone: timeZone, locale: language });
  const today = DateTime.fromISO(now, { zone: timeZone }).startOf('day');
  const daysAhead = Math.round(time.startOf('day').diff(today, 'days').days);
  return SAY[language](time, daysAhead);
}

const SAY: Readonly<Record<VoiceLanguage, (time: DateTime, daysAhead: number) => string>> = { en: sayEnglish, ja: sayJapanese, ko: sayKorean };

function sayEnglish(time: DateTime, daysAhead: number): string {
  const day = ['today', 'tomorrow'][daysAhead] ?? time.toFormat("'on' EEEE, MMMM d");
  return `${day} at ${time.toFormat('h:mm a')}`;
}

function sayJapanese(time: DateTime, daysAhead: number): string {
  const day = ['本日', '明日'][daysAhead] ?? time.toFormat('M月d日EEEE');
  return `${day}${time.toFormat(time.minute === 0 ? 'H時' : 'H時m分')}`;
}

function sayKorean(time: DateTime, daysAhead: number): string {
  const day = ['오늘', '내일'][daysAhead] ?? time.toFormat('M월 d일 EEEE');
  const half = time.hour < 12 ? '오전' : '오후';
  return `${day} ${half} ${time.toFormat(time.minute === 0 ? 'h시' : 'h시 m분')}`;
}

function digitByDigit(digits: string): string {
  return digits.split('').join(' ');
}

/** Which of these a recognised sentence means: the first whose words it holds; null: none. */
export function hear(speech: string, among: readonly Meaning[], prompts: Prompts): Meaning | null {
  const text = speech.normalize('NFKC').toLowerCase().replace(/[\p{P}\s]+/gu, prompts.spaced ? ' ' : '');
  const holds = (word: string) => (prompts.spaced ? ` ${text} `.includes(` ${word} `) : text.includes(word));
  return among.find((meaning) => prompts.words[meaning].some(holds)) ?? null;
}

/**
 * The four digits of a time of day, as keyed or as speech recognition writes it ("15:30", "3:30 p.m.", 「午後3時半」 and "오후 3시 반"
 * are 1530); what is no time comes back as its digits.
 */
export function timeDigits(text: string): string {
  const written = text.normalize('NFKC').toLowerCase().replace(/半|(?<=시)\s*반/, '30分');
  const [, hour = '', minute = ''] = /^\D*(\d{1,2})(?:\s*[:時시]\s*(\d{1,2})?)?\D*$/.exec(written) ?? [];
  if (hour === '' || /^\d{3,}$/.test(written.trim())) return written.replace(/\D/g, '');
  return String(inTwentyFour(Number(hour), written)).padStart(2, '0') + minute.padStart(2, '0');
}

function inTwentyFour(hour: number, written: string): number {
  if (/\d\s*p\.?\s?m\b|午後|오후/.test(written) && hour < 12) return hour + 12;
  return /\d\s*a\.?\s?m\b|午前|오전/.test(written) && hour === 12 ? 0 : hour;
}
