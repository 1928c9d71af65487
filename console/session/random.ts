/** An unguessable word of letters and digits. (`crypto.randomUUID` is missing where the page comes over plain HTTP.) */
export function randomWord(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A random UUID (RFC 9562, version 4), over plain HTTP as well. */
export function randomUuid(): string {
  const word = randomWord();
  const variant = '89ab'[Number.parseInt(word.charAt(16), 16) % 4];
  return [word.slice(0, 8), word.slice(8, 12), `4${word.slice(13, 16)}`, `${variant}${word.slice(17, 20)}`, word.slice(20)].join('-');
}
