import { Button, Group, NativeSelect, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { CONTACT_LIMITS } from '../../domain/contact.ts';
import type { ProblemError } from '../api/problem.ts';
import type { Contact } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { languageName } from '../parts/names.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { ContactWays } from './ContactWays.tsx';
import type { ContactGiven } from './form.ts';
import { faultsByLine, givenOf, toContact } from './form.ts';
import { useSaveContact } from './queries.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

interface ContactFormProps {
  /** Null: a new one. */
  readonly contact: Contact | null;
  /** What the form holds at first. */
  readonly given: ContactGiven;
  readonly onSaved: (contact: Contact) => void;
  readonly onClose: () => void;
}

/** The fields of a contact. What the server finds wrong stands at its field; of two who edit at once the second is told, and loses nothing. */
export function ContactForm({ contact, given: first, onSaved, onClose }: ContactFormProps) {
  const { t } = useWords();
  const formats = useFormats();
  const [given, setGiven] = useState(first);
  const [version, setVersion] = useState(contact?.version ?? 0);
  const [isTried, setTried] = useState(false);
  const { run, isPending, problem, clear } = useSaveContact();
  const isNameMissing = isTried && given.name.trim() === '';
  const change = (part: Partial<ContactGiven>) => {
    setGiven({ ...given, ...part });
    clear();
  };
  const startOver = (newest: Contact) => {
    setGiven(givenOf(newest, formats.number));
    setVersion(newest.version);
    clear();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (given.name.trim() === '') return;
    const saved = await run({ id: contact?.id ?? null, version, ...toContact(given) });
    if (saved !== null) onSaved(saved);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Names given={given} nameError={isNameMissing ? t('contacts.nameMissing') : undefined} onChange={change} />
        <ContactWays given={given} faults={faultsByLine(problem?.at ?? {}, given)} isTaken={problem?.code === 'contact_number_taken'} onChange={change} />
        <Habits given={given} onChange={change} />
        <Textarea
          label={t('contacts.note')} autosize minRows={2} maxRows={10} maxLength={CONTACT_LIMITS.note} value={given.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {problem && !isAtALine(problem) && <Refusal problem={problem} />}
        {problem?.code === 'contact_edited' && contact && contact.version > version && <Newest contact={contact} onShow={startOver} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t('contacts.save')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}

function isAtALine({ at }: ProblemError): boolean {
  return Object.keys(at).length > 0 && Object.keys(at).every((pointer) => /^\/(numbers|addresses)\/\d+\/(number|value)$/.test(pointer));
}

interface PartProps {
  readonly given: ContactGiven;
  readonly onChange: (part: Partial<ContactGiven>) => void;
}

function Names({ given, nameError, onChange }: PartProps & { readonly nameError: string | undefined }) {
  const { t } = useWords();
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
      <TextInput label={t('contacts.name')} withAsterisk data-autofocus autoComplete="off" maxLength={200} value={given.name} error={nameError} onChange={(event) => onChange({ name: event.currentTarget.value })} />
      <TextInput label={t('contacts.reading')} autoComplete="off" maxLength={200} value={given.reading} onChange={(event) => onChange({ reading: event.currentTarget.value })} />
      <TextInput label={t('contacts.company')} autoComplete="off" maxLength={200} value={given.company} onChange={(event) => onChange({ company: event.currentTarget.value })} />
    </SimpleGrid>
  );
}

/** In which language and at which hours somebody is spoken to. */
function Habits({ given, onChange }: PartProps) {
  const { t, language } = useWords();
  const languages = [...new Set([...LANGUAGES, 'zh', ...(given.language === '' ? [] : [given.language])])];
  return (
    <SimpleGrid cols={2} spacing="sm">
      <NativeSelect
        label={t('contacts.language')} value={given.language} onChange={(event) => onChange({ language: event.currentTarget.value })}
        data={[{ value: '', label: t('contacts.unknown') }, ...languages.map((tag) => ({ value: tag, label: languageName(tag, language) }))]}
      />
      <Select
        label={t('contacts.timeZone')} placeholder={t('contacts.unknown')} searchable clearable limit={50} value={given.timeZone || null}
        data={[...new Set([...(given.timeZone === '' ? [] : [given.timeZone]), ...ZONES])]} onChange={(zone) => onChange({ timeZone: zone ?? '' })}
      />
    </SimpleGrid>
  );
}

/** Somebody else has saved meanwhile: theirs can be shown, in place of what is typed here. */
function Newest({ contact, onShow }: { readonly contact: Contact; readonly onShow: (contact: Contact) => void }) {
  const { t } = useWords();
  return (
    <Group gap="xs">
      <Button variant="default" size="compact-sm" onClick={() => onShow(contact)}>
        {t('contacts.newest')}
      </Button>
      <span>{t('contacts.newestHint')}</span>
    </Group>
  );
}
