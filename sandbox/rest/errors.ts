/** A refusal as Twilio words it: an HTTP status, Twilio's code and a sentence. */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The body that Twilio sends. Source: https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
  body(): Record<string, unknown> {
    return { code: this.code, message: this.message, more_info: `https://www.twilio.com/docs/errors/${this.code}`, status: this.status };
  }
}

/** HTTP 400 with a code of Twilio's. */
export const badRequest = (code: number, message: string): RestError => new RestError(400, code, message);

/** HTTP 404, 20404, naming the path as Twilio does. */
export const notFound = (path: string): RestError => new RestError(404, 20_404, `The requested resource ${path} was not found`);

/** For values that no code of their own describes. */
export const invalidParameter = (name: string, value: string): RestError => badRequest(20_001, `Invalid parameter ${name}: ${value}`);
