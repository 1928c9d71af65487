import twilio from 'twilio';
import { verifySignature } from '../../telephony/twilio/index.ts';

const SECRETS = { authToken: 'token', publicUrl: 'https://ringback.example/' };
const PATH = '/twilio/voice/leg?callback=1&leg=customer-1-1';
const FORM = { CallSid: 'CA1', To: '+819012345678', StatusCallbackEvent: ['ringing', 'answered'] };

function sign(url: string, form: Record<string, unknown>): string {
  return twilio.getExpectedTwilioSignature('token', url, form);
}

test('a form signed over the public URL is accepted', () => {
  const signature = sign(`https://ringback.example${PATH}`, FORM);
  expect(verifySignature(SECRETS, { signature, originalUrl: PATH, body: FORM })).toBe(true);
});

test.each([
  ['no signature', undefined, PATH, FORM],
  ['a signature that is not one', 'x', PATH, FORM],
  ['another path', sign(`https://ringback.example${PATH}`, FORM), `${PATH}&more=1`, FORM],
  ['another field', sign(`https://ringback.example${PATH}`, FORM), PATH, { ...FORM, To: '+819087654321' }],
  ['another host', sign(`https://elsewhere.example${PATH}`, FORM), PATH, FORM],
  ['a path that would change the host', sign('https://ringback.example@elsewhere.example/', FORM), '@elsewhere.example/', FORM],
])('%s is refused', (_what, signature, originalUrl, body) => {
  expect(verifySignature(SECRETS, { signature, originalUrl, body })).toBe(false);
});

test('a JSON body is accepted by its hash, and refused when it was changed', () => {
  const body = '{"event":"ringing"}';
  const originalUrl = `${PATH}&bodySHA256=${twilio.getExpectedBodyHash(body)}`;
  const signature = sign(`https://ringback.example${originalUrl}`, {});
  expect(verifySignature(SECRETS, { signature, originalUrl, body })).toBe(true);
  expect(verifySignature(SECRETS, { signature, originalUrl, body: '{"event":"answered"}' })).toBe(false);
});
