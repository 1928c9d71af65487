import type { Selected } from '../../console/selection/selection.ts';
import { allPressed, isSelected, MOST_SELECTED, NONE_SELECTED, pressed } from '../../console/selection/selection.ts';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];
const some = (...ids: string[]): Selected => ({ type: 'some', ids: new Set(ids) });
const press = (selected: Selected, id: string, anchor: string | null = null) => pressed(selected, SHOWN, { id, anchor, isRange: anchor !== null });

describe('a press on a row', () => {
  test('selects it, and the next one takes it back', () => {
    expect(press(NONE_SELECTED, 'b')).toEqual(some('b'));
    expect(press(some('a', 'b'), 'b')).toEqual(some('a'));
  });

  test.each([
    ['b', 'd'],
    ['d', 'b'],
  ])('with Shift after %s, on %s, selects everything between', (anchor, id) => {
    expect(press(some(anchor), id, anchor)).toEqual(some('b', 'c', 'd'));
  });

  test('with Shift takes back everything between where the row was selected', () => {
    expect(press(some(...SHOWN), 'd', 'b')).toEqual(some('a', 'e'));
  });

  test('with Shift after a row that is gone selects this one alone', () => {
    expect(press(some('gone'), 'c', 'gone')).toEqual(some('gone', 'c'));
    expect(pressed(NONE_SELECTED, SHOWN, { id: 'c', anchor: null, isRange: true })).toEqual(some('c'));
  });

  test('of the whole search leaves the others that are shown', () => {
    expect(press({ type: 'whole' }, 'c')).toEqual(some('a', 'b', 'd', 'e'));
  });

  test('beyond the most that can be selected changes nothing', () => {
    const full = some(...Array.from({ length: MOST_SELECTED }, (_, index) => `other ${index}`));
    expect(press(full, 'a')).toEqual(full);
    expect(allPressed(full, SHOWN)).toEqual(full);
  });
});

test('a press on the box above selects all that are shown beside what was selected, and the next one nothing', () => {
  expect(allPressed(some('elsewhere'), SHOWN)).toEqual(some('elsewhere', ...SHOWN));
  expect(allPressed(some('elsewhere', ...SHOWN), SHOWN)).toEqual(NONE_SELECTED);
  expect(allPressed({ type: 'whole' }, SHOWN)).toEqual(NONE_SELECTED);
});

test('the whole search has every row, shown or not', () => {
  expect(isSelected({ type: 'whole' }, 'not shown')).toBe(true);
  expect([isSelected(some('a'), 'a'), isSelected(some('a'), 'b')]).toEqual([true, false]);
});
