import { integer, any } from './checks.ts';
import type { Rules } from './checks.ts';
import type { Parameters, RawParameters } from './parameters.ts';

/** Parameters that every list takes. */
export const PAGING: Rules = { PageSize: integer(1, 1000), Page: integer(0, 1_000_000), PageToken: any };

/** One page of a list in Twilio's envelope, newest first as the items come. `path` is the list's own. */
export function page<T>(
  key: string,
  path: string,
  raw: RawParameters,
  parameters: Parameters,
  items: readonly T[],
  shape: (item: T) => Record<string, unknown>,
): Record<string, unknown> {
  const size = parameters.integer('PageSize', 50);
  const number = parameters.integer('Page', 0);
  const start = number * size;
  const shown = items.slice(start, start + size);
  const uri = (index: number): string => pageUri(path, raw, size, index);
  return {
    [key]: shown.map(shape),
    first_page_uri: uri(0),
    previous_page_uri: number > 0 ? uri(number - 1) : null,
    next_page_uri: start + size < items.length ? uri(number + 1) : null,
    uri: uri(number),
    page: number,
    page_size: size,
    start,
    end: Math.max(start, start + shown.length - 1),
  };
}

function pageUri(path: string, raw: RawParameters, size: number, index: number): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(raw)) {
    if (!(name in PAGING)) for (const each of [value].flat()) query.append(name, each);
  }
  query.set('PageSize', String(size));
  query.set('Page', String(index));
  if (index > 0) query.set('PageToken', `PA${index}`);
  return `${path}?${query.toString()}`;
}

/**
 * Whether an instant passes the filters `Name`, `Name<` and `Name>`; a date alone means that day in UTC. What never happened passes
 * no filter.
 */
export function passesDate(parameters: Parameters, name: string, epochMs: number | null): boolean {
  const on = parameters.text(name);
  const before = parameters.text(`${name}<`);
  const after = parameters.text(`${name}>`);
  if (on === null && before === null && after === null) return true;
  if (epochMs === null) return false;
  const second = Math.floor(epochMs / 1000) * 1000;
  if (on !== null && new Date(epochMs).toISOString().slice(0, 10) !== on.slice(0, 10)) return false;
  if (before !== null && second > Date.parse(before)) return false;
  return after === null || second >= Date.parse(after);
}

/** Rules for the three filters of a date. */
export const dateFilters = (name: string, rule: Rules[string]): Rules =>
  rule === undefined ? {} : { [name]: rule, [`${name}<`]: rule, [`${name}>`]: rule };
