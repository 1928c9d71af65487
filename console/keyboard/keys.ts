/*
 * Every action that has a key, by where it is offered. A button takes its letter from here (`letter={KEYS.hold}`), never from a
 * string of its own: so no key means two things on one screen, and the list of keys (Alt+/) is whole.
 *
 * A new action: add it to the group it is seen in, and its name to `keys` in console/i18n. Of the letters, those are left out that
 * browsers take for themselves with Alt while a text field has the focus: D (address bar), E and F (menu). Digits change tabs on some systems.
 */

/** What is, or may be, in sight on every screen: an offer, the call in progress, presence. */
const EVERYWHERE = {
  accept: 'A',
  reject: 'R',
  /** Hangs Up. */
  end: 'U',
  /** Hold, and Resume while it is on hold. */
  hold: 'H',
  /** The softphone's microphone off, and on again. */
  mute: 'M',
  /** Not Ready, and Ready again. */
  notReady: 'Y',
} as const;

/** Works in front of a dialogue: its button stays in the header. The others of these move into the dialogue (shell/InReach.tsx). */
export const REACHES_PAST_DIALOGUES: string = EVERYWHERE.mute;

/** What a supervisor may have in sight on every screen: an agent who asks for help. With several, the key is the first one's. */
const ALERT = { answerHelp: 'J' } as const;

/** A callback that one reads: on the desk, and beside the list. */
const CASE = {
  /** Call, Dial, Call again. */
  call: 'C',
  reschedule: 'S',
  /** What else can be done with a party: message, e-mail, another number. */
  party: 'P',
} as const;

/** The rest of the desk: the case in hand and its call. */
const DESK = {
  giveBack: 'G',
  keypad: 'K',
  transfer: 'T',
  conference: 'O',
  consult: 'L',
  swap: 'W',
  /** Sends away who joined last. */
  remove: 'X',
  /** Start, pause and resume of the recording of the Voice. */
  record: 'V',
  /** Asks a supervisor to come. */
  help: 'Q',
  /** Bye: leaves the conference to another agent. */
  leave: 'B',
  /** To the field, also out of the note. */
  disposition: 'I',
  note: 'N',
  /** The last letter, for the last thing to do. */
  done: 'Z',
} as const;

/** Another agent's conversation that one supervises, in the place of a case of one's own. */
const SUPERVISION = { listen: 'L', coach: 'K', barge: 'B', takeOver: 'T' } as const;

/** Lists in which callbacks are selected, and what is done with many of them at once. */
const LISTS = { selectAll: 'L', stopPlan: 'X' } as const;
const CALLBACKS = { newCallback: 'N' } as const;
const CONTACTS = { newContact: 'N', editContact: 'I', mergeContacts: 'G', callContact: 'B' } as const;
const DISTRIBUTION = { distribute: 'B' } as const;
const WITHDRAWAL = { withdraw: 'W', again: 'G', cancel: 'K', move: 'V' } as const;
const STATUS = { excel: 'X' } as const;
const WALLBOARD = { fullScreen: 'Z' } as const;
const SETTINGS = { save: 'S' } as const;

/** The keys by the place where they work. */
export const KEY_GROUPS = {
  everywhere: EVERYWHERE,
  alert: ALERT,
  case: CASE,
  desk: DESK,
  supervision: SUPERVISION,
  lists: LISTS,
  callbacks: CALLBACKS,
  contacts: CONTACTS,
  distribution: DISTRIBUTION,
  withdrawal: WITHDRAWAL,
  status: STATUS,
  wallboard: WALLBOARD,
  settings: SETTINGS,
} as const;
export type KeyGroup = keyof typeof KEY_GROUPS;

/** Which groups are in sight together: within a screen no letter stands twice. */
export const SCREENS = {
  desk: ['everywhere', 'alert', 'case', 'desk'],
  supervising: ['everywhere', 'alert', 'case', 'supervision'],
  callbacks: ['everywhere', 'alert', 'case', 'lists', 'callbacks'],
  contacts: ['everywhere', 'alert', 'contacts'],
  distribution: ['everywhere', 'alert', 'lists', 'distribution'],
  withdrawal: ['everywhere', 'alert', 'lists', 'withdrawal'],
  status: ['everywhere', 'alert', 'status'],
  wallboard: ['everywhere', 'alert', 'wallboard'],
  settings: ['everywhere', 'alert', 'settings'],
} as const satisfies Record<string, readonly KeyGroup[]>;

/** The letter that, with Alt, presses the button of an action. */
export const KEYS = {
  ...EVERYWHERE,
  ...ALERT,
  ...CASE,
  ...DESK,
  ...SUPERVISION,
  ...LISTS,
  ...CALLBACKS,
  ...CONTACTS,
  ...DISTRIBUTION,
  ...WITHDRAWAL,
  ...STATUS,
  ...WALLBOARD,
  ...SETTINGS,
} as const;
export type KeyedAction = keyof typeof KEYS;
