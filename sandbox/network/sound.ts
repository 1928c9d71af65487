/*
 * What a recording sounds like where no sound passes: the two sides take turns, each a soft tone on its own channel.
 */

const RATE_HZ = 8_000;
const CHANNELS = 2;
const FRAME_BYTES = CHANNELS * 2;
const HEADER_BYTES = 44;
/** Left is the recorded party, right everybody else. */
const TONES_HZ = [262, 330] as const;
const TURN_S = 1.5;
const LOUDNESS = 3_000;
const LONGEST_S = 30;

/** A WAV file as long as the recording: a second at least, half a minute at most. */
export function soundOf(durationS: number): Buffer {
  const frames = Math.min(Math.max(durationS, 1), LONGEST_S) * RATE_HZ;
  const file = Buffer.alloc(HEADER_BYTES + frames * FRAME_BYTES);
  header(file, frames * FRAME_BYTES);
  for (let n = 0; n < frames; n += 1) {
    const t = n / RATE_HZ;
    const speaker = Math.floor(t / TURN_S) % 2;
    const swell = Math.sin((Math.PI * (t % TURN_S)) / TURN_S);
    const sample = Math.round(LOUDNESS * swell * Math.sin(2 * Math.PI * (TONES_HZ[speaker] ?? 0) * t));
    file.writeInt16LE(sample, HEADER_BYTES + n * FRAME_BYTES + speaker * 2);
  }
  return file;
}

/** 16-bit PCM, two channels. */
function header(file: Buffer, size: number): void {
  file.write('RIFF', 0);
  file.writeUInt32LE(HEADER_BYTES - 8 + size, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(CHANNELS, 22);
  file.writeUInt32LE(RATE_HZ, 24);
  file.writeUInt32LE(RATE_HZ * FRAME_BYTES, 28);
  file.writeUInt16LE(FRAME_BYTES, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(size, 40);
}
