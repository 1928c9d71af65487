import { migrate } from '../../store/migrate.ts';
import { agreedReachFacts } from './facts/agreed-reach.ts';
import { agentFacts } from './facts/agents.ts';
import { arrivalFacts } from './facts/arrivals.ts';
import { contactFacts } from './facts/contacts.ts';
import { conversationFacts } from './facts/conversations.ts';
import { deskFacts } from './facts/desk.ts';
import { draftFacts } from './facts/drafts.ts';
import { intakeFacts } from './facts/intake.ts';
import { lastNoteFacts } from './facts/last-notes.ts';
import { legFacts } from './facts/legs.ts';
import { messageFacts } from './facts/messages.ts';
import { ownerFacts } from './facts/owners.ts';
import { planFacts } from './facts/plans.ts';
import { processingFacts } from './facts/processing.ts';
import { projectionFacts } from './facts/projection.ts';
import { responseFacts } from './facts/responses.ts';
import { routeFacts } from './facts/routes.ts';
import { schemaFacts } from './facts/schema.ts';
import { reopenFacts } from './facts/reopen.ts';
import { searchFacts } from './facts/search.ts';
import { signOutFacts } from './facts/sign-out.ts';
import { unwantedOfferFacts } from './facts/unwanted-offers.ts';
import { unprocessedFacts } from './facts/unprocessed.ts';
import type { Opened } from './world.ts';

/** What holds of the store on every database. `fresh` opens an empty one. */
export function conformance(fresh: () => Promise<Opened>): void {
  describe('schema and engine', () => schemaFacts(fresh));

  describe('queries', () => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await fresh();
      await migrate(opened.store);
    });
    afterAll(() => opened.close());

    describe('intake', () => intakeFacts(() => opened));
    describe('projection', () => projectionFacts(() => opened));
    describe('unwanted offers', () => unwantedOfferFacts(() => opened));
    describe('arrivals', () => arrivalFacts(() => opened));
    describe('owners', () => ownerFacts(() => opened));
    describe('legs', () => legFacts(() => opened));
    describe('conversations', () => conversationFacts(() => opened));
    describe('messages', () => messageFacts(() => opened));
    describe('agents, reservations, outbox, notes', () => deskFacts(() => opened));
    describe('signing out', () => signOutFacts(() => opened));
    describe('agents and teams', () => agentFacts(() => opened));
    describe('plans', () => planFacts(() => opened));
    describe('re-opening', () => reopenFacts(() => opened));
    describe('contacts', () => contactFacts(() => opened));
    describe('last notes', () => lastNoteFacts(() => opened));
    describe('drafts', () => draftFacts(() => opened));
    describe('routes', () => routeFacts(() => opened));
    describe('agreed reach', () => agreedReachFacts(() => opened));
    describe('standard responses', () => responseFacts(() => opened));
    describe('processing status', () => processingFacts(() => opened));
    describe('search', () => searchFacts(() => opened));
    describe('unprocessed by agent', () => unprocessedFacts(() => opened));
  });
}
