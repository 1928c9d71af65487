import type { Case } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { desiredTime } from '../parts/desired.ts';
import { Facts } from '../parts/Facts.tsx';
import { customerName } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { webRequestOf } from './web-request.ts';

/** What a customer asked for on the web: who they are, what it is about, and when they can be reached. */
export function WebRequest({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const formats = useFormats();
  const { nature, reachable } = webRequestOf(callback.collected);
  const times = [desiredTime(callback, formats), reachable].filter((time) => time !== null);
  return (
    <Section title={t('web.title')}>
      <Facts
        facts={[
          [t('web.name'), customerName(callback, t)],
          [t('web.reachable'), times.length > 0 ? times.join(' · ') : t('web.anyTime')],
          [t('web.nature'), nature && <Nature key="nature" text={nature} />],
        ]}
      />
    </Section>
  );
}

/** However much they wrote, disposition and note stay in sight below; it is scrolled by itself, by keyboard, too. */
function Nature({ text }: { readonly text: string }) {
  const { t } = useWords();
  return (
    <div className="written nature" tabIndex={0} role="group" aria-label={t('web.nature')}>
      {text}
    </div>
  );
}
