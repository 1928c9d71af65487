import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { hashPassword, verifyPassword } from 'better-auth/crypto';

/*
 * A password that people choose is kept by better-auth's slow hash, because it can be guessed. One that we make has 100 random bits:
 * nobody guesses those, however fast the hash, and thousands can be made in one import.
 */

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

const MADE = 'made:';

/** A password to be shown once: `k7mpq-…`, 100 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** How a password from `makePassword` is kept. */
export function hashMade(password: string): string {
  return MADE + createHash('sha256').update(password).digest('hex');
}

/** How better-auth hashes and checks passwords. */
export const passwords = {
  hash: hashPassword,
  async verify({ hash, password }: { hash: string; password: string }): Promise<boolean> {
    if (!hash.startsWith(MADE)) return verifyPassword({ hash, password });
    // It takes as long as any other: the time of an answer does not tell who still has their first password.
    await hashPassword(password);
    return timingSafeEqual(Buffer.from(hashMade(password)), Buffer.from(hash));
  },
};
