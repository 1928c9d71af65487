import type { Call, Case } from '../api/types.ts';
import { HelpButton } from './HelpButton.tsx';
import { InviteButtons } from './InviteButtons.tsx';
import { KeypadButton } from './KeypadButton.tsx';
import { LeaveConferenceButton } from './LeaveConferenceButton.tsx';
import { RecordButton } from './RecordButton.tsx';

interface CallControlsProps {
  readonly callback: Case;
  readonly call: Call;
}

/** What the agent who has the conversation can do in it, beside hold and end. What goes away while somebody is asked in comes last. Nothing once it is let go. */
export function CallControls({ callback, call }: CallControlsProps) {
  if (call.isLetGo) return null;
  return (
    <>
      <KeypadButton callback={callback} />
      <HelpButton callback={callback} call={call} />
      <RecordButton callback={callback} recording={call.recording} />
      <LeaveConferenceButton callback={callback} call={call} />
      {call.guest === null && <InviteButtons callback={callback} />}
    </>
  );
}
