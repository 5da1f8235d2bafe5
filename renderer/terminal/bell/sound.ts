/** A short tone, no louder than needed to be noticed. */
const tone = { hertz: 800, seconds: 0.12, volume: 0.2 } as const;

/** A custom sound ends after this, however long its file plays. */
const maxSoundSeconds = 5;

let shared: AudioContext | null = null;

/** One for the page: each holds a thread. */
function audio(): AudioContext {
  shared ??= new AudioContext();
  void shared.resume();
  return shared;
}

/** A short beep. */
export function beep(): void {
  const context = audio();
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: tone.hertz });
  const gain = new GainNode(context, { gain: tone.volume });
  oscillator.connect(gain).connect(context.destination);
  const start = context.currentTime;
  // Cut off at once, a tone clicks.
  gain.gain.setValueAtTime(tone.volume, start + tone.seconds * 0.7);
  gain.gain.linearRampToValueAtTime(0, start + tone.seconds);
  oscillator.start(start);
  oscillator.stop(start + tone.seconds);
}

/** A sound from the bytes of its file; null if they are none that can be played. */
export async function readSound(bytes: Uint8Array): Promise<AudioBuffer | null> {
  try {
    return await audio().decodeAudioData(bytes.slice().buffer);
  } catch {
    return null;
  }
}

export function playSound(sound: AudioBuffer): void {
  const context = audio();
  const source = new AudioBufferSourceNode(context, { buffer: sound });
  source.connect(context.destination);
  source.start(0, 0, maxSoundSeconds);
}
