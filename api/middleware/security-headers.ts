import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What the page may fetch and play. */
interface Sources {
  readonly connectSrc: readonly string[];
  readonly mediaSrc: readonly string[];
}

/** The console needs nothing from elsewhere. */
const OWN: Sources = { connectSrc: ["'self'"], mediaSrc: ["'self'"] };

/**
 * A softphone speaks with Twilio: signalling, which moves to the nearest edge's own address; the home region's insights; the sounds
 * of its SDK; and the voice itself.
 * https://github.com/twilio/twilio-voice.js#content-security-policy-csp
 */
const WITH_SOFTPHONE: Sources = {
  connectSrc: ["'self'", 'https://*.twilio.com', 'wss://*.twilio.com', 'https://media.twiliocdn.com'],
  mediaSrc: ["'self'", 'mediastream:', 'blob:', 'https://*.twilio.com', 'https://media.twiliocdn.com'],
};

/** What browsers are told of every answer. The console's component library sets styles from script. */
export function securityHeaders({ publicUrl, hasSoftphone }: { readonly publicUrl: string; readonly hasSoftphone: boolean }): RequestHandler {
  const { connectSrc, mediaSrc } = hasSoftphone ? WITH_SOFTPHONE : OWN;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: [...connectSrc],
        mediaSrc: [...mediaSrc],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  });
}
