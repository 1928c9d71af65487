import type { Conference } from '../network/conference.ts';
import { CONFERENCE_STATUSES } from '../network/conference.ts';
import { endConference } from '../network/conferences.ts';
import { announce } from '../network/participants.ts';
import { any, date, method, oneOf, url } from './checks.ts';
import { notFound } from './errors.ts';
import { dateFilters, page, PAGING, passesDate } from './paging.ts';
import { ok } from './route.ts';
import type { RestAnswer, RestRequest, RestRoute } from './route.ts';
import { conferenceShape } from './shapes.ts';
import { refuseUnlessStarted } from './started.ts';

const LIST_RULES = {
  FriendlyName: any, Status: oneOf(CONFERENCE_STATUSES), ...dateFilters('DateCreated', date), ...dateFilters('DateUpdated', date), ...PAGING,
};
const UPDATE_RULES = { Status: oneOf(['completed']), AnnounceUrl: url(21_205), AnnounceMethod: method };

/** Since 30 September 2026: https://www.twilio.com/en-us/changelog/conference-list-endpoint-rollout-extended */
const DEFAULT_STATUS = 'in-progress';

/** Source: https://www.twilio.com/docs/voice/api/conference-resource */
export const conferenceRoutes: readonly RestRoute[] = [
  { method: 'get', path: '/Conferences.json', rules: LIST_RULES, handle: listConferences },
  { method: 'get', path: '/Conferences/:conference.json', rules: {}, handle: (request) => ok(conferenceShape(request.network, conferenceIn(request))) },
  { method: 'post', path: '/Conferences/:conference.json', rules: UPDATE_RULES, handle: updateConference },
];

/** The conference whose SID the path has; its FriendlyName is not enough. Throws 20404. */
export function conferenceIn({ network, names, path }: RestRequest): Conference {
  const conference = network.conferences.get(names['conference'] ?? '');
  if (conference === undefined) throw notFound(path);
  return conference;
}

function updateConference(request: RestRequest): RestAnswer {
  const { network, parameters } = request;
  const conference = conferenceIn(request);
  const announceUrl = parameters.text('AnnounceUrl');
  if (announceUrl !== null) {
    refuseUnlessStarted(conference);
    const hook = { url: announceUrl, method: parameters.method('AnnounceMethod') };
    for (const participant of conference.participants.values()) {
      const call = network.calls.get(participant.callSid);
      if (participant.joined && call !== undefined) void announce(network, conference, participant, call, hook);
    }
  }
  if (parameters.text('Status') === 'completed') endConference(network, conference, 'conference-ended-via-api', null);
  return ok(conferenceShape(network, conference));
}

function listConferences({ network, path, raw, parameters }: RestRequest): RestAnswer {
  const name = parameters.text('FriendlyName');
  const status = parameters.text('Status') ?? DEFAULT_STATUS;
  const found = [...network.conferences.values()].toReversed().filter(
    (conference) =>
      (name === null || conference.friendlyName === name) && conference.status === status &&
      passesDate(parameters, 'DateCreated', conference.createdAt) && passesDate(parameters, 'DateUpdated', conference.updatedAt),
  );
  return ok(page('conferences', path, raw, parameters, found, (conference) => conferenceShape(network, conference)));
}
