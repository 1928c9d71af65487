import type { Call, Case } from '../api/types.ts';
import { HelpButton } from './HelpButton.tsx';
import { InviteButtons } from './InviteButtons.tsx';
import { KeypadButton } from './KeypadButton.tsx';
import { RecordButton } from './RecordButton.tsx';

interface CallControlsProps {
  readonly callback: Case;
  readonly call: Call;
}

/** What the agent who has the conversation can do in it, beside hold and end. */
export function CallControls({ callback, call }: CallControlsProps) {
  return (
    <>
      <KeypadButton callback={callback} />
      {call.guest === null && <InviteButtons callback={callback} />}
      <RecordButton callback={callback} recording={call.recording} />
      <HelpButton callback={callback} call={call} />
    </>
  );
}
