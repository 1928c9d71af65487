/** An instant with any offset (RFC 3339) as the workflow and the store keep it: ISO 8601 in UTC. */
export function utc(instant: string): string {
  return new Date(instant).toISOString();
}
