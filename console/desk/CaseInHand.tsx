import { CallbackInformation } from '../case/CallbackInformation.tsx';
import { CallBar } from '../case/CallBar.tsx';
import { CaseHeader } from '../case/CaseHeader.tsx';
import { Filing } from '../case/Filing.tsx';
import { Notes } from '../case/Notes.tsx';
import { Reading } from '../case/Reading.tsx';
import { Recordings } from '../case/Recordings.tsx';
import { Timeline } from '../case/Timeline.tsx';
import { ContactSection } from '../contacts/ContactSection.tsx';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';

interface CaseInHandProps {
  readonly callback: Case;
  /** Told what became of the case, for when it has left the desk. */
  readonly onResult: (result: string) => void;
}

/** The agent's live case: the call, what there is to read, what is to be filed, and what has happened. */
export function CaseInHand({ callback, onResult }: CaseInHandProps) {
  const { t } = useWords();
  const say = (result: string) => onResult(`${customerName(callback, t)}: ${result}`);
  const onMoved = () => say(t('event.rescheduled'));
  return (
    <>
      <CaseHeader callback={callback} />
      <CallBar callback={callback} onMoved={onMoved} />
      <div className="case-columns">
        <div>
          <Filing callback={callback} onDone={say} onMoved={onMoved} />
          <Notes callback={callback} />
          <Recordings callback={callback} />
        </div>
        <div>
          <CallbackInformation callback={callback} />
          <ContactSection callback={callback} />
          <Reading callback={callback} />
        </div>
      </div>
      <Timeline callback={callback} />
    </>
  );
}
