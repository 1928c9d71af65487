/** Good enough to catch what was forgotten; the mail server decides. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether this can be an e-mail address. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** A link that opens the mail program with this written (RFC 6068): everything percent-encoded, line breaks as CRLF. */
export function mailtoUrl({ to, subject, text }: { readonly to: string; readonly subject: string; readonly text: string }): string {
  const recipient = encodeURIComponent(to).replace(/%40(?!.*%40)/, '@');
  const fields = [
    ['subject', subject],
    ['body', text.replace(/\r?\n/g, '\r\n')],
  ];
  const query = fields.flatMap(([name, value = '']) => (value === '' ? [] : `${name}=${encodeURIComponent(value)}`)).join('&');
  return `mailto:${recipient}${query && `?${query}`}`;
}
