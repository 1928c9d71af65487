/** How a person (or a machine) treats a call. */
export type Behaviour =
  | 'answers' | 'busy' | 'rings_out' | 'machine' | 'fails' | 'hangs_up' | 'rejects' | 'manual';

export interface PersonKind {
  /** Last two digits of the number; null for every other ending. */
  readonly ending: string | null;
  readonly behaviour: Behaviour;
  readonly description: string;
}

/** Who lives behind which number. The first match decides; an override of a number comes before the table. */
export const PEOPLE: readonly PersonKind[] = [
  { ending: '10', behaviour: 'busy', description: 'Is on the telephone already: busy.' },
  { ending: '20', behaviour: 'rings_out', description: 'Is not there: rings until the call gives up (no answer).' },
  { ending: '30', behaviour: 'machine', description: 'An answering machine: greeting, beep, recording.' },
  { ending: '40', behaviour: 'fails', description: 'The carrier cannot reach the number: failed.' },
  { ending: '50', behaviour: 'hangs_up', description: 'Answers, and hangs up after a few seconds.' },
  { ending: '60', behaviour: 'rejects', description: 'Lets it ring, then declines the call: busy.' },
  { ending: '90', behaviour: 'manual', description: 'You: rings until it is answered or declined on the Phone page.' },
  { ending: null, behaviour: 'answers', description: 'Answers after a short ring and talks until the other side hangs up.' },
];

/** Every behaviour, as an override may name it. */
export const BEHAVIOURS: readonly Behaviour[] = PEOPLE.map((kind) => kind.behaviour);

/** How the person behind the address behaves by the table. Only numbers have endings: who has a `client:` or `sip:` address answers. */
export const behaviourByEnding = (address: string): Behaviour =>
  PEOPLE.find(({ ending }) => ending === null || (/^\+?\d+$/.test(address) && address.endsWith(ending)))?.behaviour ?? 'answers';
