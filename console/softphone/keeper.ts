import { asProblem } from '../api/problem.ts';
import { claimTelephone } from './claim.ts';
import type { Hears, Line, LineCall } from './line.ts';
import { openLine } from './line.ts';
import type { ChosenDevices } from './memory.ts';
import { chosenDevices, lastCall, rememberCall, rememberDevices } from './memory.ts';
import { askMicrophone, knownMicrophone, watchMicrophone } from './microphone.ts';
import type { About, Expected, News, Softphone, Step } from './state.ts';
import { after, begin, begun, nextStep } from './state.ts';

/** What the softphone asks of the API. */
export interface Api {
  /** @throws {ProblemError} */
  readToken(): Promise<string>;
  /** Has the running call ring in this browser anew. @throws {ProblemError} */
  rejoin(about: About): Promise<void>;
}

const AGAIN_MS = 10_000;
/** A token that is bad so soon after it was made was never good. */
const NEVER_GOOD_MS = 30_000;

/**
 * The softphone of this tab, as long as its agent is signed in. It claims the browser's one telephone, keeps the way to the network,
 * answers by itself what the desk waits for, and has a call that a reload has torn away rung anew.
 */
export class SoftphoneKeeper {
  readonly #agentId: string;
  readonly #api: Api;
  #end = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #calls = new Map<string, LineCall>();
  #state: Softphone = begin(lastCall());
  #line: Line | null = null;
  #tokenAt = 0;

  constructor(agentId: string, api: Api) {
    this.#agentId = agentId;
    this.#api = api;
  }

  /** Begins. @returns what ends it: hangs up, leaves the network and gives the browser's telephone back */
  begin(): () => void {
    this.#end = new AbortController();
    this.#state = begin(lastCall());
    watchMicrophone(() => void this.#lookForMicrophone(), this.#end.signal);
    void this.#lookForMicrophone();
    return () => {
      this.#end.abort();
      this.#line?.close();
      this.#line = null;
    };
  }

  /** How it stands now; another object whenever anything of it is another. */
  readonly standing = (): Softphone => this.#state;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  /** What the agent's desk knows of their calls now. */
  expect(expected: Expected): void {
    this.#tell({ type: 'desk', expected });
  }

  /** In answer to a press: asks for the microphone where it is not open. @returns whether this browser can be rung for its agent */
  async unlock(): Promise<boolean> {
    if (this.#state.claim === 'elsewhere') return true;
    if (this.#state.microphone !== 'open') this.#tell({ type: 'microphone', microphone: await askMicrophone() });
    return this.#state.microphone === 'open';
  }

  /** Answers a call that nobody waited for. */
  answer(): void {
    this.#take('answer');
  }

  decline(): void {
    this.#call()?.decline();
  }

  mute(on: boolean): void {
    this.#call()?.mute(on);
  }

  /** Has the agent's running call ring in this browser. */
  ringHere(): void {
    this.#take('rejoin');
  }

  /** Speaks and listens by these devices from now on. */
  use(devices: ChosenDevices): void {
    rememberDevices(devices);
    void this.#line?.use(devices);
  }

  #call(): LineCall | undefined {
    return this.#calls.get(this.#state.call?.id ?? '');
  }

  #tell(news: News): void {
    if (this.#end.signal.aborted) return;
    this.#state = after(this.#state, news);
    for (const changed of this.#listeners) changed();
    const step = nextStep(this.#state);
    if (step !== null) this.#take(step);
  }

  #take(step: Step): void {
    this.#state = begun(this.#state, step);
    for (const changed of this.#listeners) changed();
    void this.#do(step);
  }

  async #do(step: Step): Promise<void> {
    switch (step) {
      case 'claim':
        return claimTelephone(this.#agentId, (claim) => this.#tell({ type: 'claim', claim }), this.#end.signal);
      case 'connect':
        return this.#connect();
      case 'answer':
        if (this.#state.last) rememberCall(this.#state.last);
        return this.#call()?.answer(chosenDevices());
      case 'rejoin':
        if (this.#state.expected.running) await this.#api.rejoin(this.#state.expected.running).catch(() => undefined);
    }
  }

  async #lookForMicrophone(): Promise<void> {
    if (this.#state.call !== null) return;
    const microphone = await knownMicrophone();
    // Where permission is given for a visit only, the browser says that it would ask again; it is open all the same.
    if (microphone === 'unasked' && this.#state.microphone === 'open') return;
    if (microphone !== this.#state.microphone) this.#tell({ type: 'microphone', microphone });
  }

  async #connect(): Promise<void> {
    const { signal } = this.#end;
    try {
      const token = await this.#api.readToken();
      this.#tokenAt = Date.now();
      const line = await openLine(token, this.#hears);
      if (signal.aborted) return line.close();
      this.#line = line;
    } catch (error) {
      const { status } = asProblem(error);
      this.#giveUp(status >= 400 && status < 500 ? 'refused' : 'lost');
    }
  }

  /** Leaves the network for a while, then begins anew. */
  #giveUp(line: 'refused' | 'lost'): void {
    this.#line?.close();
    this.#line = null;
    this.#tell({ type: 'line', line });
    setTimeout(() => this.#tell({ type: 'line', line: 'closed' }), AGAIN_MS);
  }

  async #renewToken(): Promise<void> {
    try {
      this.#line?.renew(await this.#api.readToken());
      this.#tokenAt = Date.now();
    } catch {
      if (!this.#end.signal.aborted) setTimeout(() => void this.#renewToken(), AGAIN_MS);
    }
  }

  readonly #hears: Hears = {
    line: (line) => this.#tell({ type: 'line', line }),
    badToken: () => {
      if (Date.now() - this.#tokenAt > NEVER_GOOD_MS) void this.#renewToken();
      else if (this.#state.call === null) this.#giveUp('refused');
    },
    tokenEnds: () => void this.#renewToken(),
    rings: (call) => {
      this.#calls.set(call.id, call);
      this.#tell({ type: 'rings', id: call.id, about: call.about });
    },
    talks: (id) => this.#tell({ type: 'talks', id }),
    over: (id, isTorn) => {
      this.#calls.delete(id);
      this.#tell({ type: 'over', id, isTorn });
    },
    muted: (isMuted) => this.#tell({ type: 'muted', isMuted }),
    microphone: (microphone) => this.#tell({ type: 'microphone', microphone }),
  };
}
