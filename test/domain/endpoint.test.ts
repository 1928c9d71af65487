import { maskEndpoint, parseEndpoint } from '../../domain/endpoint.ts';

test.each([
  ['050-1234-5678', '+815012345678'],
  ['０５０（１２３４）５６７８', '+815012345678'],
  [' +44 20 7946 0958 ', '+442079460958'],
  ['sip:desk-12@pbx.example.com', 'sip:desk-12@pbx.example.com'],
  ['sips:a@10.0.0.1:5061;transport=tls', 'sips:a@10.0.0.1:5061;transport=tls'],
  ['client:hana_01', 'client:hana_01'],
])('an endpoint written %s is %s', (text, endpoint) => {
  expect(parseEndpoint(text, 'JP')).toEqual({ ok: true, endpoint });
});

test.each(['', 'sip:nobody', 'sip:a b@example.com', 'client:', 'client:a/b', '12', 'desk', `sip:${'a'.repeat(300)}@example.com`])('%s is none', (text) => {
  expect(parseEndpoint(text, 'JP')).toEqual({ ok: false });
});

test('without a country only international numbers are understood', () => {
  expect(parseEndpoint('050-1234-5678', null)).toEqual({ ok: false });
  expect(parseEndpoint('+81 50 1234 5678', null)).toEqual({ ok: true, endpoint: '+815012345678' });
});

test('the audit log names an endpoint without its number', () => {
  expect(maskEndpoint('+815012345678')).toBe('…5678');
  expect(maskEndpoint('sip:+815012345678@example.com')).toBe('sip:…5678@example.com');
  expect(maskEndpoint('client:hana_01')).toBe('client:hana_01');
});
