/** Good enough to tell an address from a user's name; the mail server decides. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/**
 * The mail server and the address e-mails are from: the parameter `from` of SMTP_URL, which is ours and not the server's; else its user,
 * where that is an address; else `ringback@` the host of the public URL.
 *
 * @param smtpUrl a well-formed URL, or undefined for no mail server
 */
export function readMail(smtpUrl: string | undefined, publicUrl: string): { smtpUrl: string | null; mailFrom: string } {
  const ours = `ringback@${new URL(publicUrl).hostname}`;
  if (smtpUrl === undefined) return { smtpUrl: null, mailFrom: ours };
  const url = new URL(smtpUrl);
  const given = [url.searchParams.get('from') ?? '', decoded(url.username)].find((word) => ADDRESS.test(word));
  url.searchParams.delete('from');
  return { smtpUrl: url.href, mailFrom: given ?? ours };
}

/** What is not percent-encoded as it should be stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
