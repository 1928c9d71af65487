import type { RequestHandler } from 'express';

/** Which of the network's webhooks reach us. */
export interface Hearing {
  /** What it says about these does not reach us; null: all does. */
  lost: RegExp | null;
  /** What it says meanwhile, each to reach us when it is called; null: it reaches us at once. */
  late: (() => void)[] | null;
  /** All reaches us at once again. */
  restore(): void;
  readonly webhooks: RequestHandler;
}

export function createHearing(): Hearing {
  const hearing: Hearing = {
    lost: null,
    late: null,
    restore: () => void Object.assign(hearing, { lost: null, late: null }),
    webhooks: (request, response, next) => {
      if (hearing.lost?.test(request.url)) response.status(204).end();
      else if (hearing.late === null) next();
      else hearing.late.push(next);
    },
  };
  return hearing;
}
