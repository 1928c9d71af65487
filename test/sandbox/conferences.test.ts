import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ABSENT, AGENT, BUSY, CUSTOMER, eventually, MACHINE, MANUAL, OWN, startWorld, SUPERVISOR } from './support.ts';
import type { Hit, World } from './support.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const EVERY_EVENT = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'announcement', 'speaker'];

function add(conference: string, to: string, extra: Record<string, unknown> = {}) {
  const { client, receiver } = world;
  return client.conferences(conference).participants.create({
    to, from: OWN, conferenceStatusCallback: `${receiver.url}/conference`, conferenceStatusCallbackEvent: EVERY_EVENT, ...extra,
  });
}

const named = (name: string, match: Record<string, string> = {}) => (hit: Hit): boolean =>
  hit.path === '/conference' && hit.parameters['StatusCallbackEvent'] === name &&
  Object.entries(match).every(([key, value]) => hit.parameters[key] === value);

const event = async (name: string, match: Record<string, string> = {}): Promise<Hit> => {
  const [hit] = await world.receiver.until(1, named(name, match));
  if (hit === undefined) throw new Error('There is no such event.');
  return hit;
};

/** An agent and a customer who talk. */
async function talking() {
  const agent = await add('attempt-1', AGENT, { label: 'agent-1-1' });
  const customer = await add(agent.conferenceSid, CUSTOMER, { label: 'customer-1-1', endConferenceOnExit: true });
  await event('conference-start');
  return { agent, customer, conference: world.client.conferences(agent.conferenceSid) };
}

describe('adding participants', () => {
  test('by name makes the conference, with every field that Twilio documents', async () => {
    const { status, body } = await world.rest('POST', '/Conferences/attempt-1/Participants.json', { To: AGENT, From: OWN, Label: 'agent-1-1' });
    expect(status).toBe(201);
    expect(body).toEqual({
      account_sid: world.sandbox.accountSid, call_sid: expect.stringMatching(/^CA[0-9a-f]{32}$/), call_sid_to_coach: null, coaching: false,
      conference_sid: expect.stringMatching(/^CF[0-9a-f]{32}$/), date_created: expect.any(String), date_updated: expect.any(String),
      end_conference_on_exit: false, hold: false, label: 'agent-1-1', muted: false, queue_time: '0', start_conference_on_enter: true,
      status: 'queued', uri: expect.stringContaining('/Participants/CA'),
    });
    const conference = await world.client.conferences(String(body['conference_sid'])).fetch();
    expect(conference).toMatchObject({ friendlyName: 'attempt-1', status: 'init', region: 'us1', reasonConferenceEnded: null });
  });

  test('names are for creating only: reading, changing and removing want the SID', async () => {
    const { conferenceSid, callSid } = await add('attempt-1', AGENT);
    const byName = world.client.conferences('attempt-1');
    await expect(byName.fetch()).rejects.toMatchObject({ status: 404, code: 20_404 });
    await expect(byName.participants.list()).rejects.toMatchObject({ code: 20_404 });
    await expect(byName.participants(callSid).fetch()).rejects.toMatchObject({ code: 20_404 });
    await expect(byName.participants(callSid).update({ muted: true })).rejects.toMatchObject({ code: 20_404 });
    await expect(byName.participants(callSid).remove()).rejects.toMatchObject({ code: 20_404 });
    expect((await world.client.conferences(conferenceSid).participants(callSid).fetch()).callSid).toBe(callSid);
  });

  test('a label is taken as long as its leg lives, and found by it', async () => {
    const { conferenceSid } = await add('attempt-1', ABSENT, { label: 'customer-1-1', timeout: 600 });
    await expect(add('attempt-1', CUSTOMER, { label: 'customer-1-1' })).rejects.toMatchObject({ status: 400, code: 16_026 });
    const { participants } = world.client.conferences(conferenceSid);
    await add(conferenceSid, MANUAL, { label: 'agent-1-1', timeout: 600 });
    await participants('customer-1-1').remove();
    await expect(participants('customer-1-1').fetch()).rejects.toMatchObject({ code: 20_404 });
    expect((await add('attempt-1', CUSTOMER, { label: 'customer-1-1' })).conferenceSid).toBe(conferenceSid);
    expect((await participants('customer-1-1').fetch()).label).toBe('customer-1-1');
  });

  test.each(['a/b', 'a%2Fb', 'x'.repeat(129), `CA${'0'.repeat(32)}`])('a bad label (%s) is refused with 16024', async (label) => {
    await expect(add('attempt-1', AGENT, { label })).rejects.toMatchObject({ status: 400, code: 16_024 });
    expect(await world.client.conferences.list({ status: 'init' })).toHaveLength(0);
  });

  test('the name of an ended conference makes a new one; its SID is refused', async () => {
    const first = await add('attempt-1', AGENT);
    await world.client.conferences(first.conferenceSid).update({ status: 'completed' });
    await expect(add(first.conferenceSid, CUSTOMER)).rejects.toMatchObject({ code: 20_404 });
    const second = await add('attempt-1', AGENT);
    expect(second.conferenceSid).not.toBe(first.conferenceSid);
    for (const status of ['init', 'completed'] as const) {
      const [found, ...others] = await world.client.conferences.list({ friendlyName: 'attempt-1', status });
      expect(found?.sid).toBe(status === 'init' ? second.conferenceSid : first.conferenceSid);
      expect(others).toEqual([]);
    }
  });

  test('every leg counts against calls per second', async () => {
    const slow = await startWorld({ callsPerSecond: 0.1 });
    try {
      const create = (name: string) => slow.client.conferences(name).participants.create({ to: AGENT, from: OWN });
      expect(Number((await create('one')).queueTime)).toBeLessThan(50);
      const second = await create('two');
      expect(Number(second.queueTime)).toBeGreaterThan(5_000);
      expect(second.status).toBe('queued');
      expect((await slow.client.calls(second.callSid).fetch()).startTime).toBeNull();
    } finally {
      await slow.stop();
    }
  });
});

describe('the life of a conference', () => {
  test('two participants start it; the first joiner’s callback is the conference’s', async () => {
    const { receiver } = world;
    const agent = await add('attempt-1', AGENT, { label: 'agent-1-1' });
    await event('participant-join');
    expect((await world.client.conferences(agent.conferenceSid).fetch()).status).toBe('init');
    expect(await world.client.conferences.list()).toHaveLength(0);
    await add('attempt-1', CUSTOMER, { conferenceStatusCallback: `${receiver.url}/ignored` });
    await event('conference-start');
    expect((await world.client.conferences(agent.conferenceSid).fetch()).status).toBe('in-progress');
    expect(await world.client.conferences.list()).toHaveLength(1);
    const events = receiver.hits.filter(({ path }) => path === '/conference');
    expect(events.map(({ parameters }) => parameters['SequenceNumber'])).toEqual(['1', '2', '3']);
    expect(events.every(({ signed }) => signed)).toBe(true);
    expect(events[0]?.parameters).toMatchObject({
      StatusCallbackEvent: 'participant-join', ConferenceSid: agent.conferenceSid, FriendlyName: 'attempt-1', CallSid: agent.callSid,
      ParticipantLabel: 'agent-1-1', Muted: 'false', Hold: 'false', Coaching: 'false', EndConferenceOnExit: 'false', StartConferenceOnEnter: 'true',
      Timestamp: expect.stringMatching(/\+0000$/), AccountSid: world.sandbox.accountSid,
    });
    expect(receiver.hits.some(({ path }) => path === '/ignored')).toBe(false);
  });

  test('without ConferenceStatusCallbackEvent only start and end are told', async () => {
    await add('attempt-1', AGENT, { conferenceStatusCallbackEvent: undefined });
    const { conferenceSid } = await add('attempt-1', CUSTOMER);
    await event('conference-start');
    await world.client.conferences(conferenceSid).update({ status: 'completed' });
    await event('conference-end');
    const names = world.receiver.hits.filter(({ path }) => path === '/conference').map(({ parameters }) => parameters['StatusCallbackEvent']);
    expect(names).toEqual(['conference-start', 'conference-end']);
  });

  test('nobody starts it with StartConferenceOnEnter=false', async () => {
    const { conferenceSid } = await add('attempt-1', AGENT, { startConferenceOnEnter: false });
    await add('attempt-1', CUSTOMER, { startConferenceOnEnter: false });
    await world.receiver.until(2, named('participant-join'));
    expect((await world.client.conferences(conferenceSid).fetch()).status).toBe('init');
  });

  test('the customer with EndConferenceOnExit hangs up: everybody leaves, for the right reasons', async () => {
    const { agent, customer, conference } = await talking();
    await world.control('POST', `/calls/${customer.callSid}/hangup`);
    const end = await event('conference-end');
    expect(end.parameters).toMatchObject({
      ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left', CallSidEndingConference: customer.callSid,
      ParticipantLabelEndingConference: 'customer-1-1',
    });
    const gone = await event('participant-leave', { CallSid: customer.callSid });
    expect(gone.parameters).toMatchObject({ ReasonParticipantLeft: 'participant_hung_up', ParticipantCallStatus: 'completed' });
    const thrown = await event('participant-leave', { CallSid: agent.callSid });
    expect(thrown.parameters).toMatchObject({ ReasonParticipantLeft: 'moderator_ended_conference', ParticipantCallStatus: 'completed' });
    expect(await conference.fetch()).toMatchObject({
      status: 'completed', callSidEndingConference: customer.callSid, reasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
    });
    expect((await world.client.calls(agent.callSid).fetch()).status).toBe('completed');
  });

  test('the agent without it hangs up: the customer stays, until the last one leaves', async () => {
    const { agent, customer, conference } = await talking();
    await conference.participants(customer.callSid).update({ endConferenceOnExit: false });
    await event('participant-modify', { CallSid: customer.callSid, EndConferenceOnExit: 'false' });
    await world.control('POST', `/calls/${agent.callSid}/hangup`);
    await event('participant-leave', { CallSid: agent.callSid, ReasonParticipantLeft: 'participant_hung_up' });
    expect(await conference.fetch()).toMatchObject({ status: 'in-progress', reasonConferenceEnded: null, callSidEndingConference: null });
    expect(await conference.participants.list()).toHaveLength(1);
    await world.control('POST', `/calls/${customer.callSid}/hangup`);
    await event('conference-end', { ReasonConferenceEnded: 'last-participant-left' });
    expect(await conference.fetch()).toMatchObject({ reasonConferenceEnded: 'last-participant-left', callSidEndingConference: customer.callSid });
  });

  test('removing a participant with the flag ends the conference too', async () => {
    const { customer, conference } = await talking();
    await conference.participants('customer-1-1').remove();
    await event('participant-leave', { CallSid: customer.callSid, ReasonParticipantLeft: 'participant_updated_via_api' });
    await event('conference-end', { ReasonConferenceEnded: 'participant-with-end-conference-on-exit-kicked' });
    expect(await conference.fetch()).toMatchObject({ reasonConferenceEnded: 'participant-with-end-conference-on-exit-kicked', callSidEndingConference: customer.callSid });
    expect((await world.client.calls(customer.callSid).fetch()).status).toBe('completed');
  });

  test('ending it by REST ends every leg', async () => {
    const { agent, customer, conference } = await talking();
    expect(await conference.update({ status: 'completed' })).toMatchObject({ status: 'completed', reasonConferenceEnded: 'conference-ended-via-api', callSidEndingConference: null });
    for (const { callSid } of [agent, customer]) {
      await event('participant-leave', { CallSid: callSid, ReasonParticipantLeft: 'conference_ended_via_api' });
      expect((await world.client.calls(callSid).fetch()).status).toBe('completed');
    }
    const end = await event('conference-end', { ReasonConferenceEnded: 'conference-ended-via-api' });
    expect(end.parameters).not.toHaveProperty('CallSidEndingConference');
  });

  test.each([[BUSY, 'busy'], [ABSENT, 'no-answer']])('a leg to %s that never answers leaves as %s', async (to, status) => {
    const agent = await add('attempt-1', AGENT);
    await event('participant-join');
    const { callSid } = await add(agent.conferenceSid, to, { timeout: 5, endConferenceOnExit: true });
    const leave = await event('participant-leave', { CallSid: callSid });
    expect(leave.parameters).toMatchObject({ ParticipantCallStatus: status, ReasonParticipantLeft: 'participant_add_failed' });
    expect((await world.client.conferences(agent.conferenceSid).fetch()).status).toBe('init');
  });

  test('other TwiML takes a leg out of the conference, which is not a hang-up', async () => {
    const { agent, conference } = await talking();
    await world.client.calls(agent.callSid).update({ twiml: '<Response><Pause length="600"/></Response>' });
    const leave = await event('participant-leave', { CallSid: agent.callSid });
    expect(leave.parameters).toMatchObject({ ParticipantCallStatus: 'in-progress', ReasonParticipantLeft: 'participant_updated_via_api' });
    await expect(conference.participants(agent.callSid).fetch()).rejects.toMatchObject({ code: 20_404 });
    expect((await world.client.calls(agent.callSid).fetch()).status).toBe('in-progress');
  });
});

describe('while waiting for the start', () => {
  test('the agent hears the wait URL, signed; Gather is not allowed there', async () => {
    const { receiver } = world;
    receiver.reply('/wait', '<Response><Say>A callback for you.</Say></Response>');
    const { callSid, conferenceSid } = await add('attempt-1', AGENT, { waitUrl: `${receiver.url}/wait` });
    const [wait] = await receiver.until(2, ({ path }) => path === '/wait');
    expect(wait).toMatchObject({ method: 'POST', signed: true, parameters: { CallSid: callSid } });
    await world.client.conferences(conferenceSid).participants(callSid).update({ waitUrl: `${receiver.url}/wait-longer` });
    await receiver.until(1, ({ path }) => path === '/wait-longer');
    await event('participant-modify', { CallSid: callSid });
    receiver.reply('/wait-longer', '<Response><Gather/></Response>');
    await eventually(async () => {
      const { entries } = await world.control('GET', '/journal?kind=alert');
      return entries.find(({ code }) => code === 13_238);
    });
  });

  test('hold, announcements and coaching are refused', async () => {
    const { conferenceSid, callSid } = await add('attempt-1', AGENT);
    await event('participant-join');
    const { participants } = world.client.conferences(conferenceSid);
    const url = `${world.receiver.url}/announce`;
    await expect(participants(callSid).update({ hold: true })).rejects.toMatchObject({ status: 400 });
    await expect(participants(callSid).update({ announceUrl: url })).rejects.toMatchObject({ status: 400 });
    await expect(world.client.conferences(conferenceSid).update({ announceUrl: url })).rejects.toMatchObject({ status: 400 });
    await expect(add(conferenceSid, SUPERVISOR, { coaching: true, callSidToCoach: callSid })).rejects.toMatchObject({ status: 400 });
    expect((await participants(callSid).fetch()).hold).toBe(false);
  });
});

describe('controls', () => {
  test('hold plays the hold URL by GET, signed, and is told once', async () => {
    const { customer, conference } = await talking();
    const { receiver } = world;
    receiver.reply('/hold', '<Response><Play>music.mp3</Play></Response>');
    expect((await conference.participants('customer-1-1').update({ hold: true, holdUrl: `${receiver.url}/hold` })).hold).toBe(true);
    await conference.participants('customer-1-1').update({ hold: true, holdUrl: `${receiver.url}/hold` });
    const [hold] = await receiver.until(1, ({ path }) => path === '/hold');
    expect(hold).toMatchObject({ method: 'GET', signed: true });
    await event('participant-hold', { CallSid: customer.callSid, Hold: 'true' });
    expect((await conference.participants('customer-1-1').update({ hold: false })).hold).toBe(false);
    await event('participant-unhold', { Hold: 'false' });
    expect(receiver.hits.filter(named('participant-hold'))).toHaveLength(1);
  });

  test('mute and unmute', async () => {
    const { conference } = await talking();
    await conference.participants('agent-1-1').update({ muted: true });
    await event('participant-mute', { ParticipantLabel: 'agent-1-1', Muted: 'true' });
    expect(await conference.participants.list({ muted: true })).toHaveLength(1);
    await conference.participants('agent-1-1').update({ muted: false });
    await event('participant-unmute');
  });

  test('an announcement plays keys to one participant and tells when it ends', async () => {
    const { customer, conference } = await talking();
    const { receiver } = world;
    receiver.reply('/digits', '<Response><Play digits="12#"/></Response>');
    await conference.participants(customer.callSid).update({ announceUrl: `${receiver.url}/digits` });
    const [request] = await receiver.until(1, ({ path }) => path === '/digits');
    expect(request).toMatchObject({ method: 'POST', signed: true });
    await event('announcement-end', { CallSid: customer.callSid, AnnounceUrl: `${receiver.url}/digits` });
    const { transcript } = await world.control('GET', `/calls/${customer.callSid}`);
    expect(transcript).toContainEqual(expect.objectContaining({ who: 'network', kind: 'digits', text: '12#' }));
  });

  test('coaching needs somebody in the conference who is not on hold', async () => {
    const { agent, conference } = await talking();
    const coach = (callSidToCoach: string) => add(agent.conferenceSid, SUPERVISOR, { coaching: true, callSidToCoach });
    await expect(coach(`CA${'0'.repeat(32)}`)).rejects.toMatchObject({ code: 16_028 });
    await conference.participants('agent-1-1').update({ hold: true });
    await expect(coach(agent.callSid)).rejects.toMatchObject({ code: 16_027 });
    await conference.participants('agent-1-1').update({ hold: false });
    const supervisor = await coach(agent.callSid);
    expect(supervisor).toMatchObject({ coaching: true, callSidToCoach: agent.callSid });
    await event('participant-join', { CallSid: supervisor.callSid, Coaching: 'true', CallSidToCoach: agent.callSid });
    await conference.participants(supervisor.callSid).update({ coaching: false });
    await event('participant-modify', { CallSid: supervisor.callSid, Coaching: 'false' });
  });

  test('detection on a participant is always in the background', async () => {
    const { receiver } = world;
    const { callSid } = await add('attempt-1', MACHINE, { machineDetection: 'Enable', amdStatusCallback: `${receiver.url}/amd` });
    await event('participant-join', { CallSid: callSid });
    const [amd] = await receiver.until(1, ({ path }) => path === '/amd');
    expect(amd).toMatchObject({ signed: true, parameters: { CallSid: callSid, AnsweredBy: 'machine_start', MachineDetectionDuration: expect.any(String) } });
  });

  test('a participant that says something is told of, to those who asked', async () => {
    const { agent } = await talking();
    await world.control('POST', `/calls/${agent.callSid}/speech`, { text: 'Hello' });
    await event('participant-speech-start', { CallSid: agent.callSid });
    await event('participant-speech-stop', { CallSid: agent.callSid });
  });
});

describe('recordings', () => {
  test('start only in progress, pause and stop through Twilio.CURRENT, and tell when they are completed', async () => {
    const { customer } = await talking();
    const { receiver, client } = world;
    const { recordings } = client.calls(customer.callSid);
    const recording = await recordings.create({ recordingChannels: 'dual', recordingStatusCallback: `${receiver.url}/recording` });
    expect(recording).toMatchObject({ status: 'in-progress', channels: 2, source: 'StartCallRecordingAPI' });
    expect((await recordings('Twilio.CURRENT').update({ status: 'paused' })).status).toBe('paused');
    expect((await recordings('Twilio.CURRENT').update({ status: 'stopped' })).status).toBe('stopped');
    await expect(recordings('Twilio.CURRENT').fetch()).rejects.toMatchObject({ code: 20_404 });
    expect(await client.recordings(recording.sid).fetch()).toMatchObject({ status: 'completed', callSid: customer.callSid, duration: expect.any(String), mediaUrl: expect.stringContaining(recording.sid) });
    await expect(client.recordings(`RE${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ code: 20_404 });
    const [completed] = await receiver.until(1, ({ path }) => path === '/recording');
    expect(completed).toMatchObject({ signed: true, parameters: { RecordingSid: recording.sid, RecordingStatus: 'completed', RecordingChannels: '2' } });
    const { callSid } = await add('attempt-2', ABSENT);
    await expect(client.calls(callSid).recordings.create()).rejects.toMatchObject({ code: 21_220 });
  });
});
