import { CATALOGUES } from '../../console/i18n/languages.ts';
import { PRESENCE_LOOKS } from '../../console/status/presence.ts';
import { STATUS_LOOKS } from '../../console/status/record.ts';
import { STATUSES } from '../../domain/status.ts';
import { PRESENCES } from '../../domain/words.ts';

test('every status has a look, and no look is without a status', () => {
  expect(Object.keys(STATUS_LOOKS).toSorted()).toEqual([...STATUSES].toSorted());
});

test('no two statuses share an icon: colour alone tells nothing', () => {
  expect(new Set(Object.values(STATUS_LOOKS).map(({ icon }) => icon)).size).toBe(STATUSES.length);
});

test.each(Object.entries(CATALOGUES))('no two statuses share a word (%s)', (_language, { status }) => {
  expect(new Set(Object.values(status)).size).toBe(STATUSES.length);
});

test('every status is named by its own word', () => {
  for (const status of STATUSES) expect(STATUS_LOOKS[status].key).toBe(`status.${status}`);
});

test('every presence has a look', () => {
  expect(Object.keys(PRESENCE_LOOKS).toSorted()).toEqual([...PRESENCES].toSorted());
});

test('the two cancellations are told apart in Japanese as a contact centre does', () => {
  expect(CATALOGUES.ja.status.withdrawn).toBe('キャンセル');
  expect(CATALOGUES.ja.status.cancelled).toBe('受付取消');
});
