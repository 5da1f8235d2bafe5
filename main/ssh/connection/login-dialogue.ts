import type { Client, NextAuthHandler } from 'ssh2';
import type { Failure } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import {
  hungUpOnLogin,
  internalFailure,
  passwordExpired,
  protocolFailure,
  silentLogin,
} from '../connection-failures.ts';
import type { SshDependencies } from '../dependencies.ts';
import { createKeyOffers } from '../login/key-offers.ts';
import { createLogin, type Login, type Refusal } from '../login/login.ts';
import { type LoginPatience, startLoginPatience } from '../login/login-patience.ts';
import { onAuthFailure, onServerSignatures } from '../ssh2-internals/auth-packets.ts';
import type { Target } from '../target.ts';
import { createBanner } from './banner.ts';

export interface LoginDialogueRequest {
  /** Speaks over its wire already: before, there is nothing to listen to. */
  readonly client: Client;
  readonly target: Target;
  readonly profile: Profile;
  readonly dependencies: SshDependencies;
  readonly signal: AbortSignal;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  readonly agentBindings: () => readonly Uint8Array[];
  readonly onLog: (text: string) => void;
  readonly onFailure: (failure: Failure) => void;
}

/** The login as ssh2 has it: it asks what to try next, and tells what the server said to that. */
export interface LoginDialogue {
  /** The keys are exchanged: the server is waited for from here on. */
  readonly begin: () => void;
  /** Bytes came in, of any kind. */
  readonly received: () => void;
  /** ssh2's authHandler: the server has answered the last attempt, if there was one. */
  readonly tryNext: (next: NextAuthHandler) => void;
  /** The user is logged in: lets go of what the login needed. Gives a sentence about it. */
  readonly end: () => string;
  /** Why the server hung up with a text, if that was an answer to an attempt; null if it was not. */
  readonly hungUpWith: (text: string) => Failure | null;
  /** The same without a word, which a server says no by once it has refused an attempt. */
  readonly hungUp: () => Failure | null;
}

export function createLoginDialogue(request: LoginDialogueRequest): LoginDialogue {
  const { client, target, profile, dependencies, signal, onLog, onFailure } = request;
  let refusal: Refusal | null = null;
  /** An attempt was refused; the answer to the question for the methods is no refusal. */
  let wasRefused = false;
  let patience: LoginPatience | null = null;
  let serverSignatures: readonly string[] | null = null;

  const banner = createBanner(onLog);
  const offers = createKeyOffers(client);
  /** Null once the user is logged in: it has keys, and what else was or would have been tried. */
  let login: Login | null = createLogin({
    ...dependencies,
    target,
    profile,
    ask: async (prompt) => {
      patience?.pause();
      const answer = await request.ask(prompt);
      patience?.goOn();
      return answer;
    },
    banner: () => (profile.displayBanner ? banner.text() : null),
    onLog,
    onCancel: onFailure,
    signal,
    serverSignatures: () => serverSignatures,
    agentBindings: request.agentBindings,
  });

  const isUnderWay = () => (login?.current() ?? null) !== null;
  const hungUp = (text: string) => hungUpOnLogin(login?.user() ?? null, text, target);
  const dismissPatience = () => {
    patience?.dispose();
    patience = null;
  };

  const tryNext = async (next: NextAuthHandler): Promise<void> => {
    const attempt = await login?.next(refusal);
    if (refusal !== null) refusal = { ...refusal, partial: false };
    if (attempt === undefined || signal.aborted) return;
    if (!attempt.ok) onFailure(attempt.failure);
    else if (attempt.value.type !== 'key') next(attempt.value);
    else {
      offers.offer(attempt.value, (failure) => {
        if (failure.code === 'cancelled') return onFailure(failure);
        login?.noteProblem(failure);
        goOn(next);
      });
    }
  };
  const goOn = (next: NextAuthHandler) => void tryNext(next).catch(() => onFailure(internalFailure()));

  signal.addEventListener('abort', dismissPatience, { once: true });
  client.on('banner', banner.add);
  client.on('change password', () => onFailure(passwordExpired(login?.user() ?? null, target)));
  onServerSignatures(client, (names) => {
    serverSignatures = names;
  });
  onAuthFailure(client, (methods, partial) => {
    refusal = { methods, partial };
    wasRefused ||= isUnderWay() && !partial;
  });

  return {
    begin: () => {
      patience = startLoginPatience(dependencies.clock, () => onFailure(silentLogin(target)));
    },
    received: () => patience?.received(),
    tryNext: (next) => {
      // A refusal after the login: nobody is to be asked for a password in the middle of a session.
      if (login === null) return onFailure(protocolFailure('session', target));
      offers.settle();
      goOn(next);
    },
    end: () => {
      const [user, way] = [login?.user(), login?.current() ?? null];
      login = null;
      dismissPatience();
      offers.settle();
      return `Logged in as ${user}${way === null ? '' : ` with ${way}`}.`;
    },
    hungUpWith: (text) => (isUnderWay() ? hungUp(text) : null),
    hungUp: () => (login !== null && wasRefused ? hungUp('') : null),
  };
}
