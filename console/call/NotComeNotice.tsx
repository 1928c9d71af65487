import { Text } from '@mantine/core';
import { IconUserX } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Case } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { chime } from '../shell/sound.ts';
import type { NotCome } from './not-come.ts';
import { notComeOf } from './not-come.ts';
import { whomName } from './people.ts';

/** Says that who was asked in does not come, and where the customer is now: the agent looks elsewhere while they wait. */
export function NotComeNotice({ callback }: { readonly callback: Case }) {
  const notCome = notComeOf(callback);
  return notCome && <Notice key={notCome.key} callback={callback} notCome={notCome} />;
}

interface NoticeProps {
  readonly callback: Case;
  readonly notCome: NotCome;
}

function Notice({ callback, notCome: { key, purpose, reason, whom, customer } }: NoticeProps) {
  const { t } = useWords();
  const formats = useFormats();
  useEffect(() => soundOnce(`${callback.id} ${key}`), [callback.id, key]);
  const name = whom === null ? t('call.target') : whomName(whom, formats);
  return (
    <Text role="alert" size="sm" className="not-come">
      <IconUserX size={16} aria-hidden />
      <span>
        <strong>{t(`control.${purpose}`)}</strong> {t(`notCome.${reason}`, { name })}
        {customer && ` ${t(`notCome.customer.${customer}`, { customer: customerName(callback, t) })}`}
      </span>
    </Text>
  );
}

let heard: string | null = null;

/** Once, however often the bar is drawn anew on another screen. */
function soundOnce(key: string): void {
  if (heard !== key) chime();
  heard = key;
}
