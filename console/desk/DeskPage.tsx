import { VisuallyHidden } from '@mantine/core';
import type { RefObject } from 'react';
import { useRef } from 'react';
import { useSearchParams } from 'wouter';
import { useDesk } from '../api/queries.ts';
import type { Desk } from '../api/types.ts';
import { AskedInSpot } from '../call/AskedInSpot.tsx';
import { JoinedCase } from '../call/JoinedCase.tsx';
import { useWords } from '../i18n/i18n.ts';
import { useLeftDrafts } from '../case/useDraft.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { useKeptWhileAsked } from '../parts/useKeptWhileAsked.ts';
import { CaseInHand } from './CaseInHand.tsx';
import { ChosenCase } from './ChosenCase.tsx';
import { Idle } from './Idle.tsx';
import { LeftNotice } from './LeftNotice.tsx';
import { MyCallbacks } from './MyCallbacks.tsx';
import { OfferSpot } from './OfferSpot.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { Reminders } from './Reminders.tsx';
import { useResult } from './useResult.ts';
import { WebCase } from './WebCase.tsx';

/** The agent's home: the offer and one's own callbacks on the left, the case on the right. */
export function DeskPage() {
  const desk = useDesk();
  return <Loaded query={desk}>{(known) => <DeskPanes desk={known} />}</Loaded>;
}

function DeskPanes({ desk }: { readonly desk: Desk }) {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  useLeftDrafts(desk);
  const choose = (id: string | null) => setSearch(id === null ? {} : { case: id }, { replace: true });
  const offered = useRef<HTMLDivElement>(null);
  const showOffered = () => {
    offered.current?.scrollIntoView({ block: 'start' });
    offered.current?.focus({ preventScroll: true });
  };
  return (
    <div className="desk">
      <div className="desk-left">
        <VisuallyHidden component="h1">{t('desk.title')}</VisuallyHidden>
        <Reminders desk={desk} />
        <OfferSpot offer={desk.offer} onShowCase={showOffered} />
        <AskedInSpot askedIn={desk.askedIn} />
        <MyCallbacks callbacks={desk.callbacks} liveId={inHand(desk)} onChoose={choose} />
      </div>
      <div className="desk-right" role="region" aria-label={t('desk.caseTitle')}>
        <CasePane desk={desk} chosenId={search.get('case')} offered={offered} onChoose={choose} />
      </div>
    </div>
  );
}

/** What keeps the agent from dialling another: their case, an offer, or somebody else's conversation. */
function inHand({ live, offer, askedIn, joined }: Desk): string | null {
  return live?.id ?? offer?.callback.id ?? askedIn?.callbackId ?? joined?.id ?? null;
}

interface CasePaneProps {
  readonly desk: Desk;
  readonly chosenId: string | null;
  /** Is put where the case in the offer is. */
  readonly offered: RefObject<HTMLDivElement | null>;
  readonly onChoose: (id: string | null) => void;
}

/**
 * The case in hand, or that of the conversation one takes part in; else the case in the offer, where the route shows it there, above
 * the one chosen from the list. The chosen one keeps its place whatever comes: what is half-written there is neither lost nor left by
 * the keyboard when an offer appears. So does the case in hand while one of its dialogues is open, whoever has the case then.
 */
function CasePane({ desk: { live: liveNow, joined, offer, presence }, chosenId, offered, onChoose }: CasePaneProps) {
  const { t } = useWords();
  const live = useKeptWhileAsked(liveNow, ({ id }) => id);
  const { result, leftId, setResult } = useResult(liveNow);
  const isLeft = live !== null && live.id !== liveNow?.id && live.id === leftId;
  const LiveCase = live?.channel === 'web' ? WebCase : CaseInHand;
  const isTalking = live !== null || joined !== null;
  const isChosen = offer?.case?.id === chosenId;
  const hasPreview = !isTalking && offer?.case && !isChosen;
  const preview = useKeptWhileAsked(hasPreview ? offer : null, ({ offerId }) => offerId);
  return (
    <>
      {live && <LiveCase key={live.id} callback={live} onResult={setResult} />}
      {isLeft && result !== null && <LeftNotice result={result} />}
      {joined && <JoinedCase key={joined.id} callback={joined} />}
      {preview?.case && (
        <div ref={offered} tabIndex={-1} hidden={isTalking} className="chosen" role="group" aria-label={t('desk.caseTitle')}>
          <PreviewPane callback={preview.case} fields={preview.previewFields} />
        </div>
      )}
      {chosenId !== null && (
        <div ref={isChosen ? offered : undefined} tabIndex={-1} hidden={isTalking} className="chosen">
          <ChosenCase key={chosenId} id={chosenId} onClose={() => onChoose(null)} />
        </div>
      )}
      {!isTalking && !preview && chosenId === null && <Idle presence={presence.presence} result={result} isFromOutside={leftId !== null} />}
    </>
  );
}
