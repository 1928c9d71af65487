import { IconAlertTriangle } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { inReach } from '../shell/InReach.tsx';

/** Says in the open dialogue what has become of the case that it belongs to. */
export function LeftNotice({ result }: { readonly result: string }) {
  const place = inReach();
  if (place === null) return null;
  const notice = (
    <div role="alert" className="left-notice">
      <IconAlertTriangle size={16} aria-hidden /> {result}
    </div>
  );
  return createPortal(notice, place);
}
