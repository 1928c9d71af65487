import type { Prompts } from './prompts.ts';

export const ENGLISH: Prompts = {
  language: 'en',
  unknownNumber: 'Thank you for calling. We are sorry, but callbacks cannot be requested on this number. Goodbye.',
  closed: 'Thank you for calling. We are sorry, but we are not taking callback requests at the moment. Goodbye.',
  welcome: (name) => `Thank you for calling ${name}. We will gladly call you back.`,
  chooseLanguage: (key) => `For English, press ${key}.`,
  hiddenNumber: 'We cannot see the number you are calling from.',
  confirmNumber: (number) =>
    `Your telephone number is: ${number}. If we should call this number, press 1 or say yes. To enter another number, press 2.`,
  keyNumber: 'Please enter the number we should call, beginning with the area code, and then press the hash key.',
  badNumber: 'We are sorry, this is not a number we can call.',
  askWhen:
    'When should we call? For as soon as possible, press 1 or say now. For later today, press 2 or say later. To choose a time, press 3.',
  askTime: 'Please enter the time as four digits in 24 hours. For half past three in the afternoon, enter 1 5 3 0.',
  notATime: 'We are sorry, this is not a time of day.',
  closedThen: 'We are sorry, we are closed at that time.',
  freeTimes: (times) => `The next times we can call you are ${times.join(', or ')}.`,
  confirmed: (lastFour, when) => `Thank you. We will call you on the number ending in ${lastFour}, ${when}.`,
  already: (lastFour, when) => `We already have your request. We will call you on the number ending in ${lastFour}, ${when}. Thank you. Goodbye.`,
  keptForLater: (lastFour) =>
    `We are dealing with your call on the number ending in ${lastFour} just now. We have noted your new request and will call again afterwards. Thank you. Goodbye.`,
  soon: 'as soon as one of us is free',
  at: (time) => time,
  askReason: 'If you like, tell us in a few words what it is about. Otherwise, simply hang up.',
  thanks: 'Thank you. We look forward to speaking with you. Goodbye.',
  notHeard: 'We did not hear your answer.',
  notUnderstood: 'We are sorry, we did not understand that.',
  goodbye: 'We did not hear your answer. Please call us again at any time. Goodbye.',
  whisper: (name) => `${name}. We are calling the customer. Please hold.`,
  apology: 'We are very sorry: the connection to our colleague was lost, and we could not get it back. We will call you again. Goodbye.',
  words: {
    yes: ['yes', 'yeah', 'yep', 'correct', 'right', 'sure', 'okay', 'one', '1'],
    another: ['no', 'another', 'different', 'other', 'wrong', 'two', '2'],
    now: ['now', 'soon', 'immediately', 'right away', 'one', '1'],
    later: ['later', 'two', '2'],
    timed: ['at a time', 'choose a time', 'certain time', 'specific time', 'three', '3'],
  },
  spaced: true,
};
