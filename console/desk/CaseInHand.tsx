import { CallBar } from '../case/CallBar.tsx';
import { CaseTabs } from '../case/CaseTabs.tsx';
import { CaseHeader } from '../case/CaseHeader.tsx';
import { Filing } from '../case/Filing.tsx';
import { Messages } from '../case/Messages.tsx';
import { Notes } from '../case/Notes.tsx';
import { PartyMenu } from '../case/party/PartyMenu.tsx';
import { Recordings } from '../case/Recordings.tsx';
import { useFiling } from '../case/useFiling.ts';
import type { Case } from '../api/types.ts';
import { CaseAside } from './CaseAside.tsx';
import { useSay } from './useSay.ts';

export interface CaseInHandProps {
  readonly callback: Case;
  /** Told what became of the case, for when it has left the desk. */
  readonly onResult: (result: string) => void;
}

/** The agent's live case: the call, what there is to read, what is to be filed, and what has happened. */
export function CaseInHand({ callback, onResult }: CaseInHandProps) {
  const { onDone, onMoved, onGivenBack } = useSay(callback, onResult);
  const filing = useFiling(callback, { onDone, onMoved });
  return (
    <>
      <CaseHeader callback={callback} party={<PartyMenu callback={callback} />} />
      <CallBar callback={callback} onMoved={onMoved} onGivenBack={onGivenBack} />
      <div className="case-columns">
        <div>
          <Filing callback={callback} filing={filing} />
          <Notes callback={callback} />
          <Recordings callback={callback} />
          <Messages callback={callback} />
        </div>
        <CaseAside callback={callback} />
      </div>
      <CaseTabs callback={callback} />
    </>
  );
}
