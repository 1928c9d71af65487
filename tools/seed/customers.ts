import { hashNumber } from '../../store/callback/number-hash.ts';
import type { MadeContact } from './contacts.ts';
import { makeContact } from './contacts.ts';
import type { Dice } from './dice.ts';
import { FICTIONAL_NUMBERS, fictionalNumber } from './fiction.ts';
import type { Names } from './names.ts';

const ZONES = { US: 'America/New_York', GB: 'Europe/London', AU: 'Australia/Sydney', FR: 'Europe/Paris', IE: 'Europe/Dublin' } as const;

/** Of those who say their name, so many are contacts: of all customers one in three. */
const KNOWN_SHARE = 0.37;

export interface Customer {
  readonly number: string;
  readonly numberHash: string;
  readonly name: string;
  readonly language: string;
  readonly timeZone: string;
  readonly contact: KnownContact | null;
}

/** What a request takes over from the contact whose number it is (store/contact/contact-match.ts). */
export interface KnownContact {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string | null;
}

interface Given {
  readonly names: Names;
  readonly dice: Dice;
  readonly callbacks: number;
  readonly numberHashKey: Buffer;
  /** Whose numbers are whose already. */
  readonly contacts: ReadonlyMap<string, KnownContact>;
}

/** Who calls. A customer calls about four times a year, has one number, and is a contact or is not. */
export class Customers {
  readonly #given: Given;
  readonly #customers: (Customer | undefined)[];
  #made: MadeContact[] = [];
  #nextSpare: number;

  constructor(given: Given) {
    this.#given = given;
    this.#customers = Array.from({ length: Math.min(Math.max(Math.ceil(given.callbacks / 4), 200), FICTIONAL_NUMBERS) }, () => undefined);
    this.#nextSpare = this.#customers.length;
  }

  /** Any of them. Whoever calls for the first time speaks the language of the route, most of the time. */
  any(routeLanguage: string, calledAt: number): Customer {
    const { dice } = this.#given;
    const place = dice.int(0, this.#customers.length - 1);
    const customer = this.#customers[place] ?? this.#meet(place, routeLanguage, calledAt);
    this.#customers[place] = customer;
    return customer;
  }

  /** The contacts made since this was asked last. */
  takeContacts(): readonly MadeContact[] {
    const made = this.#made;
    this.#made = [];
    return made;
  }

  #meet(place: number, routeLanguage: string, calledAt: number): Customer {
    const { dice, names, contacts } = this.#given;
    const language = dice.chance(0.9) ? routeLanguage : 'en';
    const { number, country } = fictionalNumber(place);
    const pool = language === 'ja' ? names.ja : language === 'ko' ? names.ko : dice.chance(0.6) ? names.en : names.other;
    const named = { ...this.#hashed(number), name: dice.chance(0.9) ? dice.pick(pool) : '', language, timeZone: ZONES[country] };
    const known = contacts.get(number);
    if (known) return { ...named, name: known.name, contact: known };
    const contact = named.name !== '' && dice.chance(KNOWN_SHARE) ? this.#introduce(named, calledAt) : null;
    return { ...named, contact };
  }

  #introduce({ number, numberHash, name, language, timeZone }: Omit<Customer, 'contact'>, madeAt: number): MadeContact {
    const { dice } = this.#given;
    const others = dice.among({ none: 66, one: 26, two: 8 });
    const more = [this.#spare(), this.#spare()].slice(0, others === 'none' ? 0 : others === 'one' ? 1 : 2);
    const numbers = [{ number, numberHash }, ...more.filter((spare) => spare !== null)];
    const contact = makeContact({ name, language, timeZone: dice.chance(0.3) ? timeZone : null, numbers }, madeAt, dice);
    this.#made.push(contact);
    return contact;
  }

  /** A number that no customer calls from and nobody has; null: there are no more. */
  #spare(): Pick<Customer, 'number' | 'numberHash'> | null {
    while (this.#nextSpare < FICTIONAL_NUMBERS) {
      const { number } = fictionalNumber(this.#nextSpare);
      this.#nextSpare += 1;
      if (!this.#given.contacts.has(number)) return this.#hashed(number);
    }
    return null;
  }

  #hashed(number: string): Pick<Customer, 'number' | 'numberHash'> {
    return { number, numberHash: hashNumber(this.#given.numberHashKey, number) };
  }
}
