import { CallbackInformation } from '../case/CallbackInformation.tsx';
import { CaseHeader } from '../case/CaseHeader.tsx';
import { Notes } from '../case/Notes.tsx';
import { Reading } from '../case/Reading.tsx';
import { ContactSection } from '../contacts/ContactSection.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import type { Case, Offer } from '../api/types.ts';

interface PreviewPaneProps {
  readonly callback: Case;
  /** Which of the data that came with the request are shown before the answer, and under which names. */
  readonly fields: Offer['previewFields'];
}

/** The case in an offer, to be read before Accept or Reject. Nothing can be done to it yet. */
export function PreviewPane({ callback, fields }: PreviewPaneProps) {
  return (
    <>
      <CaseHeader callback={callback}>
        <StatusBadge status={callback.status} />
      </CaseHeader>
      <CallbackInformation callback={callback} />
      <ContactSection callback={callback} />
      <Reading callback={{ ...callback, caseFields: fields }} />
      <Notes callback={callback} />
    </>
  );
}
