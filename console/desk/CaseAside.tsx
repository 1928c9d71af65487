import { CallbackInformation } from '../case/CallbackInformation.tsx';
import { Reading } from '../case/Reading.tsx';
import { ContactSection } from '../contacts/ContactSection.tsx';
import type { Case } from '../api/types.ts';

/** What there is to read beside any case in hand, while one talks and files. */
export function CaseAside({ callback }: { readonly callback: Case }) {
  return (
    <div>
      <CallbackInformation callback={callback} />
      <ContactSection callback={callback} />
      <Reading callback={callback} />
    </div>
  );
}
