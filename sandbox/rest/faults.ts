import { z } from 'zod';

/** A failure that a test orders, for the next requests that match. */
export const FaultSchema = z.strictObject({
  /** HTTP method; absent: any. */
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  /** Regular expression on the path. */
  pathPattern: z.string().refine(isPattern, 'must be a regular expression'),
  times: z.int().min(1).default(1),
  /**
   * `status`: answered with an error, unprocessed. `reset`: the connection breaks, unprocessed. `reset_after_processing`: it breaks
   * instead of the answer. `delay`: processed after a while.
   */
  kind: z.enum(['status', 'reset', 'reset_after_processing', 'delay']),
  status: z.int().min(400).max(599).default(500),
  /** Twilio's error code of the answer. */
  code: z.int().default(20_500),
  delayMs: z.int().min(0).default(1000),
});

export type Fault = z.infer<typeof FaultSchema>;

export interface Faults {
  add(fault: Fault): void;
  /** The fault for this request, counted as used. */
  take(method: string, path: string): Fault | null;
  list(): readonly Fault[];
  clear(): void;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** No failures are ordered at first. The oldest that matches is taken. */
export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (fault) => {
      faults.push({ ...fault });
    },
    take(method, path) {
      const fault = faults.find((each) => (each.method ?? method) === method && new RegExp(each.pathPattern).test(path));
      if (fault === undefined) return null;
      fault.times -= 1;
      if (fault.times === 0) faults = faults.filter((each) => each !== fault);
      return fault;
    },
    list: () => faults,
    clear: () => {
      faults = [];
    },
  };
}
