import { CallBar } from '../case/CallBar.tsx';
import { CaseHeader } from '../case/CaseHeader.tsx';
import { DoneButton } from '../case/DoneButton.tsx';
import { Filing } from '../case/Filing.tsx';
import { Messages } from '../case/Messages.tsx';
import { Notes } from '../case/Notes.tsx';
import { PartyMenu } from '../case/party/PartyMenu.tsx';
import { Recordings } from '../case/Recordings.tsx';
import { CaseTabs } from '../case/CaseTabs.tsx';
import { useFiling } from '../case/useFiling.ts';
import { CaseAside } from './CaseAside.tsx';
import type { CaseInHandProps } from './CaseInHand.tsx';
import { useSay } from './useSay.ts';
import { WebRequest } from './WebRequest.tsx';
import { webRequestOf } from './web-request.ts';

/** A web callback in hand: what the customer wrote comes first, and Call, Done and Schedule stand together above it. */
export function WebCase({ callback, onResult }: CaseInHandProps) {
  const { onDone, onMoved, onGivenBack } = useSay(callback, onResult);
  const filing = useFiling(callback, { onDone, onMoved });
  const { rest } = webRequestOf(callback.collected);
  return (
    <>
      <CaseHeader callback={callback} party={<PartyMenu callback={callback} />} />
      <CallBar callback={callback} onMoved={onMoved} onGivenBack={onGivenBack}>
        <DoneButton filing={filing} />
      </CallBar>
      <div className="case-columns">
        <div>
          <WebRequest callback={callback} />
          <Filing callback={callback} filing={filing} isDoneElsewhere />
          <Notes callback={callback} />
          <Recordings callback={callback} />
          <Messages callback={callback} />
        </div>
        <CaseAside callback={{ ...callback, collected: rest }} />
      </div>
      <CaseTabs callback={callback} />
    </>
  );
}
