/** How long things take in the sandbox network, in milliseconds of real time. Tests shorten them; newcomers get believable ones. */
export interface Timings {
  /** From leaving the queue until the far telephone rings. */
  readonly connectMs: number;
  /** How long a person lets it ring before doing anything. */
  readonly ringMs: number;
  /** How long a person of the kind `hangs_up` talks. */
  readonly talkMs: number;
  /** An answering machine's greeting, up to the beep. */
  readonly greetingMs: number;
  /** How long an answering machine records after the beep before it hangs up. */
  readonly machineMs: number;
  /** How long detection listens before it says `human` or `machine_start`. */
  readonly detectionMs: number;
  /** One spoken character of `<Say>`. */
  readonly characterMs: number;
  /** What one second of Twilio's parameters (Timeout, `<Pause>`, `<Gather timeout>`, TimeLimit) lasts here. */
  readonly secondMs: number;
  /** Between two statuses of a text message. */
  readonly messageMs: number;
}

/** Believable to somebody who listens: two seconds of ringing, 50 ms a character. */
export const DEFAULT_TIMINGS: Timings = {
  connectMs: 300,
  ringMs: 2000,
  talkMs: 4000,
  greetingMs: 3000,
  machineMs: 30_000,
  detectionMs: 1500,
  characterMs: 50,
  secondMs: 1000,
  messageMs: 500,
};

/** What `startSandbox` takes. Everything has a default: an empty object is a working network. */
export interface SandboxOptions {
  /** 0, the default, takes a free port; the server listens on 127.0.0.1 only. */
  readonly port?: number;
  /** `AC` and 32 hex digits; made up when absent. */
  readonly accountSid?: string;
  /** Made up when absent. Also the key of every webhook's signature. */
  readonly authToken?: string;
  /** An API key (`SK…`) and its secret that are accepted besides the account's own credentials. */
  readonly apiKey?: string;
  readonly apiSecret?: string;
  /** Twilio's default is 1: what exceeds it is queued. */
  readonly callsPerSecond?: number;
  readonly timings?: Partial<Timings>;
  /** Calls are journalled here, so that those that were live when the process was killed are reported ended afterwards. */
  readonly journalFile?: string;
  /** Told of each alert and failed callback, in sentences without telephone numbers. */
  readonly log?: (line: string) => void;
}
