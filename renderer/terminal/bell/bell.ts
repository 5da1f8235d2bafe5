import type { Profile } from '#contract/profile/profile.ts';
import { limit } from '../guards/limiter.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';
import { createBellOverload } from './overload.ts';
import { beep, playSound, readSound } from './sound.ts';

/** A program that rings without end marks its tab once in this time. */
const markPeriodMs = 1000;

/** Sounds and flashes begin no oftener than this, also without overload control: quicker flashing can hurt. */
const actPeriodMs = 400;

/** PuTTY's time for a visual bell. */
const flashMs = 100;

/** Rings as the Bell panel says. Old output that is read again rings nothing. */
export function createBell(
  { terminal, element, host, isReplaying }: Pick<PartContext, 'terminal' | 'element' | 'host' | 'isReplaying'>,
  profile: Profile,
): TerminalPart {
  let settings = profile;
  let sound: Promise<AudioBuffer | null> | null = null;
  let flash: ReturnType<typeof setTimeout> | undefined;
  const overload = createBellOverload();
  const mark = limit<void>(markPeriodMs, host.onBell);

  const play = async () => {
    sound ??= host.readBellSound().then((bytes) => (bytes === null ? null : readSound(bytes)));
    const read = await sound;
    if (read === null) beep();
    else playSound(read);
  };
  const showFlash = () => {
    element.classList.add('is-bell');
    clearTimeout(flash);
    flash = setTimeout(() => element.classList.remove('is-bell'), flashMs);
  };
  const act = limit<void>(actPeriodMs, () => {
    if (settings.bellAttention === 'flash' && !document.hasFocus()) host.askAttention();
    switch (settings.bellAction) {
      case 'none':
        return undefined;
      case 'sound':
        return beep();
      case 'visual':
        return showFlash();
      case 'file':
        return void play();
    }
  });

  const bound = terminal.onBell(() => {
    if (isReplaying() || !overload.ring(performance.now(), settings)) return;
    act.offer();
    if (settings.bellAction !== 'none') mark.offer();
  });

  return {
    apply: (next) => {
      if (next.bellSoundFile !== settings.bellSoundFile) sound = null;
      settings = next;
    },
    dispose: () => {
      bound.dispose();
      mark.dispose();
      act.dispose();
      clearTimeout(flash);
    },
  };
}
