import type { BrowserContext, Page, WebSocketRoute } from 'playwright-core';

/*
 * Twilio's side of the softphone, as far as its SDK needs one: the signalling socket, and somebody at the far end whose voice comes by
 * WebRTC. The SDK is the real one; the real network cannot be reached from a test.
 */

/** What a browser needs for sound without a sound card, and to reach a page beside it. */
export const SOUND = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

interface Message {
  readonly type: string;
  readonly payload: { readonly token?: string; readonly callsid?: string; readonly sdp?: string; readonly media?: { readonly audio: boolean } };
}

export class Gateway {
  /** Tokens that browsers have signed in with, in order. */
  readonly tokens: string[] = [];
  /** What browsers have said of calls: `answer CA1`, `hangup CA1`, `reject CA1`. */
  readonly said: string[] = [];
  /** The code that a sign-in is refused with; null: none is. */
  refuses: number | null = null;
  /** Nobody gets through. */
  isAway = false;
  tokenLastsS = 3600;
  readonly #registered = new Set<WebSocketRoute>();
  readonly #ends = new Map<string, Page>();

  readonly #context: BrowserContext;

  private constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** Stands in for Twilio in every page of the context. */
  static async beside(context: BrowserContext): Promise<Gateway> {
    const gateway = new Gateway(context);
    await context.routeWebSocket(/^wss:\/\/voice-js\.\w+\.twilio\.com\/signal$/, (socket) => gateway.#serve(socket));
    await context.route(/^https:\/\/\w+(\.\w+)?\.twilio\.com\//, (route) => route.fulfill({ status: 200, body: '' }));
    return gateway;
  }

  /** How many browsers' tabs can be rung. */
  get registered(): number {
    return this.#registered.size;
  }

  /** Rings whoever is registered; somebody waits at the far end until it is answered. */
  async ring(callSid: string, about: Record<string, string>): Promise<void> {
    const [socket] = this.#registered;
    const end = await this.#context.newPage();
    this.#ends.set(callSid, end);
    const parameters = { CallSid: callSid, From: '+815031000001', To: 'client:agent_aoki', Params: new URLSearchParams(about).toString() };
    send(socket, 'invite', { callsid: callSid, sdp: await end.evaluate(offerVoice), parameters });
  }

  hangUp(callSid: string): void {
    for (const socket of this.#registered) send(socket, 'hangup', { callsid: callSid });
  }

  /** Breaks every way to the network, until it is not away any more. */
  async goAway(): Promise<void> {
    this.isAway = true;
    for (const socket of this.#registered) await socket.close({ code: 1011 });
  }

  #serve(socket: WebSocketRoute): void {
    if (this.isAway) return void socket.close({ code: 1011 });
    socket.onMessage((text) => {
      if (typeof text === 'string' && text !== '\n') void this.#hear(socket, JSON.parse(text) as Message);
    });
    socket.onClose(() => this.#registered.delete(socket));
  }

  async #hear(socket: WebSocketRoute, { type, payload }: Message): Promise<void> {
    const { token = '', callsid = '', sdp = '', media } = payload;
    if (type === 'listen') return this.#signIn(socket, token);
    if (type === 'register') return this.#register(socket, media?.audio === true);
    this.said.push(`${type} ${callsid}`);
    // A test may have closed the far end meanwhile.
    if (type === 'answer') await this.#ends.get(callsid)?.evaluate(hearVoice, sdp).catch(() => undefined);
  }

  #signIn(socket: WebSocketRoute, token: string): void {
    this.tokens.push(token);
    if (this.refuses !== null) send(socket, 'error', { error: { code: this.refuses, message: 'refused' } });
    else send(socket, 'connected', { region: 'gll', edge: 'ashburn', home: 'us1', token: { identity: 'agent_aoki', ttl: this.tokenLastsS } });
  }

  #register(socket: WebSocketRoute, isThere: boolean): void {
    if (this.refuses !== null) return;
    if (isThere) this.#registered.add(socket);
    else this.#registered.delete(socket);
    send(socket, isThere ? 'ready' : 'offline', {});
  }
}

function send(socket: WebSocketRoute | undefined, type: string, payload: object): void {
  if (!socket) throw new Error('No softphone is registered.');
  socket.send(JSON.stringify({ type, version: '1.6', payload }));
}

/** In the page of the far end: a voice, and the way to it. */
async function offerVoice(): Promise<string> {
  const context = new AudioContext();
  const voice = new MediaStreamAudioDestinationNode(context);
  const tone = new OscillatorNode(context);
  tone.connect(voice);
  tone.start();
  const connection = new RTCPeerConnection();
  Object.assign(globalThis, { connection });
  for (const track of voice.stream.getTracks()) connection.addTrack(track, voice.stream);
  await connection.setLocalDescription();
  while (connection.iceGatheringState !== 'complete') await new Promise((resolve) => connection.addEventListener('icegatheringstatechange', resolve, { once: true }));
  return connection.localDescription?.sdp ?? '';
}

async function hearVoice(sdp: string): Promise<void> {
  const { connection } = globalThis as unknown as { connection: RTCPeerConnection };
  await connection.setRemoteDescription({ type: 'answer', sdp });
}
