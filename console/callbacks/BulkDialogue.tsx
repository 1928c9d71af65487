import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useRoutes } from '../api/queries.ts';
import type { PlanWish } from '../api/types.ts';
import { fromWall, isSkipped } from '../formats/instant.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { TimeField } from '../parts/TimeField.tsx';
import { useMakePlan } from '../plans/usePlan.ts';

export type BulkAction = 'cancel' | 'reschedule' | 'change_route';

interface BulkDialogueProps {
  readonly action: BulkAction;
  readonly selection: PlanWish['selection'];
  readonly count: number;
  readonly onClose: () => void;
  readonly onMade: (planId: string) => void;
}

const NOTHING = { reason: '', at: '', until: '', routeId: '' };
type Given = typeof NOTHING;

/** Asks what is to be done with the selection, says how many it is, and makes the plan of it. */
export function BulkDialogue({ action, selection, count, onClose, onMade }: BulkDialogueProps) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const { make, isPending, problem } = useMakePlan();
  const [given, setGiven] = useState(NOTHING);
  const [isMissing, setMissing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = actionOf(action, given, timeZone);
    setMissing(wanted === null);
    const plan = wanted && (await make({ action: wanted, selection }));
    if (!plan) return;
    onClose();
    onMade(plan.id);
  };
  return (
    <Modal opened onClose={onClose} title={t(`bulk.${action}.title`, { count })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text size="sm">{t(`bulk.${action}.hint`)}</Text>
          <Fields action={action} given={given} isMissing={isMissing} onChange={(part) => setGiven({ ...given, ...part })} />
          <Refusal problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <PendingButton type="submit" isPending={isPending} {...(action === 'cancel' && { color: 'red' })}>
              {t(`bulk.${action}.submit`, { count })}
            </PendingButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  readonly action: BulkAction;
  readonly given: Given;
  readonly isMissing: boolean;
  readonly onChange: (part: Partial<Given>) => void;
}

function Fields({ action, given, isMissing, onChange }: FieldsProps) {
  const { t } = useWords();
  const { data: routes = [] } = useRoutes();
  if (action === 'cancel') {
    return <TextInput label={t('cancelling.reason')} maxLength={500} data-autofocus value={given.reason} onChange={(event) => onChange({ reason: event.currentTarget.value })} />;
  }
  if (action === 'change_route') {
    return (
      <NativeSelect
        label={t('list.route')}
        data-autofocus
        value={given.routeId}
        onChange={(event) => onChange({ routeId: event.currentTarget.value })}
        data={[{ value: '', label: t('bulk.choose') }, ...routes.filter(({ closed }) => !closed).map(({ id, name }) => ({ value: id, label: name }))]}
        error={isMissing && t('request.routeMissing')}
      />
    );
  }
  return (
    <>
      <TimeField label={t('reschedule.at')} isFirst value={given.at} onChange={(at) => onChange({ at })} error={isMissing && t('reschedule.timeMissing')} />
      <TimeField label={t('reschedule.until')} description={t('reschedule.untilHint')} value={given.until} onChange={(until) => onChange({ until })} />
    </>
  );
}

/** Null: something that must be given is missing, or the window ends before it begins, or at a time that there is not. */
function actionOf(action: BulkAction, { reason, at, until, routeId }: Given, timeZone: string): PlanWish['action'] | null {
  if (action === 'cancel') return { type: 'cancel', reason: reason.trim() || null };
  if (action === 'change_route') return routeId === '' ? null : { type: 'change_route', routeId };
  const [instant, windowEndsAt] = [fromWall(at, timeZone), fromWall(until, timeZone)];
  const isUsable = instant !== null && !isSkipped(until, timeZone) && (windowEndsAt === null || windowEndsAt > instant);
  return isUsable ? { type: 'reschedule', at: instant, windowEndsAt } : null;
}
