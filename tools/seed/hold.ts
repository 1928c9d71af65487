import type { OfferEnd } from '../../domain/words.ts';
import { iso, orNull } from './asked.ts';
import type { Told } from './told.ts';

interface Held {
  readonly reservationId: string;
  readonly callbackId: string;
  readonly agentId: string;
  readonly since: number;
  /** Null: the agent dials it from the list. */
  readonly offer: { readonly preview: boolean; readonly deadlineAt: number } | null;
}

/** An agent holds the case (store/agent/reservations.ts). Instants are milliseconds since 1970. */
export class Hold {
  readonly held: Held;
  #end: { readonly end: OfferEnd; readonly at: number; readonly version: number } | null = null;

  constructor(held: Held) {
    this.held = held;
  }

  /** @param version the step with which the offer ended */
  endOffer(end: OfferEnd, at: number, version: number): void {
    this.#end = { end, at, version };
  }

  /** @param releasedAt null: it is held to this day */
  tell(told: Told, releasedAt: number | null): void {
    const { reservationId, callbackId, agentId, since, offer } = this.held;
    told.add('reservation', {
      id: reservationId, callback_id: callbackId, agent_id: agentId, purpose: offer ? 'offer' : 'dial', reserved_at: iso(since),
      confirmed_at: iso(since + 40), preview: offer?.preview ?? false, deadline_at: orNull(offer?.deadlineAt ?? null),
      offer_end: this.#end?.end ?? null, offer_ended_at: orNull(this.#end?.at ?? null), offer_end_version: this.#end?.version ?? null,
      released_at: orNull(releasedAt),
    });
  }
}
