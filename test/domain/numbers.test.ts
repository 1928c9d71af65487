import { countryOf, formatNumber, groupsForSpeech, lastFour, parseNumber } from '../../domain/numbers.ts';

test.each([
  ['090-1234-5678', '+819012345678'],
  ['０９０（１２３４）５６７８', '+819012345678'],
  ['090ー1234ー5678', '+819012345678'],
  [' +81 90 1234 5678 ', '+819012345678'],
  ['+1 (212) 555-0123', '+12125550123'],
])('%j is read as %s', (text, e164) => {
  expect(parseNumber(text, 'JP')).toEqual({ ok: true, e164 });
});

test.each([
  ['', 'empty'],
  ['　', 'empty'],
  ['call me', 'not_a_number'],
  ['+1 999', 'impossible'],
])('%j is refused: %s', (text, reason) => {
  expect(parseNumber(text, 'JP')).toEqual({ ok: false, reason });
});

test('viewers in the number’s country read it in the local way, others in the international way', () => {
  expect(formatNumber('+819012345678', 'JP')).toBe('090-1234-5678');
  expect(formatNumber('+819012345678', 'US')).toBe('+81 90 1234 5678');
  expect(formatNumber('anonymous', 'US')).toBe('anonymous');
});

test('a voice reads a number back in its country’s groups', () => {
  expect(groupsForSpeech('+819012345678')).toEqual(['090', '1234', '5678']);
  expect(groupsForSpeech('+12125550123')).toEqual(['212', '555', '0123']);
  expect(groupsForSpeech('1-2')).toEqual(['1', '2']);
});

test('a number tells its country, as far as it has one', () => {
  expect(countryOf('+819012345678')).toBe('JP');
  expect(countryOf('nobody')).toBeNull();
});

test('only the last four digits name a number in public', () => {
  expect(lastFour('+819012345678')).toBe('5678');
});
