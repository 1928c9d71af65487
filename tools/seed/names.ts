import { de, en, es, Faker, fr, ko, vi } from '@faker-js/faker';
import type { LocaleDefinition } from '@faker-js/faker';
import { Dice } from './dice.ts';
import { japaneseName } from './japanese-names.ts';

/** Names to call people by, per language tag. */
export type Names = Readonly<Record<'ja' | 'ko' | 'en' | 'other', readonly string[]>>;

const PER_LANGUAGE = 1_200;

/** The same seed gives the same names. Where the family comes first, it is written first. */
export function makeNames(seed: number): Names {
  const dice = new Dice(seed);
  const others = [de, es, fr, vi].flatMap((locale) => pool(locale, seed, PER_LANGUAGE / 4, givenFirst));
  return {
    ja: Array.from({ length: PER_LANGUAGE }, () => japaneseName(dice)),
    ko: pool(ko, seed, PER_LANGUAGE, (faker) => `${faker.person.lastName()}${faker.person.firstName()}`),
    en: pool(en, seed, PER_LANGUAGE, givenFirst),
    other: others,
  };
}

function pool(locale: LocaleDefinition, seed: number, count: number, make: (faker: Faker) => string): string[] {
  const faker = new Faker({ locale: [locale, en], seed });
  return Array.from({ length: count }, () => make(faker));
}

function givenFirst(faker: Faker): string {
  return `${faker.person.firstName()} ${faker.person.lastName()}`;
}
