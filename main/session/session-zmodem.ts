import type { Profile } from '#contract/profile/profile.ts';
import type { Connection } from './connection.ts';
import type { OpenZmodem, Zmodem, ZmodemOptions } from './ports/zmodem.ts';

/** Zmodem on whichever connection a session has, between that and the pump. */
export interface SessionZmodem extends Zmodem {
  /** The pump holds the server back, or does not any more. */
  readonly setPumpPaused: (paused: boolean) => void;
}

interface SessionSide extends Pick<ZmodemOptions, 'onChange' | 'onLog' | 'onNotice'> {
  readonly profile: () => Profile;
  readonly connection: () => Pick<Connection, 'show' | 'writeBinary' | 'setBinary' | 'setPaused'>;
  /** Output of the program's own, in UTF-8. */
  readonly onMark: (mark: Uint8Array) => void;
}

export function openZmodemOf(open: OpenZmodem | undefined, side: SessionSide): SessionZmodem {
  const { connection } = side;
  let isPumpPaused = false;
  let isTransferPaused = false;
  const pause = () => connection().setPaused(isPumpPaused || isTransferPaused);
  const setPumpPaused = (paused: boolean) => {
    isPumpPaused = paused;
    pause();
  };
  const passOn = (bytes: Uint8Array) => connection().show(bytes);
  if (open === undefined) return { ...without(passOn), setPumpPaused };
  const zmodem = open({
    ...side,
    passOn,
    send: (bytes, onTaken) => connection().writeBinary(bytes, onTaken),
    setBinary: (binary) => connection().setBinary(binary),
    setPaused: (paused) => {
      if (paused === isTransferPaused) return;
      isTransferPaused = paused;
      pause();
    },
    onMark: (text) => side.onMark(new TextEncoder().encode(`\r\u001b[K\u001b[2m${text}\u001b[m\r\n`)),
  });
  return { ...zmodem, setPumpPaused };
}

const without = (passOn: Zmodem['output']): Zmodem => ({
  output: passOn,
  takesKeys: () => false,
  status: () => null,
  answer: () => false,
  send: () => false,
  cancel: () => undefined,
  lose: () => undefined,
});
