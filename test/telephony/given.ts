import { createTwilioTelephony } from '../../telephony/twilio/index.ts';
import type { LegRequest, Telephony } from '../../telephony/port.ts';

export const ACCOUNT = `AC${'a'.repeat(32)}`;
export const CALL = `CA${'1'.repeat(32)}`;
export const CONFERENCE = `CF${'2'.repeat(32)}`;
export const PUBLIC_URL = 'https://ringback.example';

/** The product's telephony, with its requests going to `baseUrl`. */
export function telephonyAt(baseUrl: string, more: { apiKey?: string; apiSecret?: string } = {}): Telephony {
  const log = { info: () => undefined, warn: () => undefined };
  return createTwilioTelephony({ accountSid: ACCOUNT, authToken: 'secret', baseUrl, publicUrl: `${PUBLIC_URL}/`, log, ...more });
}

export const CUSTOMER_LEG: LegRequest = {
  callbackId: '0b8f5a1e-6f0e-4a6e-9a57-0f1f8c1d2e3f',
  attempt: 2,
  label: 'customer-2-1',
  role: 'customer',
  to: '+819012345678',
  from: '+81312345678',
  conference: CONFERENCE,
  ringTimeoutS: 25,
  timeLimitS: 3600,
  machineDetection: true,
  language: 'ja',
};

export const AGENT_LEG: LegRequest = {
  ...CUSTOMER_LEG,
  label: 'agent-2-1',
  role: 'agent',
  to: 'client:alice',
  conference: 'callback-0b8f5a1e-2',
  machineDetection: false,
};
