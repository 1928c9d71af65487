import { readTones } from '../../console/call/tones.ts';

describe('what is typed as tones', () => {
  test.each([
    ['12#', '12#', ''],
    ['１２＊', '12*', ''],
    ['1234 5678', '12345678', ''],
    ['1w2Wｗ3', '1w2Ww3', ''],
    ['+81 (90) 12', '819012', '+ ( )'],
    ['1,2w3p4', '12w34', ', p'],
    ['abca', '', 'a b c'],
    ['', '', ''],
    ['1'.repeat(60), '1'.repeat(60), ''],
  ])('%s is heard as it can be, and the rest is named', (typed, tones, leftOut) => {
    expect(readTones(typed)).toEqual({ tones, leftOut: leftOut === '' ? [] : leftOut.split(' ') });
  });
});
