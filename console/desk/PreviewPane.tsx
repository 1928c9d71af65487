import { CallbackInformation } from '../case/CallbackInformation.tsx';
import { CaseHeader } from '../case/CaseHeader.tsx';
import { Notes } from '../case/Notes.tsx';
import { Reading } from '../case/Reading.tsx';
import { ContactSection } from '../contacts/ContactSection.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import type { Case } from '../api/types.ts';

/** The case in an offer, to be read before Accept or Reject. Nothing can be done to it yet. */
export function PreviewPane({ callback }: { readonly callback: Case }) {
  return (
    <>
      <CaseHeader callback={callback}>
        <StatusBadge status={callback.status} />
      </CaseHeader>
      <CallbackInformation callback={callback} />
      <ContactSection callback={callback} />
      <Reading callback={callback} />
      <Notes callback={callback} />
    </>
  );
}
