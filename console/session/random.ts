/** An unguessable word of letters and digits. (`crypto.randomUUID` is missing where the page comes over plain HTTP.) */
export function randomWord(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
