/** How long the browser may take to read a file that it was handed. */
const KEPT_MS = 60_000;

/** The file's name, as the server gives it. */
export function nameIn(disposition: string | null): string {
  return /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? 'download.xlsx';
}

/** Gives a file to the browser, which saves it. */
export function handFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
