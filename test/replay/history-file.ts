import type { temporal } from '@temporalio/proto';
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;

type History = temporal.api.history.v1.IHistory;

/** A history as a line of JSON: enums by name, payloads in base64. */
export function historyToText(history: History): string {
  const object = History.toObject(History.fromObject({ ...history }), { enums: String, longs: String, bytes: String });
  return `${JSON.stringify(object)}\n`;
}

/** What `historyToText` wrote. */
export function historyFromText(text: string): History {
  return History.fromObject(JSON.parse(text) as Record<string, unknown>);
}
