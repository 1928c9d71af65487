import { isSelfDistributor } from '../../domain/words.ts';

test('a distributor is somebody, or one of the words for nobody in particular', () => {
  expect(['automatic', 'arrival', 'u-1', null].map(isSelfDistributor)).toEqual([true, true, false, false]);
});
