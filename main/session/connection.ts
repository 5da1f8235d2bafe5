import type { Profile, ProfileChanges } from '#contract/profile/profile.ts';
import { placeOf } from '#contract/session/path.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import type { CloseReason, KeepaliveStatus, Negotiated } from '#contract/session/session.ts';
import type { Clock } from '../keepalive/clock.ts';
import type { PathBook } from '../keepalive/path-book.ts';
import type { SleepWatch } from '../keepalive/sleep-watch.ts';
import { stalledFailure } from './connection-sentences.ts';
import type { Forwards } from './forwards/forwards.ts';
import type { X11Watch } from './forwards/x11-watch.ts';
import { createContact } from './health/contact.ts';
import { createDropJudge, type Ending } from './health/drop-judge.ts';
import { chosenSeconds } from './health/keepalive-choice.ts';
import { createVitals } from './health/vitals.ts';
import type { FindCharacterSet } from './ports/character-set.ts';
import type { OpenFiles } from './ports/remote-files.ts';
import type { OpenTransport, PacketTrace, ProbeHost, Transport, TransportEvent } from './ports/transport.ts';
import type { SessionEvent } from './state.ts';
import { createTranslation } from './translation.ts';

/** One connection of a session, from its transport's first step to the verdict on its end. */
export interface Connection {
  readonly write: (bytes: Uint8Array, onTaken?: () => void) => void;
  /** Sends bytes as they are. */
  readonly writeBinary: Transport['write'];
  /** What is typed is neither edited nor shown here while the input is binary. */
  readonly setBinary: (binary: boolean) => void;
  /** Output that is the terminal's. */
  readonly show: (received: Uint8Array) => void;
  readonly endInput: () => void;
  readonly setPaused: (paused: boolean) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** The session's settings changed: `changes` are those that differ. */
  readonly change: (profile: Profile, changes: ProfileChanges) => void;
  readonly openFiles: OpenFiles;
  readonly keepalive: () => KeepaliveStatus;
  /** What it leads through, to be shown; empty where it is direct. */
  readonly through: () => string;
  /** What protects it; null before its first key exchange. */
  readonly negotiated: () => Negotiated | null;
  /** Gives up a connection that is stalled without an `onEnded`: why it ended. The review follows. */
  readonly endStalled: () => CloseReason;
  /** Lets go of the connection: disconnects, and tells nothing any more but a review that is under way. */
  readonly abandon: () => void;
}

export interface ConnectionOptions {
  readonly profile: Profile;
  readonly size: { readonly columns: number; readonly rows: number };
  readonly clock: Clock;
  readonly openTransport: OpenTransport;
  readonly findCharacterSet: FindCharacterSet;
  readonly probeHost: ProbeHost;
  readonly sleep: SleepWatch;
  readonly paths: PathBook;
  readonly forwards: Pick<Forwards, 'begin' | 'end'>;
  readonly x11: Pick<X11Watch, 'note' | 'end'>;
  readonly ask: (prompt: Prompt, signal: AbortSignal) => Promise<PromptAnswer>;
  readonly onStep: (
    event: Exclude<SessionEvent, { readonly kind: 'ended' | 'reviewed' | 'stopped' | 'connect' }>,
  ) => void;
  /** `wasStalled`: it was given up because it did not answer its alive checks. */
  readonly onEnded: (reason: CloseReason, wasStalled: boolean) => void;
  /** What was learnt after the end made its reason clearer; the session may be connected again by then. */
  readonly onReviewed: (reason: CloseReason, reviewed: CloseReason) => void;
  /** Nobody wants to know any more how it ended. */
  readonly closing: AbortSignal;
  /** As it was received: what of it is the terminal's comes back by `show`. */
  readonly onReceived: (received: Uint8Array) => void;
  /** In UTF-8, and the same as it was received. */
  readonly onOutput: (bytes: Uint8Array, received: Uint8Array) => void;
  /** The program's standard error, where it is told apart. */
  readonly onErrorOutput: (bytes: Uint8Array, received: Uint8Array) => void;
  readonly onLog: (text: string) => void;
  readonly trace: PacketTrace;
  /** The keepalive's status changed, by traffic. Called for every chunk of a flood. */
  readonly onActivity: () => void;
  /** What protects it is agreed on, or is another. */
  readonly onNegotiated: () => void;
  /** It stalls, or lives again. */
  readonly onStalled: () => void;
}

const algorithmKeys = ['kexOrder', 'cipherOrder', 'macOrder', 'compression'] as const satisfies (keyof Profile)[];

export function createConnection(options: ConnectionOptions): Connection {
  const { clock, onStep, onLog, sleep, probeHost, closing } = options;
  let profile = options.profile;
  let negotiated: Negotiated | null = null;
  let ended = false;
  let isBinary = false;
  const contact = createContact(clock);
  const text = createTranslation(options.findCharacterSet, profile.characterSet, onLog);
  const path = options.paths.pathTo(placeOf(profile));
  const drop = createDropJudge({
    profile: () => profile,
    contact,
    path,
    sleep,
    probeHost,
    closing,
    isAddressReplaced: () => transport.isAddressReplaced(),
    peerName: () => transport.way().peer,
    keepaliveSeconds: () => (profile.chokesOnIgnore ? 0 : chosenSeconds(profile, path.knowledge())),
  });
  const vitals = createVitals({
    profile,
    clock,
    contact,
    path,
    transport: () => transport,
    onLog,
    onActivity: options.onActivity,
    onStalled: options.onStalled,
    onUnanswered: () => {
      if (profile.whenStalled !== 'mark') giveUp();
    },
  });

  const handle = (event: TransportEvent) => {
    if (ended) return;
    switch (event.kind) {
      case 'open':
        vitals.noteOpen();
        return onStep(event);
      case 'phase':
      case 'authenticating':
        return onStep(event);
      case 'negotiated':
        negotiated = event.negotiated;
        return options.onNegotiated();
      case 'authenticated':
        options.forwards.begin(transport.openForward);
        return vitals.noteAuthenticated();
      case 'x11':
        return options.x11.note(event.standing);
      case 'data':
        if (!event.isError) return options.onReceived(event.bytes);
        drop.noteOutput(event.bytes);
        return options.onErrorOutput(text.errorOutput(event.bytes), event.bytes);
      case 'received':
        return vitals.noteReceived();
      case 'log':
        return onLog(event.text);
      case 'ended':
        // We disconnect by abandoning, which tells nothing.
        return event.cause.kind === 'disconnected' ? undefined : end(event.cause);
    }
  };

  const stop = () => {
    ended = true;
    vitals.stop();
    options.forwards.end();
    options.x11.end();
    forgetWake();
  };

  /** Stops, and has the end looked into. */
  const conclude = (cause: Ending): CloseReason => {
    stop();
    const reason = drop.reasonOf(cause);
    void drop.review(reason).then((reviewed) => reviewed === null || options.onReviewed(reason, reviewed));
    return reason;
  };

  const end = (cause: Ending) => options.onEnded(conclude(cause), false);

  const endStalled = () => {
    const reason = conclude({ kind: 'lost', failure: stalledFailure(contact.lastContactMs()) });
    transport.close();
    return reason;
  };

  const giveUp = () => options.onEnded(endStalled(), true);

  const forgetWake = sleep.onWake(() => {
    onLog('This computer slept and woke up.');
    vitals.noteWake();
  });

  const wire: Transport = options.openTransport({
    profile,
    ...options.size,
    onEvent: handle,
    ask: options.ask,
    trace: options.trace,
  });
  const setTyping = () => wire.setTyping(isBinary ? { localEcho: 'off', localEditing: 'off' } : profile);
  const transport: Transport = { ...wire, write: (bytes, onTaken) => wire.write(text.input(bytes), onTaken) };

  return {
    write: vitals.type,
    writeBinary: wire.write,
    setBinary: (binary) => {
      isBinary = binary;
      setTyping();
    },
    show: (received) => {
      drop.noteOutput(received);
      options.onOutput(text.output(received), received);
    },
    endInput: transport.endInput,
    setPaused: (paused) => (paused ? transport.pause() : transport.resume()),
    resize: transport.resize,
    change: (changedProfile, changes) => {
      profile = changedProfile;
      vitals.change(profile, changes);
      if (changes.localEcho !== undefined || changes.localEditing !== undefined) setTyping();
      text.change(profile.characterSet);
      if (changes.tcpNoDelay !== undefined || changes.tcpKeepalives !== undefined) transport.setSocketOptions(profile);
      if (changes.rekeyMinutes !== undefined || changes.rekeyMegabytes !== undefined) transport.setRekeyLimits(profile);
      if (algorithmKeys.some((key) => changes[key] !== undefined)) transport.setAlgorithms(profile);
    },
    openFiles: transport.openFiles,
    keepalive: vitals.status,
    through: () => transport.way().through,
    negotiated: () => negotiated,
    endStalled,
    abandon: () => {
      stop();
      transport.close();
    },
  };
}
