import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { useCase } from '../api/queries.ts';
import { CallbackFile } from '../case/CallbackFile.tsx';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { customerName } from '../parts/names.ts';

interface SidePanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One callback of the list, over the right third; the list stays as it is. Escape closes it. */
export function SidePanel({ id, onClose }: SidePanelProps) {
  const { t } = useWords();
  const opened = useCase(id);
  const name = opened.data ? customerName(opened.data, t) : '';
  useEscape(onClose);
  return (
    <aside className="side-panel" aria-label={t('list.panel', { name })}>
      <CloseButton aria-label={t('app.close')} onClick={onClose} className="corner" />
      <Loaded query={opened}>{(callback) => <CallbackFile callback={callback} />}</Loaded>
    </aside>
  );
}

/** Escape that nothing else wanted: no dialogue is open, and no field is being typed in. */
export function useEscape(onClose: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || event.isComposing || document.querySelector('[aria-modal="true"]') !== null;
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      if (event.key === 'Escape' && !isTaken && !isTyping) onClose();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onClose]);
}
