import { roughWords } from '#contract/language/duration.ts';
import { t } from '#contract/language/language.ts';
import type { DropVerdict, Remedy } from '#contract/session/verdict.ts';
import type { DropEvidence } from './drop-evidence.ts';
import { type IdleLimits, safeKeepaliveSeconds } from './safe-keepalive.ts';
import { observations } from './verdict-observations.ts';

/**
 * A shorter silence says nothing about routers: no equipment in the field forgets a connection that fast. With checks
 * every 3 s the first comes after 2 s, and a server that hangs then must not pass for a path that forgets.
 */
const tellingIdleMs = 2500;

/** A reset by a router comes with the first packet after the silence, or with its first retransmissions. */
const promptResetMs = 5000;

/** A silence this much longer than one that the same connection survived is no other: timers are late. */
const sameSilence = 1.1;

/** A session that was used this shortly before was not idle; the limits of servers are minutes. */
const tellingUnusedMs = 5000;

/** Whoever typed this shortly before the end typed `exit`: no shell's patience with idle users is as short. */
const tellingUntypedMs = 2000;

/** A sleep shorter than this is a busy machine. */
const tellingSleepMs = 5000;

/** What shells say when they log out an idle user: bash's TMOUT, tcsh's autologout, Cisco's and others' menus. */
const idleLogout = /auto-?logout|timed out waiting for input|session timed out|idle timeout|inactivity timeout/i;

/** Judges why a session ended. Pure: the same evidence gives the same verdict. */
export function judge(evidence: DropEvidence): DropVerdict {
  return (
    idleLogoutVerdict(evidence) ??
    serverIdleLimitVerdict(evidence) ??
    serverClosedVerdict(evidence) ??
    addressVerdict(evidence) ??
    suspendVerdict(evidence) ??
    reachabilityVerdict(evidence) ??
    idleCutVerdict(evidence) ??
    unknownVerdict(evidence)
  );
}

function idleLogoutVerdict({ lastText, failure, untypedMs }: DropEvidence): DropVerdict | null {
  const said = idleLogout.exec(lastText)?.[0];
  if (said === undefined || (untypedMs !== null && untypedMs < tellingUntypedMs)) return null;
  return {
    kind: 'idle-logout',
    confidence: failure === null ? 'certain' : 'likely',
    sentence: t('The shell logged out because nothing was typed for a while (TMOUT, or a setting like it).'),
    // No more than these words: what stands around them is the server's, escape sequences and all.
    evidence: [t('It printed "{said}".', { said })],
    remedy: { kind: 'reconnect' },
  };
}

/**
 * dropbear with -I closes the connection, and sshd with ChannelTimeout the channel alone, both without a word: sshd tells
 * every other end of a program. Neither counts SSH_MSG_IGNORE, nor alive checks.
 */
function serverIdleLimitVerdict(evidence: DropEvidence): DropVerdict | null {
  const { failure, exitTold, unusedMs, host, probe } = evidence;
  if (unusedMs < tellingUnusedMs) return null;
  const after = t('{duration} after the last key or output', { duration: roughWords(unusedMs) });
  if (failure === null && !exitTold) {
    const sentence = t(
      '{host} closed the session {after}, though the connection was well: it has an idle limit of its own (ChannelTimeout, or one like it), which null packets do not put off.',
      { host, after },
    );
    return verdict(evidence, 'server-idle-limit', 'likely', sentence, reconnect);
  }
  if (failure === 'connection-closed' && !hasSlept(evidence) && (probe === 'works' || probe === 'pending')) {
    const sentence = t(
      '{host} closed the connection without a reason, {after}: the process that served this session was ended, or the server has an idle limit of its own (dropbear -I, or one like it), which null packets do not put off.',
      { host, after },
    );
    return verdict(evidence, 'server-idle-limit', 'likely', sentence, reconnect);
  }
  return null;
}

function serverClosedVerdict(evidence: DropEvidence): DropVerdict | null {
  const { failure, host, message, probe } = evidence;
  if (failure === 'server-disconnected') {
    return verdict(
      evidence,
      'server-closed',
      'certain',
      t('{host} ended the session: {message}', { host, message }),
      reconnect,
    );
  }
  // Servers close sessions of computers that sleep, for they don't answer.
  if (failure !== 'connection-closed' || probe === 'refused' || hasSlept(evidence)) return null;
  return verdict(
    evidence,
    'server-closed',
    'likely',
    t(
      '{host} closed the connection without a reason: its SSH service, or the process that served this session, was ended.',
      { host },
    ),
    reconnect,
  );
}

/** Where the host can't be reached, the other addresses may be of networks that have nothing to do with it. */
function addressVerdict(evidence: DropEvidence): DropVerdict | null {
  const { addressReplaced, probe } = evidence;
  if (!addressReplaced || probe === 'no-network' || probe === 'unreachable') return null;
  const sentence = t(
    'The network address of this computer changed: it is on another network, or was given another address. No connection outlives that.',
  );
  const isReached = probe === 'works' || probe === 'refused';
  return verdict(evidence, 'address-changed', isReached ? 'certain' : 'likely', sentence, reconnect);
}

const hasSlept = ({ sleptMs }: DropEvidence) => sleptMs >= tellingSleepMs;

function suspendVerdict(evidence: DropEvidence): DropVerdict | null {
  if (!hasSlept(evidence)) return null;
  const sentence = t('This computer slept for {duration}, and the connection did not outlive it.', {
    duration: roughWords(evidence.sleptMs),
  });
  return verdict(evidence, 'suspended', 'likely', sentence, reconnect);
}

function reachabilityVerdict(evidence: DropEvidence): DropVerdict | null {
  const { probe, host, peer, failure } = evidence;
  if (probe === 'refused') {
    const sentence =
      host === peer
        ? t('{peer} is there, but its SSH service is not: it was stopped or is being restarted.', { peer })
        : t('{peer} is there, but its service is not: it was stopped or is being restarted.', { peer });
    return verdict(evidence, 'server-gone', 'certain', sentence, reconnect);
  }
  if (failure === 'unreachable' && probe === 'works') {
    const sentence = t('There was no network to {host} for a moment. There is one again.', { host });
    return verdict(evidence, 'network-down', 'likely', sentence, reconnect);
  }
  if (probe === 'no-network' || failure === 'unreachable') {
    return verdict(
      evidence,
      'network-down',
      'likely',
      t('This computer has no way to the network at the moment.'),
      reconnect,
    );
  }
  if (probe === 'unreachable' || probe === 'unanswered') {
    const sentence = t("{peer} can't be reached any more: it is down, or the network to it is.", { peer });
    return verdict(evidence, 'server-gone', 'likely', sentence, reconnect);
  }
  return null;
}

function idleCutVerdict(evidence: DropEvidence): DropVerdict | null {
  const { failure, idleMs, unansweredMs, survivedMs, probe, host, peer } = evidence;
  if (idleMs < tellingIdleMs || idleMs <= survivedMs * sameSilence || unansweredMs === null) return null;
  const remedy: Remedy = { kind: 'set-keepalive', seconds: safeKeepaliveSeconds(limitsAfter(evidence)) };
  const forgets = t('A router or firewall on the way forgets connections that are idle for about {duration}', {
    duration: roughWords(idleMs),
  });
  if (failure === 'connection-reset' && unansweredMs <= promptResetMs) {
    const sentence = t("{forgets}. A restart of {host} would look the same, so this isn't certain.", { forgets, host });
    return verdict(evidence, 'idle-cut-reset', 'likely', sentence, remedy);
  }
  if (failure === 'connection-timeout' && probe === 'works') {
    const sentence = t(
      '{forgets}: what was sent after that was never answered, while {peer} takes new connections. A server that hangs would look the same.',
      { forgets, peer },
    );
    return verdict(evidence, 'idle-cut-silent', 'likely', sentence, remedy);
  }
  return null;
}

/** What is known of the path once this silence counts as fatal. */
function limitsAfter({ idleMs, known }: DropEvidence): IdleLimits {
  const { longestSurvivedMs: survived, shortestFatalMs: fatal } = known;
  return {
    longestSurvivedMs: survived !== null && survived < idleMs ? survived : null,
    shortestFatalMs: Math.min(idleMs, fatal ?? idleMs),
  };
}

const unknownVerdict = (evidence: DropEvidence): DropVerdict =>
  verdict(evidence, 'unknown', 'unsure', unknownSentence(evidence), reconnect);

function unknownSentence({ failure, host, probe, unusedMs }: DropEvidence): string {
  if (failure === 'connection-reset') {
    const reset = t(
      "The connection was reset by something on the way or by the server; which one, and why, can't be told from here.",
    );
    // A server that closes while something of ours is unread resets (RFC 1122, 4.2.2.13).
    const unused = t('A server with an idle limit of its own may do that too, and null packets do not put it off.');
    return unusedMs < tellingUnusedMs ? reset : `${reset} ${unused}`;
  }
  if (failure === 'connection-timeout' && probe === 'works') {
    return t(
      "{host} takes new connections, but answered no more on this one: the process that served it hangs, or something on the way lost it. Which one can't be told from here.",
      { host },
    );
  }
  return t("Why the connection ended can't be told from here.");
}

const reconnect: Remedy = { kind: 'reconnect' };

const verdict = (
  evidence: DropEvidence,
  kind: DropVerdict['kind'],
  confidence: DropVerdict['confidence'],
  sentence: string,
  remedy: Remedy,
): DropVerdict => ({ kind, confidence, sentence, evidence: observations(evidence), remedy });
