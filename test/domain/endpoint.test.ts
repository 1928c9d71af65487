import { identityOf, kindOfEndpoint, maskEndpoint, parseEndpoint } from '../../domain/endpoint.ts';

const parse = (text: string, country: string | null = 'JP') => parseEndpoint(text, country, 'aoki');

test.each([
  ['050-1234-5678', '+815012345678'],
  ['０５０（１２３４）５６７８', '+815012345678'],
  [' +44 20 7946 0958 ', '+442079460958'],
  ['sip:desk-12@pbx.example.com', 'sip:desk-12@pbx.example.com'],
  ['sips:a@10.0.0.1:5061;transport=tls', 'sips:a@10.0.0.1:5061;transport=tls'],
  ['client:hana_01', 'client:hana_01'],
  [' client: ', 'client:agent_aoki'],
])('an endpoint written %s is %s', (text, endpoint) => {
  expect(parse(text)).toEqual({ ok: true, endpoint });
});

test.each(['', 'sip:nobody', 'sip:a b@example.com', 'client:a/b', 'client:a.b', `client:${'a'.repeat(122)}`, '12', 'desk', `sip:${'a'.repeat(300)}@example.com`])(
  '%s is none',
  (text) => {
    expect(parse(text)).toEqual({ ok: false });
  },
);

test('without a country only international numbers are understood', () => {
  expect(parse('050-1234-5678', null)).toEqual({ ok: false });
  expect(parse('+81 50 1234 5678', null)).toEqual({ ok: true, endpoint: '+815012345678' });
});

test("an agent's own softphone has a name that Twilio takes and no other agent has", () => {
  const own = (agentId: string) => parseEndpoint('client:', null, agentId);
  expect(own('kCx4R0hZ')).toEqual({ ok: true, endpoint: 'client:agent_kCx4R0hZ' });
  expect(own('a-b')).toEqual({ ok: true, endpoint: 'client:agent_a_2d_b' });
  expect(own('a_2d_b')).toEqual({ ok: true, endpoint: 'client:agent_a_5f_2d_5f_b' });
});

test.each([
  [null, 'none'],
  ['+815012345678', 'number'],
  ['sip:desk-12@pbx.example.com', 'sip'],
  ['client:agent_aoki', 'softphone'],
  ['client:a.b', 'unusable'],
  ['desk 12', 'unusable'],
] as const)('the endpoint %s is of the kind %s', (endpoint, kind) => {
  expect(kindOfEndpoint(endpoint)).toBe(kind);
});

test('only a softphone has an identity', () => {
  expect(identityOf('client:agent_aoki')).toBe('agent_aoki');
  expect(identityOf('client:a.b')).toBeNull();
  expect(identityOf('+815012345678')).toBeNull();
  expect(identityOf(null)).toBeNull();
});

test('the audit log names an endpoint without its number', () => {
  expect(maskEndpoint('+815012345678')).toBe('…5678');
  expect(maskEndpoint('sip:+815012345678@example.com')).toBe('sip:…5678@example.com');
  expect(maskEndpoint('client:hana_01')).toBe('client:hana_01');
});
