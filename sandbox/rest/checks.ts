import { isCallableUrl } from '../formats.ts';
import { badRequest, invalidParameter } from './errors.ts';

/** Looks at one value of a parameter; throws what Twilio answers, or returns a warning about what Twilio swallows in silence. */
export type Check = (value: string, name: string) => string | undefined;

export interface ParameterRule {
  readonly check: Check;
  /** May be sent several times. */
  readonly repeated?: boolean;
}

export type Rules = Readonly<Record<string, ParameterRule>>;

const rule = (check: Check): ParameterRule => ({ check });

/** Any value; what uses it looks at it itself. */
export const any = rule(() => undefined);

/** `code` is Twilio's for this parameter. An empty string is taken where `emptyMeansNone`. */
export const url = (code: number, emptyMeansNone = false): ParameterRule =>
  rule((value, name) => {
    if (value === '' && emptyMeansNone) return undefined;
    if (!isCallableUrl(value)) throw badRequest(code, `${name} is not a valid URL: ${value}`);
    return undefined;
  });

/** An HTTP method for a webhook (21209). */
export const method = rule((value, name) => {
  if (value !== 'GET' && value !== 'POST') throw badRequest(21_209, `Invalid ${name}: ${value}`);
  return undefined;
});

/** `true` or `false`; Twilio takes anything else for false and says nothing. */
export const boolean = rule((value, name) =>
  value === 'true' || value === 'false' ? undefined : `${name} must be true or false; anything else means false.`,
);

/** A whole number within bounds, refused with `code` outside them. */
export const integer = (least: number, most: number, code = 20_001): ParameterRule =>
  rule((value, name) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return undefined;
    throw badRequest(code, `${name} must be an integer between ${least} and ${most}.`);
  });

/** One of the values, refused with `code` otherwise. */
export const oneOf = (values: readonly string[], code = 20_001): ParameterRule =>
  rule((value, name) => {
    if (values.includes(value)) return undefined;
    throw badRequest(code, `Invalid ${name}: ${value}. Allowed: ${values.join(', ')}.`);
  });

/** Events, as repeated parameters and, where `spaced`, also as one value with spaces between. */
export const events = (values: readonly string[], spaced: boolean): ParameterRule => ({
  repeated: true,
  check: (value, name) => {
    const names = spaced ? value.split(' ') : [value];
    if (names.every((each) => values.includes(each))) return undefined;
    throw badRequest(21_626, `Invalid ${name}: ${value}`);
  },
});

/** An identifier with that prefix (20001). */
export const sid = (prefix: string): ParameterRule =>
  rule((value, name) => {
    if (new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(value)) return undefined;
    throw invalidParameter(name, value);
  });

/** ISO 8601 date, or date and time. */
export const date = rule((value, name) => {
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z?)?$/.test(value) && !Number.isNaN(Date.parse(value))) return undefined;
  throw invalidParameter(name, value);
});

/** Reads, but only to say that the sandbox does nothing with it. */
export const unused = rule((_value, name) => `${name} is accepted, but the sandbox does nothing with it.`);
