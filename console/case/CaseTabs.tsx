import { Tabs } from '@mantine/core';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { ResponsePicker } from '../responses/ResponsePicker.tsx';
import { Timeline } from './Timeline.tsx';

/** What there is to look up beside a case: what has happened, and what can be said. What is typed in one stays while another is looked at. */
export function CaseTabs({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  return (
    <Tabs defaultValue="timeline" className="case-tabs">
      <Tabs.List aria-label={t('case.lookUp')}>
        <Tabs.Tab value="timeline">{t('case.timeline')}</Tabs.Tab>
        <Tabs.Tab value="responses">{t('responses.title')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="timeline">
        <Timeline callback={callback} />
      </Tabs.Panel>
      <Tabs.Panel value="responses">
        <div className="section">
          <ResponsePicker callbackId={callback.id} />
        </div>
      </Tabs.Panel>
    </Tabs>
  );
}
