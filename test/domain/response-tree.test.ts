import { pathTo, placeFault, reordered } from '../../domain/response-tree.ts';

/** a > b > c > d > e, and x > y beside them. */
const TREE = [
  { id: 'a', parentId: null },
  { id: 'b', parentId: 'a' },
  { id: 'c', parentId: 'b' },
  { id: 'd', parentId: 'c' },
  { id: 'e', parentId: 'd' },
  { id: 'x', parentId: null },
  { id: 'y', parentId: 'x' },
];

test('the way to a category begins at the top; there is none to one that is not there', () => {
  expect(pathTo(TREE, 'c')).toEqual(['a', 'b', 'c']);
  expect(pathTo(TREE, 'z')).toEqual([]);
});

test.each([
  ['a new one goes to the top', null, null, null],
  ['a new one goes five deep', null, 'd', null],
  ['and no deeper', null, 'e', 'too_deep'],
  ['what it holds counts', 'x', 'd', 'too_deep'],
  ['with what it holds it goes where there is room', 'x', 'c', null],
  ['it does not go into itself', 'b', 'b', 'within_itself'],
  ['nor into what it holds', 'b', 'e', 'within_itself'],
  ['nor into what is not there', 'b', 'z', 'no_such_parent'],
  ['it goes up', 'c', 'a', null],
  ['it goes to the top', 'c', null, null],
] as const)('%s', (_, id, parentId, fault) => {
  expect(placeFault(TREE, id, parentId)).toBe(fault);
});

test('one thing is put among others at a place, or last', () => {
  expect(reordered(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(reordered(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(reordered(['a', 'b', 'c'], 'a', 99)).toEqual(['b', 'c', 'a']);
});
