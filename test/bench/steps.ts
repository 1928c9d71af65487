import type { Payload } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import proto from '@temporalio/proto';

const { EventType } = proto.temporal.api.enums.v1;

export type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;

/** One thing that happened in a history, and how many of its events that took. */
export interface Step {
  /** `signal leg agent-1-1 answered`, `activity placeLeg agent-1-1`, `project offered` … */
  readonly name: string;
  readonly events: number;
}

/** Names of the versions a callback's projection went through: what was written with each. */
export type VersionNames = ReadonlyMap<number, string>;

/**
 * Groups the events of a history by what caused them, in the order in which the causes appear. A workflow task belongs to the first
 * message, timer or result that it was scheduled for; to the first update that it accepts where nothing else asked for it; and
 * otherwise stands for itself.
 *
 * @param history with its payloads in the clear
 */
export function stepsOf({ events }: History, versions: VersionNames = new Map()): readonly Step[] {
  const grouping = new Grouping(versions);
  for (const [index, event] of (events ?? []).entries()) grouping.take(event, (events ?? []).slice(index + 1));
  return grouping.steps;
}

class Grouping {
  readonly steps: { name: string; events: number }[] = [];
  readonly #versions: VersionNames;
  /** The step of each event that later events refer to. */
  readonly #stepOf = new Map<number, number>();
  /** What has asked for a workflow task that has not started yet. */
  #waiting: number | null = null;
  #task = 0;
  #latest = '';

  constructor(versions: VersionNames) {
    this.#versions = versions;
  }

  take(event: Event, after: readonly Event[]): void {
    const type = typeOf(event);
    if (type.startsWith('WORKFLOW_TASK_')) return this.#takeTask(type, after);
    const step = this.#stepFor(type, event);
    this.#add(step);
    this.#stepOf.set(Number(event.eventId), step);
    if (ASKS_FOR_A_TASK.has(type)) this.#waiting ??= step;
  }

  #takeTask(type: string, after: readonly Event[]): void {
    if (type === 'WORKFLOW_TASK_SCHEDULED') this.#task = this.#waiting ?? this.#updateAhead(after) ?? this.#open('workflow task of its own');
    if (type === 'WORKFLOW_TASK_STARTED') this.#waiting = null;
    this.#add(this.#task);
  }

  /** The update that the task about to start will accept, if it is not seen yet. */
  #updateAhead(after: readonly Event[]): number | null {
    const completed = after.findIndex((event) => typeOf(event) === 'WORKFLOW_TASK_COMPLETED');
    const next = after[completed + 1];
    if (completed < 0 || !next || typeOf(next) !== 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED') return null;
    const step = this.#open(nameOfUpdate(next));
    this.#stepOf.set(Number(next.eventId), step);
    return step;
  }

  #stepFor(type: string, event: Event): number {
    const known = this.#stepOf.get(Number(event.eventId)) ?? this.#stepOf.get(referredTo(event));
    if (known !== undefined) return known;
    if (type === 'WORKFLOW_EXECUTION_COMPLETED') return 0;
    const name = this.#nameOf(type, event);
    if (/^(project|activity) /.test(name)) this.#latest = name;
    return this.#open(name);
  }

  #nameOf(type: string, event: Event): string {
    switch (type) {
      case 'WORKFLOW_EXECUTION_STARTED':
        return 'the workflow itself';
      case 'WORKFLOW_EXECUTION_SIGNALED':
        return nameOfSignal(event);
      case 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED':
        return nameOfUpdate(event);
      case 'ACTIVITY_TASK_SCHEDULED':
        return nameOfActivity(event);
      case 'TIMER_STARTED':
        return `timer after ${this.#latest}`;
      case 'MARKER_RECORDED':
        return this.#nameOfMarker(event);
      default:
        return type.toLowerCase();
    }
  }

  #nameOfMarker({ markerRecordedEventAttributes: marker }: Event): string {
    const name = read(marker?.details?.['data'])?.activity_type ?? marker?.markerName ?? '';
    const version = read(marker?.details?.['result'])?.version;
    return name === 'project' ? `project ${this.#versions.get(version ?? 0) ?? `version ${version}`}` : `local activity ${name}`;
  }

  #open(name: string): number {
    return this.steps.push({ name, events: 0 }) - 1;
  }

  #add(step: number): void {
    const found = this.steps[step];
    if (found) found.events += 1;
  }
}

const ASKS_FOR_A_TASK = new Set([
  'WORKFLOW_EXECUTION_STARTED',
  'WORKFLOW_EXECUTION_SIGNALED',
  'ACTIVITY_TASK_COMPLETED',
  'ACTIVITY_TASK_FAILED',
  'ACTIVITY_TASK_TIMED_OUT',
  'TIMER_FIRED',
]);

function typeOf({ eventType }: Event): string {
  return (EventType[eventType ?? 0] ?? '').replace('EVENT_TYPE_', '');
}

/** The event that this one goes on from. */
function referredTo(event: Event): number {
  const activity =
    event.activityTaskStartedEventAttributes ??
    event.activityTaskCompletedEventAttributes ??
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes;
  const timer = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
  const update = event.workflowExecutionUpdateCompletedEventAttributes;
  return Number(activity?.scheduledEventId ?? timer?.startedEventId ?? update?.acceptedEventId ?? 0);
}

function nameOfSignal({ workflowExecutionSignaledEventAttributes: signal }: Event): string {
  const said = read(signal?.input);
  const isOfMachine = said?.facts?.progress === 'answered' && said.facts.answeredBy === 'machine';
  const news = said?.label ? ` ${said.label} ${isOfMachine ? 'machine' : said.facts?.progress}` : '';
  return `signal ${signal?.signalName}${news}`;
}

function nameOfUpdate({ workflowExecutionUpdateAcceptedEventAttributes: update }: Event): string {
  return `update ${update?.acceptedRequest?.input?.name}`;
}

function nameOfActivity({ activityTaskScheduledEventAttributes: activity }: Event): string {
  const { label } = read(activity?.input) ?? {};
  return `activity ${activity?.activityType?.name}${label ? ` ${label}` : ''}`;
}

/** What is read of payloads: of a local activity's marker, of a projection's answer, of a leg's news, of an activity's request. */
interface Said {
  readonly activity_type?: string;
  readonly version?: number;
  readonly label?: string;
  readonly facts?: { readonly progress: string; readonly answeredBy: string | null };
}

/** The first of some JSON payloads. */
function read(payloads: { readonly payloads?: Payload[] | null } | null | undefined): Said | null {
  const data = payloads?.payloads?.[0]?.data;
  return data && data.length > 0 ? (JSON.parse(new TextDecoder().decode(data)) as Said) : null;
}
