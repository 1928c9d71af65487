import type { Rules } from './checks.ts';

export type RawParameters = Readonly<Record<string, string | readonly string[]>>;

/** The parameters of one request after their values were checked. */
export interface Parameters {
  has(name: string): boolean;
  /** null when absent. */
  text(name: string): string | null;
  flag(name: string, otherwise: boolean): boolean;
  integer(name: string, otherwise: number): number;
  /** All values, split at spaces; null when absent. */
  list(name: string): readonly string[] | null;
  method(name: string, otherwise?: 'GET' | 'POST'): 'GET' | 'POST';
}

/**
 * Checks each parameter by its rule. What Twilio ignores in silence (a name it does not know, a second value) goes to `warn`. Throws
 * what Twilio would answer.
 */
export function readParameters(raw: RawParameters, rules: Rules, warn: (warning: string) => void): Parameters {
  for (const [name, value] of Object.entries(raw)) {
    const values = typeof value === 'string' ? [value] : value;
    const rule = rules[name];
    if (rule === undefined) {
      warn(`Twilio does not know the parameter ${name} here and ignores it.`);
      continue;
    }
    if (values.length > 1 && rule.repeated !== true) warn(`${name} was sent ${values.length} times; the last one counts.`);
    for (const each of values) {
      const warning = rule.check(each, name);
      if (warning !== undefined) warn(warning);
    }
  }
  return accessors(raw);
}

function accessors(raw: RawParameters): Parameters {
  const last = (name: string): string | null => {
    const value = raw[name];
    return value === undefined ? null : typeof value === 'string' ? value : (value.at(-1) ?? null);
  };
  return {
    has: (name) => raw[name] !== undefined,
    text: last,
    flag: (name, otherwise) => (last(name) === null ? otherwise : last(name) === 'true'),
    integer: (name, otherwise) => (last(name) === null ? otherwise : Number(last(name))),
    list: (name) => {
      const value = raw[name];
      return value === undefined ? null : [value].flat().flatMap((each) => each.split(' '));
    },
    method: (name, otherwise = 'POST') => (last(name) === null ? otherwise : last(name) === 'GET' ? 'GET' : 'POST'),
  };
}
