import fc from 'fast-check';
import type { CaseFacts } from '../../domain/standard-response.ts';
import { bestLanguage, faultsIn, fill, isFound, piecesOf, PLACEHOLDERS, valueIn } from '../../domain/standard-response.ts';

const FACTS: CaseFacts = {
  customer: { name: 'Tanaka Yui', number: '+819012345678', timeZone: null },
  agentName: 'Aoki',
  route: { name: 'Billing', number: '+81312345678', country: 'JP' },
  callback: { id: 'c-1', requestedAt: '2026-11-24T01:00:00.000Z', dueAt: null, desiredAt: '2026-11-27T05:30:00.000Z', windowEndsAt: '2026-11-27T06:00:00.000Z' },
  collected: { invoice: 'INV-7', 'the reason': 'moved' },
};
const TOKYO = { language: 'ja', timeZone: 'Asia/Tokyo' };

function filled(text: string, facts: Partial<CaseFacts> = {}, telling = TOKYO) {
  return fill(text, (placeholder) => valueIn({ ...FACTS, ...facts }, telling, placeholder));
}

test('each place is filled in from the case, with blanks around its name or without', () => {
  const text = '{{customer.name}} {{ customer.number }} {{agent.name}} {{route.name}} {{route.number}} {{callback.id}} {{collected.invoice}} {{collected.the reason}}';
  expect(filled(text)).toEqual({ text: 'Tanaka Yui 090-1234-5678 Aoki Billing 03-1234-5678 c-1 INV-7 moved', missing: [] });
});

test('every placeholder that is known can be filled in', () => {
  const whole = { ...FACTS, callback: { ...FACTS.callback, dueAt: '2026-11-24T01:00:00.000Z' } };
  expect(filled(Object.keys(PLACEHOLDERS).map((one) => `{{${one}}}`).join(), whole).missing).toEqual([]);
});

test('what the case has nothing for stays in the text as it was written, and is named once', () => {
  const nobody = { customer: { ...FACTS.customer, name: ' ' }, agentName: null, route: { name: 'Billing', number: null, country: null } };
  const text = '{{customer.name}}{{customer.name}}/{{agent.name}}/{{route.number}}/{{callback.due}}/{{collected.none}}/{{collected.toString}}/{{toString}}';
  expect(filled(text, nobody)).toEqual({
    text,
    missing: ['customer.name', 'agent.name', 'route.number', 'callback.due', 'collected.none', 'collected.toString', 'toString'],
  });
});

test('what a customer has written is never read as a place', () => {
  expect(filled('{{customer.name}}!', { customer: { ...FACTS.customer, name: '{{agent.name}}' } })).toEqual({ text: '{{agent.name}}!', missing: [] });
});

test('a number is written as in the route’s country, and internationally where that is not known', () => {
  expect(filled('{{customer.number}}', { route: { ...FACTS.route, country: null } }).text).toBe('+81 90 1234 5678');
});

/** Which blanks and commas stand in a date is up to the library of the platform. */
const plain = (text: string) => text.replaceAll(/[\s,]+/g, ' ');

test.each([
  ['ja', /^11月24日火曜日 10:00$/],
  ['en', /^Tuesday 24 November (at )?10:00$/],
  ['en-US', /^Tuesday November 24 (at )?10:00$/],
  ['ko', /^11월 24일 화요일 10:00$/],
  ['x', /^Tuesday 24 November (at )?10:00$/],
])('a time is in the centre’s zone and the text’s language: %s', (language, said) => {
  expect(plain(filled('{{callback.requested}}', {}, { ...TOKYO, language }).text)).toMatch(said);
});

test('a window is said with both its ends, the day once where it is the same', () => {
  expect(plain(filled('{{callback.desired}}').text)).toBe('11月27日金曜日 14:30–15:00');
  const overnight = { callback: { ...FACTS.callback, windowEndsAt: '2026-11-27T16:00:00.000Z' } };
  expect(plain(filled('{{callback.desired}}', overnight).text)).toBe('11月27日金曜日 14:30–11月28日土曜日 01:00');
  const abroad = { customer: { ...FACTS.customer, timeZone: 'Europe/London' } };
  expect(plain(filled('{{callback.desired}}', abroad).text)).toMatch(/^11月27日金曜日 14:30–15:00 (JST|GMT\+9)$/);
});

test.each([
  ['Europe/London', true],
  ['Asia/Seoul', false],
  ['Nowhere/Land', false],
])('the zone is said only where the clock of the customer shows something else: %s', (timeZone, isSaid) => {
  const { text } = filled('{{callback.requested}}', { customer: { ...FACTS.customer, timeZone } });
  expect(text.includes('JST') || text.includes('GMT+9')).toBe(isSaid);
});

test('a place for something that is not known, and braces that belong to none, are faults, each told once', () => {
  expect(faultsIn('{{customer.name}} {{collected.any key}}')).toEqual([]);
  expect(faultsIn('{{customer.nam}} {{ customer.nam }} {{}} {{collected.}} {{#customer.name}} {{toString}}')).toEqual(
    ['customer.nam', '', 'collected.', '#customer.name', 'toString'].map((placeholder) => ({ fault: 'unknown_placeholder', placeholder })),
  );
  for (const text of ['{{customer.name}', 'customer.name}}', '{{{customer.name}}}}', '{{a{b}}']) expect(faultsIn(text)).toContainEqual({ fault: 'stray_braces' });
  expect(faultsIn('{ single } braces')).toEqual([]);
});

test('the pieces of a text are the text', () => {
  const piece = fc.constantFrom('{{', '}}', '{', '}', 'a', ' ', '{{agent.name}}');
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const text = parts.join('');
      expect(piecesOf(text).map((one) => one.text).join('')).toBe(text);
      expect(fill(text, () => null).text).toBe(text);
    }),
  );
});

test('the language is one’s own, or one’s own of another country, or English, or the first', () => {
  expect(bestLanguage(['en', 'ja', 'ja-JP'], 'ja-JP')).toBe('ja-JP');
  expect(bestLanguage(['en', 'JA'], 'ja-JP')).toBe('JA');
  expect(bestLanguage(['ja', 'en-GB'], 'zh')).toBe('en-GB');
  expect(bestLanguage(['ko', 'ja'], 'zh')).toBe('ko');
  expect(bestLanguage([], 'zh')).toBeNull();
});

test('every word of a search has to be found, in any language; case, width and kind of kana do not count', () => {
  const response = { title: { en: 'We could not reach you', ja: 'ご不在のお知らせ' }, text: { en: 'Dear customer', ja: 'ﾃﾞﾝﾜしました' } };
  for (const search of ['', 'REACH', 'you dear', 'デンワ', 'でんわ', '　不在 ｃｏｕｌｄ']) expect({ search, found: isFound(response, search) }).toEqual({ search, found: true });
  for (const search of ['reach nobody', '在宅']) expect({ search, found: isFound(response, search) }).toEqual({ search, found: false });
});
