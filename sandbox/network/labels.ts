/**
 * Whether a participant's label is one Twilio takes: 1 to 128 characters, no `/` (nor `%2F`), not like a call SID.
 * Source: https://www.twilio.com/docs/api/errors/16024
 */
export const isLabel = (label: string): boolean =>
  label.length > 0 && label.length <= 128 && !/\/|%2f/i.test(label) && !/^CA[0-9a-f]{32}$/.test(label);
