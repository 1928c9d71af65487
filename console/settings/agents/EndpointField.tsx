import { NativeSelect, TextInput } from '@mantine/core';
import { SOFTPHONE, kindOfEndpoint } from '../../../domain/endpoint.ts';
import { useWords } from '../../i18n/i18n.ts';

interface EndpointFieldProps {
  /** As it is stored or written; empty: nowhere. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (endpoint: string) => void;
}

/** Where an agent is rung: in the browser, by an address that is made for them, or on a telephone of their own. */
export function EndpointField({ value, error, onChange }: EndpointFieldProps) {
  const { t } = useWords();
  const isSoftphone = value.startsWith(SOFTPHONE);
  return (
    <>
      <NativeSelect
        label={t('agents.endpoint')}
        value={isSoftphone ? 'softphone' : 'own'}
        description={isSoftphone ? t('agents.softphoneHint') : undefined}
        error={isSoftphone ? error : undefined}
        data={(['own', 'softphone'] as const).map((kind) => ({ value: kind, label: t(`agents.endpoints.${kind}`) }))}
        onChange={(event) => onChange(event.currentTarget.value === 'softphone' ? SOFTPHONE : '')}
      />
      {!isSoftphone && (
        <TextInput
          label={t('agents.endpointAddress')} description={t('agents.endpointHint')} autoComplete="off" maxLength={255} value={value} error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </>
  );
}

/** What of a stored endpoint the form begins with: an address that no softphone can have is made anew. */
export function writtenEndpoint(stored: string | null): string {
  if (stored === null) return '';
  return stored.startsWith(SOFTPHONE) && kindOfEndpoint(stored) !== 'softphone' ? SOFTPHONE : stored;
}
