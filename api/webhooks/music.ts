/*
 * The music of those who wait: made here, from nothing but sines, and given to everybody (CC0). Four calm chords, note by note, that
 * meet their own beginning.
 */

/** What a telephone carries: 8,000 samples a second, one channel. */
const RATE_HZ = 8_000;
const SAMPLE_BYTES = 2;
const HEADER_BYTES = 44;

/** Half-tones above A at 220 Hz. F, d minor, B flat and C, each with its octave. */
const CHORDS = [
  [-4, 0, 3, 8],
  [-7, -4, 0, 5],
  [-11, -7, -4, 1],
  [-9, -5, -2, 3],
] as const;
const ORDER = [0, 1, 2, 3, 2, 1] as const;

const NOTE_S = 0.55;
/** A note is heard on after the next one has begun. */
const RINGS_S = 2.2;
const ATTACK_S = 0.03;
const LOUDNESS = 0.16;

/** A WAV file of some 13 seconds, to be played over and over. */
export function composeHoldMusic(): Buffer {
  const notes = CHORDS.flatMap((chord) => ORDER.map((place) => chord[place]));
  const samples = new Float64Array(Math.round(notes.length * NOTE_S * RATE_HZ));
  for (const [at, halfTones] of notes.entries()) strike(samples, Math.round(at * NOTE_S * RATE_HZ), 220 * 2 ** (halfTones / 12));
  return wav(samples);
}

/** Adds a note; what rings on after the end is heard at the beginning, so that the loop has no seam. */
function strike(samples: Float64Array, from: number, frequencyHz: number): void {
  for (let n = 0; n < RINGS_S * RATE_HZ; n += 1) {
    const t = n / RATE_HZ;
    const envelope = Math.min(1, t / ATTACK_S) * Math.exp(-2.2 * t) * Math.min(1, (RINGS_S - t) / ATTACK_S);
    const wave = Math.sin(2 * Math.PI * frequencyHz * t) + 0.25 * Math.sin(4 * Math.PI * frequencyHz * t);
    const place = (from + n) % samples.length;
    samples[place] = (samples[place] ?? 0) + LOUDNESS * envelope * wave;
  }
}

/** 16-bit PCM, as http://soundfile.sapp.org/doc/WaveFormat/ describes the file. */
function wav(samples: Float64Array): Buffer {
  const size = samples.length * SAMPLE_BYTES;
  const file = Buffer.alloc(HEADER_BYTES + size);
  file.write('RIFF', 0);
  file.writeUInt32LE(HEADER_BYTES - 8 + size, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE_HZ, 24);
  file.writeUInt32LE(RATE_HZ * SAMPLE_BYTES, 28);
  file.writeUInt16LE(SAMPLE_BYTES, 32);
  file.writeUInt16LE(8 * SAMPLE_BYTES, 34);
  file.write('data', 36);
  file.writeUInt32LE(size, 40);
  for (const [n, sample] of samples.entries()) file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), HEADER_BYTES + n * SAMPLE_BYTES);
  return file;
}
