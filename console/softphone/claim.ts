/**
 * Claims the telephone of this browser for one tab, by a lock that the browser keeps and that ends with the page. `told` learns
 * `held` once it is this tab's, and `elsewhere` while another tab has it. Given back when `until` is aborted.
 */
export async function claimTelephone(agentId: string, told: (claim: 'held' | 'elsewhere') => void, until: AbortSignal): Promise<void> {
  // Pages that came over plain HTTP have no locks, and no microphone either.
  if (navigator.locks === undefined) return told('held');
  const name = `ringback-softphone ${agentId}`;
  const hold = (lock: Lock | null) => {
    if (lock === null || until.aborted) return Promise.resolve(false);
    told('held');
    return new Promise<true>((resolve) => until.addEventListener('abort', () => resolve(true)));
  };
  const wasFree = await navigator.locks.request(name, { ifAvailable: true }, hold);
  if (wasFree || until.aborted) return;
  told('elsewhere');
  // Aborted while it waits: the tab does not want it any more.
  await navigator.locks.request(name, { signal: until }, hold).catch(() => undefined);
}
