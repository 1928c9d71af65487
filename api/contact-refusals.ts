import { ContactRefused } from '../store/contact/contacts.ts';
import { HttpProblem, conflict, notFound } from './problems.ts';

/**
 * Does what may be refused for what other contacts have, or others have done.
 *
 * @throws {HttpProblem} 404 or 409 with a sentence, at the field where there is one
 */
export async function sayingOfContact<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ContactRefused ? problemOf(error) : error;
  }
}

/** The path names no contact. */
export function noContact(): HttpProblem {
  return notFound('There is no such contact.');
}

function problemOf({ reason, taken }: ContactRefused): HttpProblem {
  switch (reason) {
    case 'gone':
      return noContact();
    case 'merged':
      return conflict('contact_merged', 'This contact has become part of another since you read it. Nothing was changed.');
    case 'edited_meanwhile':
      return conflict('contact_edited', 'Somebody has edited this contact since you read it. Nothing was overwritten.');
    case 'number_taken': {
      const error = { pointer: `/numbers/${taken?.index ?? 0}/number`, detail: `belongs to another contact, ${taken?.by ?? ''}` };
      return new HttpProblem(409, 'contact_number_taken', `The value at "${error.pointer}" ${error.detail}.`, { errors: [error] });
    }
    case 'same':
      return conflict('contact_same', 'A contact cannot be merged with itself.');
    case 'too_much':
      return conflict('contact_too_much', 'Together they hold more than one contact may: 20 numbers, 20 addresses, and a note of 10,000 characters.');
  }
}
