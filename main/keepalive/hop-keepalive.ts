import type { Profile } from '#contract/profile/profile.ts';
import { createAliveCheck } from './alive-check.ts';
import type { Clock } from './clock.ts';
import { createNullPacketTimer } from './null-packet-timer.ts';

/** A jump host that is logged in to, as its keepalive sees it. */
export interface Hop {
  /** Its own settings: what is learnt of paths is no part of it. */
  readonly profile: Profile;
  readonly sendNullPacket: () => void;
  readonly sendAliveCheck: (onAnswered: () => void) => void;
  readonly onLog: (text: string) => void;
  /** It has been silent for this long, has answered no check, and its settings want the end of it. */
  readonly onGivenUp: (silentMs: number) => void;
}

/**
 * Null packets and alive checks for a jump host. The packets of what goes through it do not put its own off: they are
 * nobody's typing to it, and a packet too many costs 36 bytes.
 */
export const createHopKeepalive =
  (clock: Clock) =>
  ({ profile, sendNullPacket, sendAliveCheck, onLog, onGivenUp }: Hop) => {
    let lastReceived = clock.now();
    const silentMs = () => clock.now() - lastReceived;

    const nullPackets = createNullPacketTimer({
      clock,
      periodMs: profile.chokesOnIgnore ? 0 : profile.keepaliveSeconds * 1000,
      send: () => {
        sendNullPacket();
        onLog(`Null packet ${nullPackets.status().sent} sent.`);
      },
    });
    const aliveCheck = createAliveCheck({
      clock,
      intervalMs: profile.aliveCheckSeconds * 1000,
      maxUnanswered: profile.aliveCheckCount,
      counts: true,
      send: () => {
        const sentAt = clock.now();
        onLog('Alive check sent.');
        sendAliveCheck(() => onLog(`Alive check answered after ${Math.round(clock.now() - sentAt)} ms.`));
      },
      onStalled: (stalled) =>
        onLog(stalled ? `Nothing has come for ${Math.round(silentMs() / 1000)} s: stalled.` : 'It answers again.'),
      onUnanswered: () => {
        if (profile.whenStalled !== 'mark') onGivenUp(silentMs());
      },
    });
    nullPackets.start();
    aliveCheck.start();

    return {
      noteReceived: () => {
        lastReceived = clock.now();
        aliveCheck.noteReceived();
      },
      stop: () => {
        nullPackets.stop();
        aliveCheck.stop();
      },
    };
  };
