import type { RecordingState } from '../../../domain/call/recorded.ts';
import { isRecorded, mayFollow, RECORDING_STATES } from '../../../domain/call/recorded.ts';

test('nothing is added to a recording that is over', () => {
  expect(RECORDING_STATES.filter(isRecorded)).toEqual(['processing', 'completed', 'absent']);
});

test.each([
  ['recording', 'paused', true],
  ['paused', 'recording', true],
  ['recording', 'processing', true],
  ['processing', 'completed', true],
  ['processing', 'absent', true],
  ['completed', 'completed', true],
  ['completed', 'processing', false],
  ['processing', 'recording', false],
  ['absent', 'paused', false],
] satisfies [RecordingState, RecordingState, boolean][])('%s may be followed by %s: %s', (known, news, may) => {
  expect(mayFollow(known, news)).toBe(may);
});
