import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AroundNavHandler } from 'wouter';
import { Router, useRoute } from 'wouter';
import { useDesk } from '../api/queries.ts';
import { AskedInAlarm } from '../call/AskedInAlarm.tsx';
import { AskedInBanner } from '../call/AskedInBanner.tsx';
import { JoinedBar } from '../call/JoinedBar.tsx';
import { Reminders } from '../desk/Reminders.tsx';
import { useDialogueInFront } from '../keyboard/dialogue.ts';
import { useSignedIn } from '../session/centre.ts';
import { useIsExpired } from '../session/expiry.ts';
import { guarded } from '../session/leaving.ts';
import { hasDesk } from '../session/rights.ts';
import { HelpAlert } from '../supervision/HelpAlert.tsx';
import { InReach } from './InReach.tsx';
import { LiveBar } from './LiveBar.tsx';
import { OfferAlarm } from './OfferAlarm.tsx';
import { OfferBanner } from './OfferBanner.tsx';
import { useRinging } from './useRinging.ts';

/** Below the header of every screen, and in an open dialogue: who asks for help, an offer, a running call. */
export function Bars() {
  const me = useSignedIn();
  const inFront = useDialogueInFront();
  const isExpired = useIsExpired();
  // Nothing can be answered before one has signed in again.
  const dialogue = isExpired ? null : inFront;
  return (
    <Router aroundNav={dialogue === null ? guarded : stay}>
      <InReach dialogue={dialogue}>
        <HelpAlert />
        {hasDesk(me) && <DeskEverywhere isDeskCovered={dialogue !== null} />}
      </InReach>
      {hasDesk(me) && <RemindersElsewhere />}
    </Router>
  );
}

/** Accepting leads to the desk, but not out of an open dialogue: what is typed there would be lost. */
const stay: AroundNavHandler = () => {};

/** What of the desk is seen on every screen; on the desk itself while a dialogue lies over it. */
function DeskEverywhere({ isDeskCovered }: { readonly isDeskCovered: boolean }) {
  const { data: desk } = useDesk();
  useSamePerson(desk?.agent.id);
  const [isAtDesk] = useRoute('/desk');
  const isShown = !isAtDesk || isDeskCovered;
  const ringingOffer = useRinging(desk?.offer ?? null);
  const ringingAskedIn = useRinging(desk?.askedIn ?? null);
  return (
    <>
      <OfferAlarm offer={ringingOffer} />
      {isShown && <OfferBanner offer={desk?.offer ?? null} />}
      {isShown && desk?.live && <LiveBar live={desk.live} />}
      <AskedInAlarm askedIn={ringingAskedIn} />
      {isShown && <AskedInBanner askedIn={desk?.askedIn ?? null} />}
      {isShown && desk?.joined && <JoinedBar joined={desk.joined} />}
    </>
  );
}

/** Beside the box that moves: a reminder has a dialogue of its own, which must not move into another. */
function RemindersElsewhere() {
  const { data: desk } = useDesk();
  const [isAtDesk] = useRoute('/desk');
  return !isAtDesk && desk ? <Reminders desk={desk} /> : null;
}

/** Notices that somebody else has signed in by another tab: then this one is theirs, too. */
function useSamePerson(deskOf: string | undefined): void {
  const me = useSignedIn();
  const queries = useQueryClient();
  useEffect(() => {
    if (deskOf !== undefined && deskOf !== me.id) void queries.invalidateQueries({ queryKey: ['me'] });
  }, [deskOf, me.id, queries]);
}
