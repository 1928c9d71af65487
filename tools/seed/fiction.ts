/*
 * Telephone numbers that regulators keep for fiction: nobody has them, so nobody real could be dialled.
 */

/** E.164 without its last digits, how many of those there are, and whose country it is. */
interface Range {
  readonly prefix: string;
  readonly digits: number;
  readonly country: 'US' | 'GB' | 'AU' | 'FR' | 'IE';
}

/** North America: 555-0100 to 555-0199 of every area (NANPA). 212 is left to the routes. */
const AMERICAN_AREAS = [202, 213, 303, 305, 312, 313, 314, 404, 407, 412, 415, 503, 512, 602, 612, 617, 619, 702, 713, 718, 720, 801, 808, 816, 901, 904, 916, 917];
/** Ofcom's numbers for drama. */
const BRITISH = ['113496', '114496', '115496', '116496', '117496', '118496', '121496', '131496', '141496', '151496', '161496', '191498', '207946', '292018', '163296', '770090'];
/** ACMA's numbers for creative works: 5550 xxxx and 7010 xxxx of each region. */
const AUSTRALIAN = ['25550', '27010', '35550', '37010', '75550', '77010', '85550', '87010'];
/** ARCEP's numbers for audiovisual works. */
const FRENCH = ['19900', '26191', '35301', '46571', '53649', '63998'];

const RANGES: readonly Range[] = [
  ...AMERICAN_AREAS.map((area): Range => ({ prefix: `+1${area}55501`, digits: 2, country: 'US' })),
  ...BRITISH.map((start): Range => ({ prefix: `+44${start}0`, digits: 3, country: 'GB' })),
  ...AUSTRALIAN.map((start): Range => ({ prefix: `+61${start}`, digits: 4, country: 'AU' })),
  ...FRENCH.map((start): Range => ({ prefix: `+33${start}`, digits: 4, country: 'FR' })),
  // ComReg's 020 91x xxxx.
  { prefix: '+3532091', digits: 5, country: 'IE' },
];

const SIZES = RANGES.map(({ digits }) => 10 ** digits);

/** How many there are. */
export const FICTIONAL_NUMBERS = SIZES.reduce((sum, size) => sum + size, 0);

/** The fictional number of that place (E.164), from 0 to less than `FICTIONAL_NUMBERS`; neighbours lie in different ranges. */
export function fictionalNumber(place: number): { readonly number: string; readonly country: Range['country'] } {
  // A step that shares no factor with the count visits every number once.
  let left = (place * STEP) % FICTIONAL_NUMBERS;
  for (const [index, { prefix, digits, country }] of RANGES.entries()) {
    const size = SIZES[index] ?? 0;
    if (left < size) return { number: prefix + String(left).padStart(digits, '0'), country };
    left -= size;
  }
  throw new RangeError('There is no such number.');
}

const STEP = 61_813;
