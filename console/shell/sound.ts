/*
 * The sound of an offer. Browsers let a page sound only after its user has touched it, so the audio is made at the first press.
 */

let audio: AudioContext | null = null;

/** Makes the audio ready at the first press anywhere; answers how to stop waiting for one. */
export function readySoundAtFirstPress(): () => void {
  const make = () => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  window.addEventListener('pointerdown', make);
  window.addEventListener('keydown', make);
  return () => {
    window.removeEventListener('pointerdown', make);
    window.removeEventListener('keydown', make);
  };
}

const NOTES_HZ = [659, 880] as const;
const NOTE_S = 0.16;

/** Two short notes; silence where nobody has touched the page yet. */
export function chime(): void {
  if (audio === null || audio.state !== 'running') return;
  for (const [index, hertz] of NOTES_HZ.entries()) playNote(audio, hertz, audio.currentTime + index * NOTE_S);
}

function playNote(context: AudioContext, hertz: number, fromS: number): void {
  const tone = new OscillatorNode(context, { frequency: hertz, type: 'sine' });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, fromS);
  loudness.gain.linearRampToValueAtTime(0.2, fromS + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, fromS + NOTE_S);
  tone.connect(loudness).connect(context.destination);
  tone.start(fromS);
  tone.stop(fromS + NOTE_S);
}
