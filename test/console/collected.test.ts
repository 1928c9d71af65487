import type { Case } from '../../console/api/types.ts';
import { collectedFacts } from '../../console/case/collected.ts';
import type { WaysToSay } from '../../console/case/collected.ts';

const ways: WaysToSay = new Map([['reason', (given) => ['Reason for the call', given]]]);

test('what the IVR asked is said in words, what a form asked as it was given', () => {
  const collected = { reason: 'invoice', contract: '553-22' };
  expect(collectedFacts({ collected, caseFields: null }, ways, 'en')).toEqual([['Reason for the call', 'invoice'], ['contract', '553-22']]);
});

test('a route chooses what is shown, in its order and words; what was not asked is left out', () => {
  const caseFields: Case['caseFields'] = [{ key: 'contract', label: { en: 'Contract' } }, { key: 'missing', label: { en: 'Missing' } }, { key: 'reason', label: {} }];
  expect(collectedFacts({ collected: { reason: 'invoice', contract: '553-22' }, caseFields }, ways, 'en')).toEqual([['Contract', '553-22'], ['Reason for the call', 'invoice']]);
});

test('a key may be any word, also one that every object knows', () => {
  const keys = ['constructor', 'hasOwnProperty', 'toString', '__proto__'];
  const collected = JSON.parse('{"hasOwnProperty":"a","constructor":"b"}') as Record<string, string>;
  expect(collectedFacts({ collected, caseFields: null }, ways, 'en')).toEqual([['hasOwnProperty', 'a'], ['constructor', 'b']]);
  const caseFields = keys.map((key) => ({ key, label: {} }));
  expect(collectedFacts({ collected, caseFields }, ways, 'en')).toEqual([['constructor', 'b'], ['hasOwnProperty', 'a']]);
});
