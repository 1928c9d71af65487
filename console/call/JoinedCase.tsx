import { CallbackInformation } from '../case/CallbackInformation.tsx';
import { CaseHeader } from '../case/CaseHeader.tsx';
import { Notes } from '../case/Notes.tsx';
import { Reading } from '../case/Reading.tsx';
import { Timeline } from '../case/Timeline.tsx';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { useSignedIn } from '../session/centre.ts';
import { SupervisionButtons } from '../supervision/SupervisionButtons.tsx';
import { JoinedStanding } from './JoinedStanding.tsx';
import { LeaveButton } from './LeaveButton.tsx';
import { Parties } from './Parties.tsx';
import { partOf } from './part.ts';

/** Another agent's case, to be read while one takes part in its conversation. */
export function JoinedCase({ callback }: { readonly callback: Case }) {
  return (
    <>
      <CaseHeader callback={callback} />
      <JoinedCall callback={callback} />
      <div className="case-columns">
        <div>
          <CallbackInformation callback={callback} />
          <Notes callback={callback} />
        </div>
        <div>
          <Reading callback={callback} />
        </div>
      </div>
      <Timeline callback={callback} />
    </>
  );
}

/** Nothing once one is not in the conversation any more: the desk is read anew in a moment. */
function JoinedCall({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const me = useSignedIn();
  const part = partOf(callback, me.id);
  if (callback.call === null || part === null) return null;
  return (
    <section aria-label={t('call.label')} className="call-bar">
      <JoinedStanding callback={callback} part={part} />
      {part.as === 'supervisor' && <SupervisionButtons call={{ ...callback, supervisors: callback.call.supervisors.map(({ agent, how, isHere }) => ({ ...agent, how, isHere })) }} letters={KEYS} isLeftElsewhere />}
      <LeaveButton callback={callback} part={part} />
      <Parties callback={callback} call={callback.call} mayRemove={false} />
    </section>
  );
}
