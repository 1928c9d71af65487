import type { Status } from '../status.ts';
import type { Actor, AttemptOutcome, Channel, EventType, Kind, OfferEnd, Origin, Presence, SelfDistributor, Wish } from '../words.ts';

type Said<Word extends string> = Readonly<Record<Word, string>>;

/** What the words of the design are called in one language: on screens, in downloads, wherever people read them. */
export interface Glossary {
  readonly channel: Said<Channel>;
  readonly wish: Said<Wish>;
  readonly presence: Said<Presence>;
  readonly status: Said<Status>;
  readonly kind: Said<Kind>;
  readonly origin: Said<Origin>;
  readonly distributor: Said<SelfDistributor>;
  readonly outcome: Said<AttemptOutcome>;
  readonly offerEnd: Said<OfferEnd>;
  readonly event: Said<EventType>;
  readonly actor: Said<Actor['type']>;
}
