/** What a lifecycle is measured against: a workflow that has nothing to do. */
export async function empty(): Promise<void> {
  // It only begins and ends.
}
