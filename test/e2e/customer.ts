import { until } from '../start/until.ts';
import type { Centre, RouteId } from './system.ts';

/** What the sandbox says of a call. */
interface CallView {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly active: boolean;
  readonly awaitsDecision: boolean;
  readonly waitingFor: object | null;
  readonly transcript: readonly { readonly who: string; readonly kind: string; readonly text: string; readonly language: string | null }[];
}

const AREAS = [201, 203, 205, 206, 208, 209, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260];
let nextArea = 0;

/** A number (E.164) nobody else uses, from those kept for fiction. Its last two digits decide how its owner treats a call. */
export function newNumber(ending: string): string {
  const area = AREAS[nextArea++];
  if (area === undefined) throw new Error('There are no numbers left: add area codes.');
  return `+1${area}55501${ending}`;
}

/** A customer on the telephone with the IVR. */
export class CustomerCall {
  readonly #centre: Centre;
  readonly #sid: string;
  /** How much of the transcript had been answered already. */
  #heard = 0;

  constructor(centre: Centre, sid: string) {
    this.#centre = centre;
    this.#sid = sid;
  }

  /** Waits until this has been said since the last answer, and answers all that was said since. */
  async hear(sentence: RegExp): Promise<string> {
    let said = '';
    await until(async () => (said = await this.#said()).match(sentence) !== null).catch(() => {
      throw new Error(`The customer did not hear ${sentence}, but: ${said}`);
    });
    return said;
  }

  press(digits: string): Promise<void> {
    return this.#answer('digits', { digits });
  }

  say(text: string): Promise<void> {
    return this.#answer('speech', { text });
  }

  async hangUp(): Promise<void> {
    await this.#centre.sandbox('POST', `/calls/${this.#sid}/hangup`, {});
  }

  /** Waits until the other side has hung up; answers the last that was said. */
  async toTheEnd(): Promise<string> {
    await until(async () => !(await this.#view()).active);
    return this.#said();
  }

  /** The languages of what was said since the last answer. */
  async languages(): Promise<(string | null)[]> {
    const { transcript } = await this.#view();
    return [...new Set(transcript.slice(this.#heard).map(({ language }) => language))];
  }

  async #answer(how: string, body: object): Promise<void> {
    await until(async () => (await this.#view()).waitingFor !== null);
    const { transcript } = await this.#centre.sandbox<CallView>('POST', `/calls/${this.#sid}/${how}`, body);
    this.#heard = transcript.length;
  }

  async #said(): Promise<string> {
    const { transcript } = await this.#view();
    const lines = transcript.slice(this.#heard).filter(({ who }) => who === 'network');
    return lines.map(({ text }) => text).join(' ');
  }

  #view(): Promise<CallView> {
    return this.#centre.sandbox('GET', `/calls/${this.#sid}`);
  }
}

/** A customer dials a route's number from theirs. */
export async function callIn(centre: Centre, from: string, route: RouteId): Promise<CustomerCall> {
  const { sid } = await centre.sandbox<CallView>('POST', '/calls', { from, to: centre.numberOf(route) });
  return new CustomerCall(centre, sid);
}

/** Which key chooses English on a route. */
const ENGLISH: Record<RouteId, string> = { sales: '1', billing: '2', support: '1' };

/** As far as the question when to call, in English and with the number they call from. */
export async function callInToWhen(centre: Centre, from: string, route: RouteId): Promise<CustomerCall> {
  const call = await callIn(centre, from, route);
  await call.hear(/For English, press/);
  await call.press(ENGLISH[route]);
  await call.hear(/press 1 or say yes/);
  await call.press('1');
  await call.hear(/as soon as possible, press 1/);
  return call;
}

/** A customer who wants to be called back as soon as possible, and hangs up when that is promised. */
export async function askForNow(centre: Centre, from: string, route: RouteId): Promise<void> {
  const call = await callInToWhen(centre, from, route);
  await call.press('1');
  await call.hear(/as soon as one of us is free/);
  await call.hangUp();
}

/** The call with which somebody is rung, whose telephone rings until they pick up: a customer's whose number ends in 90, or an agent's. */
export async function ringingAt(centre: Centre, address: string): Promise<string> {
  let sid: string | undefined;
  await until(async () => {
    const { calls } = await centre.sandbox<{ calls: CallView[] }>('GET', '/calls?active=true');
    sid = calls.find(({ to, awaitsDecision }) => to.startsWith(address) && awaitsDecision)?.sid;
    return sid !== undefined;
  });
  return sid ?? '';
}

/** A customer whose number ends in 90 picks up. */
export async function pickUp(centre: Centre, number: string): Promise<void> {
  await centre.sandbox('POST', `/calls/${await ringingAt(centre, number)}/answer`, {});
}

/** A customer on the line hangs up. */
export async function hangUpAt(centre: Centre, number: string): Promise<void> {
  const { calls } = await centre.sandbox<{ calls: CallView[] }>('GET', '/calls?active=true');
  const call = calls.find(({ to }) => to === number);
  await centre.sandbox('POST', `/calls/${call?.sid}/hangup`, {});
}
