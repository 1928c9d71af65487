/**
 * How hard Twilio tries to deliver a webhook: five more times after a connect time-out, a read time-out or a 5xx. The fragment is
 * not part of what is signed. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
const DELIVERY = '#rc=5&rp=ct,rt,5xx';

/** The addresses Twilio calls about the legs of an attempt, and about messages. */
export interface WebhookUrls {
  leg(callbackId: string, label: string): string;
  machine(callbackId: string, label: string): string;
  conference(callbackId: string, attempt: number): string;
  /** What a party hears while alone in the conference. */
  wait(callbackId: string, language: string): string;
  /** What a party on hold hears. */
  holdMusic(): string;
  /** The digits of a token, good once. */
  tones(token: string): string;
  apology(language: string): string;
  recording(callbackId: string, attempt: number): string;
  /** How a message fares. */
  message(messageId: string): string;
}

/** Webhook addresses under the public URL of this installation. */
export function webhookUrls(publicUrl: string): WebhookUrls {
  const hooks = `${withoutSlash(publicUrl)}/twilio/voice`;
  const at = (path: string, query: Record<string, string>) => `${hooks}/${path}?${new URLSearchParams(query).toString()}`;
  return {
    leg: (callback, leg) => at('leg', { callback, leg }) + DELIVERY,
    machine: (callback, leg) => at('amd', { callback, leg }) + DELIVERY,
    conference: (callback, attempt) => at('conference', { callback, attempt: String(attempt) }) + DELIVERY,
    wait: (callback, lang) => at('wait', { callback, lang }),
    holdMusic: () => `${hooks}/hold-music`,
    tones: (token) => at('tones', { token }),
    apology: (lang) => at('apology', { lang }),
    recording: (callback, attempt) => at('recording', { callback, attempt: String(attempt) }) + DELIVERY,
    message: (message) => `${withoutSlash(publicUrl)}/twilio/message?${new URLSearchParams({ message }).toString()}${DELIVERY}`,
  };
}

/** A base URL to which a path that begins with "/" can be added. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
