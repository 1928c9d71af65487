import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { PlaceResult } from '../../telephony/port.ts';
import type { Answer, FarEnd } from './far-end.ts';
import { openFarEnd, twilioError } from './far-end.ts';
import { ACCOUNT, AGENT_LEG, CALL, CONFERENCE, CUSTOMER_LEG, PUBLIC_URL, telephonyAt } from './given.ts';

let farEnd: FarEnd;
beforeEach(async () => void (farEnd = await openFarEnd()));
afterEach(() => farEnd.close());

const placed: Answer = { status: 201, body: { call_sid: CALL, conference_sid: CONFERENCE, label: 'customer-2-1', queue_time: '1500' } };

async function placing(answer: Answer): Promise<PlaceResult> {
  farEnd.answer = () => answer;
  return telephonyAt(farEnd.url).placeLeg(CUSTOMER_LEG);
}

describe('a leg that Twilio takes', () => {
  test('is placed, with its sids and its time in the queue', async () => {
    expect(await placing(placed)).toEqual({ result: 'placed', callSid: CALL, conferenceSid: CONFERENCE, queueTimeMs: 1500 });
  });

  test("asks for the customer's leg with everything said", async () => {
    await placing(placed);
    const [request] = farEnd.heard;
    expect(request?.method).toBe('POST');
    expect(request?.path).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Conferences/${CONFERENCE}/Participants.json`);
    const hooks = `${PUBLIC_URL}/twilio/voice`;
    const { callbackId } = CUSTOMER_LEG;
    const names = [...new Set(request?.form.keys())];
    expect(Object.fromEntries(names.map((name) => [name, request?.form.getAll(name).join(' ')]))).toEqual({
      To: '+819012345678',
      From: '+81312345678',
      Label: 'customer-2-1',
      Timeout: '25',
      TimeLimit: '3600',
      Beep: 'false',
      JitterBufferSize: 'small',
      EarlyMedia: 'true',
      StartConferenceOnEnter: 'true',
      EndConferenceOnExit: 'true',
      StatusCallback: `${hooks}/leg?callback=${callbackId}&leg=customer-2-1#rc=5&rp=ct,rt,5xx`,
      StatusCallbackMethod: 'POST',
      StatusCallbackEvent: 'initiated ringing answered completed',
      ConferenceStatusCallback: `${hooks}/conference?callback=${callbackId}&attempt=2#rc=5&rp=ct,rt,5xx`,
      ConferenceStatusCallbackMethod: 'POST',
      ConferenceStatusCallbackEvent: 'start end join leave mute hold modify announcement',
      WaitUrl: `${hooks}/wait?callback=${callbackId}&lang=ja`,
      WaitMethod: 'POST',
      MachineDetection: 'Enable',
      AmdStatusCallback: `${hooks}/amd?callback=${callbackId}&leg=customer-2-1#rc=5&rp=ct,rt,5xx`,
      AmdStatusCallbackMethod: 'POST',
    });
  });

  test("the agent's leaving leaves the customer in the conference, and no machine is looked for", async () => {
    farEnd.answer = () => placed;
    await telephonyAt(farEnd.url).placeLeg(AGENT_LEG);
    const [request] = farEnd.heard;
    expect(request?.path).toContain('/Conferences/callback-0b8f5a1e-2/Participants.json');
    expect(request?.form.get('EndConferenceOnExit')).toBe('false');
    expect(request?.form.has('MachineDetection')).toBe(false);
    expect(request?.form.has('AmdStatusCallback')).toBe(false);
  });

  test("rings a browser with what the call is about, and a telephone without", async () => {
    farEnd.answer = () => placed;
    await telephonyAt(farEnd.url).placeLeg(AGENT_LEG);
    await telephonyAt(farEnd.url).placeLeg({ ...AGENT_LEG, to: 'sip:alice@example.com' });
    const [browser, telephone] = farEnd.heard;
    expect(browser?.form.get('To')).toBe(`client:alice?attempt=2&callback=${AGENT_LEG.callbackId}&leg=agent-2-1`);
    expect(telephone?.form.get('To')).toBe('sip:alice@example.com');
  });

  test('is asked for on a socket of its own, by the account', async () => {
    await placing(placed);
    expect(farEnd.heard[0]?.headers.connection).toBe('close');
    expect(farEnd.heard[0]?.headers.authorization).toBe(`Basic ${btoa(`${ACCOUNT}:secret`)}`);
  });

  test('is asked for by the API key where there is one', async () => {
    farEnd.answer = () => placed;
    await telephonyAt(farEnd.url, { apiKey: `SK${'b'.repeat(32)}`, apiSecret: 'key secret' }).placeLeg(AGENT_LEG);
    expect(farEnd.heard[0]?.headers.authorization).toBe(`Basic ${btoa(`SK${'b'.repeat(32)}:key secret`)}`);
    expect(farEnd.heard[0]?.path).toContain(`/Accounts/${ACCOUNT}/`);
  });
});

describe('a leg that Twilio does not take', () => {
  test.each([
    ['too many requests', twilioError(429, 20429), 'not_sent'],
    ['an error inside Twilio', twilioError(500, 20500), 'unknown'],
    ['a service that is away', { status: 503, body: 'upstream connect error' }, 'unknown'],
    ['a page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }, 'unknown'],
    ['an answer that cannot be read', { status: 201, body: '{"call_sid": "CA' }, 'unknown'],
    ['an answer that names no call', { status: 201, body: {} }, 'unknown'],
    ['a label in use, so that this very leg was taken before', twilioError(409, 16026), 'unknown'],
    ['wrong credentials', twilioError(401, 20003), 'rejected'],
    ['a caller ID that is not ours', twilioError(400, 21210), 'rejected'],
    ['a conference that is over', twilioError(404, 20404), 'rejected'],
  ] satisfies [string, Answer, PlaceResult['result']][])('%s', async (_what, answer, result) => {
    expect(await placing(answer)).toMatchObject({ result });
    expect(farEnd.heard).toHaveLength(1);
  });

  test.each([21211, 21214, 21215, 21216, 21610, 13225, 13227, 32205])('error %i blocks the number', async (code) => {
    expect(await placing(twilioError(400, code))).toMatchObject({ result: 'rejected', code, blocked: true });
  });

  test('a refusal of our own doing does not block the number', async () => {
    expect(await placing(twilioError(400, 21212))).toMatchObject({ result: 'rejected', code: 21212, blocked: false });
  });

  test('a conference that is over is told from any other refusal', async () => {
    expect(await placing(twilioError(404, 20404))).toMatchObject({ result: 'rejected', isOver: true });
    expect(await placing(twilioError(400, 21212))).toMatchObject({ result: 'rejected', isOver: false });
  });

  test("the reason never holds the number that Twilio's message tells", async () => {
    const result = await placing(twilioError(400, 21211));
    expect(JSON.stringify(result)).not.toContain('9012345678');
    expect(result).toMatchObject({ reason: 'Twilio answered with error 21211 (HTTP 400).' });
  });
});

describe('a leg whose request meets a broken network', () => {
  test('nobody listens: not sent', async () => {
    const { url } = farEnd;
    await farEnd.close();
    expect(await telephonyAt(url).placeLeg(CUSTOMER_LEG)).toMatchObject({ result: 'not_sent' });
  });

  test('the name does not resolve: not sent', async () => {
    expect(await telephonyAt('http://twilio.invalid').placeLeg(CUSTOMER_LEG)).toMatchObject({ result: 'not_sent' });
  });

  test('the connection is reset after the request: unknown', async () => {
    expect(await placing((response) => response.socket?.resetAndDestroy())).toMatchObject({ result: 'unknown' });
  });

  test('the connection is closed in the middle of the answer: unknown', async () => {
    const cut = await placing((response) => {
      response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '500' });
      response.write('{"call_sid":', () => response.socket?.destroy());
    });
    expect(cut).toMatchObject({ result: 'unknown' });
  });

  test('after 10 s without a whole answer: unknown; without a connection: not sent', async () => {
    const quiet = await openFarEnd();
    quiet.answer = () => () => undefined;
    const slow = await openFarEnd();
    let trickle: NodeJS.Timeout | undefined;
    slow.answer = () => (response) => {
      response.writeHead(201, { 'Content-Type': 'application/json' });
      trickle = setInterval(() => response.write(' '), 500);
    };
    const deaf = createServer();
    await new Promise<void>((done) => deaf.listen(0, '127.0.0.1', done));
    const deafUrl = `https://127.0.0.1:${(deaf.address() as AddressInfo).port}`;
    const askedAt = Date.now();
    const results = await Promise.all([quiet.url, slow.url, deafUrl].map((url) => telephonyAt(url).placeLeg(CUSTOMER_LEG)));
    expect(results.map(({ result }) => result)).toEqual(['unknown', 'unknown', 'not_sent']);
    expect(Date.now() - askedAt).toBeLessThan(12_000);
    clearInterval(trickle);
    deaf.close();
    await Promise.all([quiet.close(), slow.close()]);
  });
});
