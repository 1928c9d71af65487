import type { SettingChange } from '../../../domain/route-settings.ts';
import { useWords } from '../../i18n/i18n.ts';
import { useSettingText } from './useSettingText.ts';

/** What differs, setting by setting: as it was, and as it is to be. */
export function ChangeList({ changes }: { readonly changes: readonly SettingChange[] }) {
  const { t } = useWords();
  const say = useSettingText();
  return (
    <ul className="changes">
      {changes.map(({ key, before, after }) => (
        <li key={key}>
          <strong>{t(`routeSettings.key.${key}`)}</strong>
          <del>{say(key, before)}</del> <span aria-label={t('routeSettings.becomes')}>{'→'}</span> <ins>{say(key, after)}</ins>
        </li>
      ))}
    </ul>
  );
}
