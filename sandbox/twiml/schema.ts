import type { TwimlElement } from './document.ts';

/** A rule on an attribute's value. */
type Rule = RegExp;

interface ElementSchema {
  readonly attributes: Readonly<Record<string, Rule>>;
  readonly children: readonly string[];
}

const ANY = /^/;
const URL_TEXT = /^\S+$/;
const METHOD = /^(GET|POST)$/i;
const BOOLEAN = /^(true|false)$/;
const NUMBER = /^\d+$/;
const POSITIVE = /^[1-9]\d*$/;

const STATUS_CALLBACK = { statusCallback: URL_TEXT, statusCallbackMethod: METHOD, statusCallbackEvent: ANY };
const RECORDING_CALLBACK = {
  recordingStatusCallback: URL_TEXT, recordingStatusCallbackMethod: METHOD, recordingStatusCallbackEvent: ANY,
};
const DETECTION = {
  machineDetection: /^(Enable|DetectMessageEnd)$/, machineDetectionTimeout: NUMBER, machineDetectionSpeechThreshold: NUMBER,
  machineDetectionSpeechEndThreshold: NUMBER, machineDetectionSilenceTimeout: NUMBER, amdStatusCallback: URL_TEXT,
  amdStatusCallbackMethod: METHOD,
};
const SSML = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'];

/** The verbs and nouns that the sandbox executes, with the attributes Twilio documents for each. */
const SCHEMA: Readonly<Record<string, ElementSchema>> = {
  Say: { attributes: { voice: ANY, language: /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, loop: NUMBER }, children: SSML },
  Play: { attributes: { loop: NUMBER, digits: /^[0-9A-DwW#*]*$/ }, children: [] },
  Pause: { attributes: { length: POSITIVE }, children: [] },
  Hangup: { attributes: {}, children: [] },
  Leave: { attributes: {}, children: [] },
  Redirect: { attributes: { method: METHOD }, children: [] },
  Reject: { attributes: { reason: /^(rejected|busy)$/ }, children: [] },
  Gather: {
    attributes: {
      action: URL_TEXT, method: METHOD, input: /^(dtmf|speech|dtmf speech|speech dtmf)$/, timeout: /^(\d+|auto)$/, numDigits: POSITIVE,
      finishOnKey: /^[0-9*#]?$/, actionOnEmptyResult: BOOLEAN, language: /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, hints: ANY,
      speechTimeout: /^(\d+|auto)$/, speechModel: ANY, enhanced: BOOLEAN, profanityFilter: BOOLEAN, bargeIn: BOOLEAN, debug: BOOLEAN,
      dtmfDetection: ANY, partialResultCallback: URL_TEXT, partialResultCallbackMethod: METHOD, maxSpeechTime: NUMBER,
    },
    children: ['Say', 'Play', 'Pause'],
  },
  Record: {
    attributes: {
      action: URL_TEXT, method: METHOD, timeout: NUMBER, finishOnKey: /^[0-9*#]*$/, maxLength: POSITIVE, playBeep: BOOLEAN,
      trim: /^(trim-silence|do-not-trim)$/, transcribe: BOOLEAN, transcribeCallback: URL_TEXT, ...RECORDING_CALLBACK,
    },
    children: [],
  },
  Dial: {
    attributes: {
      action: URL_TEXT, method: METHOD, timeout: POSITIVE, timeLimit: POSITIVE, callerId: ANY, hangupOnStar: BOOLEAN,
      answerOnBridge: BOOLEAN, record: ANY, trim: ANY, ringTone: ANY, sequential: BOOLEAN, referUrl: URL_TEXT, referMethod: METHOD,
      recordingTrack: ANY, ...RECORDING_CALLBACK,
    },
    children: ['Number', 'Conference', 'Client', 'Sip'],
  },
  Number: { attributes: { sendDigits: /^[0-9*#wW]*$/, url: URL_TEXT, method: METHOD, byoc: ANY, ...STATUS_CALLBACK, ...DETECTION }, children: [] },
  Client: { attributes: { url: URL_TEXT, method: METHOD, ...STATUS_CALLBACK, ...DETECTION }, children: ['Identity', 'Parameter'] },
  Sip: { attributes: { username: ANY, password: ANY, url: URL_TEXT, method: METHOD, ...STATUS_CALLBACK, ...DETECTION }, children: [] },
  Identity: { attributes: {}, children: [] },
  Parameter: { attributes: { name: ANY, value: ANY }, children: [] },
  Conference: {
    attributes: {
      muted: BOOLEAN, beep: /^(true|false|onEnter|onExit)$/, startConferenceOnEnter: BOOLEAN, endConferenceOnExit: BOOLEAN,
      participantLabel: ANY, jitterBufferSize: /^(small|medium|large|off)$/, waitUrl: ANY, waitMethod: METHOD,
      maxParticipants: POSITIVE, record: /^(do-not-record|record-from-start|true|false)$/, region: ANY, trim: ANY, coach: ANY,
      eventCallbackUrl: URL_TEXT, ...STATUS_CALLBACK, ...RECORDING_CALLBACK,
    },
    children: [],
  },
  Enqueue: {
    attributes: { action: URL_TEXT, method: METHOD, waitUrl: ANY, waitUrlMethod: METHOD, maxQueueSize: POSITIVE, workflowSid: ANY },
    children: [],
  },
};

/** Whether Twilio knows the verb at the top of a document or inside another element. */
export const isKnown = (name: string): boolean => name in SCHEMA;

/** Sentences for whatever Twilio would note as 12200, schema validation warning, and otherwise ignore. */
export function schemaWarnings(element: TwimlElement): readonly string[] {
  const schema = SCHEMA[element.name];
  if (schema === undefined) return SSML.includes(element.name) ? [] : [`Element <${element.name}> is not allowed here.`];
  const attributes = Object.entries(element.attributes).flatMap(([name, value]) => {
    const rule = schema.attributes[name];
    if (rule === undefined) return [`Attribute "${name}" is not allowed in <${element.name}>.`];
    return rule.test(value) ? [] : [`Attribute "${name}" of <${element.name}> has a value that is not valid.`];
  });
  const children = element.children.flatMap((child) =>
    schema.children.includes(child.name) ? schemaWarnings(child) : [`Element <${child.name}> is not allowed in <${element.name}>.`],
  );
  return [...attributes, ...children];
}
