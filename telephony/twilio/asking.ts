import { isMissing, TwilioFailed } from './status.ts';

/** What Twilio answers. @throws TwilioFailed when it could not be asked. */
export async function orThrow<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw new TwilioFailed(error);
  }
}

/** What Twilio answers; null: it knows no such thing. @throws TwilioFailed when it could not be asked. */
export async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (isMissing(error)) return null;
    throw new TwilioFailed(error);
  }
}
