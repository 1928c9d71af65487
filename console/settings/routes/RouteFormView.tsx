import { useWords } from '../../i18n/i18n.ts';
import { BasicsSection } from './BasicsSection.tsx';
import { CallbackFieldsSection, CollectedFieldsSection } from './FieldSections.tsx';
import { AgentsSection, DispositionSection, InstructionsSection } from './FilingSections.tsx';
import { FormProvider } from './form.ts';
import { HoursSection } from './HoursSection.tsx';
import { AttemptSection, OfferSection, OwnerSection, TimesSection } from './PolicySections.tsx';
import type { RouteDraft } from './useRouteDraft.ts';

/** Everything that can be set of a route, section by section. */
export function RouteFormView({ draft }: { readonly draft: RouteDraft }) {
  const { t } = useWords();
  return (
    <FormProvider value={draft.form}>
      <div className="route-form" key={draft.turn}>
        <BasicsSection />
        <HoursSection />
        <TimesSection />
        <OfferSection />
        <AttemptSection />
        <OwnerSection />
        <DispositionSection />
        <InstructionsSection />
        <CollectedFieldsSection name="caseFields" otherwise={t('routeSettings.allFields')} />
        <CollectedFieldsSection name="previewFields" otherwise={t('routeSettings.asTheCase')} />
        <CallbackFieldsSection />
        <AgentsSection />
      </div>
    </FormProvider>
  );
}

/** How many things are wrong is said where one saves: the fields themselves may be far up. */
export function FaultNotice({ isSound }: { readonly isSound: boolean }) {
  const { t } = useWords();
  return isSound ? null : <p className="refusal">{t('routeSettings.notSound')}</p>;
}

