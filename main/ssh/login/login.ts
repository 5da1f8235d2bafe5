import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { loginCancelled } from '../connection-failures.ts';
import { harmlessLine } from '../sanitise.ts';
import type { Target } from '../target.ts';
import { type Attempts, interactiveAttempts, type LoginMethod, passwordAttempts } from './login-attempts.ts';
import type { LoginContext } from './login-context.ts';
import { type KeyLogin, keyAttempts } from './login-keys.ts';

export interface LoginRequest extends Omit<LoginContext, 'user' | 'host' | 'port'>, KeyLogin {
  readonly target: Target;
}

/** What the server said to the last attempt (RFC 4252, 5.1). */
export interface Refusal {
  /** Methods that can go on. */
  readonly methods: readonly string[];
  /** The attempt was good, and the server wants one more. */
  readonly partial: boolean;
}

export interface Login {
  /** What to try next; null as refusal at the start. A failure ends the login. */
  readonly next: (refusal: Refusal | null) => Promise<Result<LoginMethod>>;
  /** What was tried last, for the log; null before anything but "none" was. */
  readonly current: () => string | null;
  /** What was to be tried could not be, with a key that the server would have taken. */
  readonly noteProblem: (failure: Failure) => void;
  /** The user who logs in; null before that is known. */
  readonly user: () => string | null;
}

interface Way {
  readonly method: 'publickey' | 'keyboard-interactive' | 'password';
  readonly attempts: Attempts;
}

/**
 * Goes through the ways to log in, in PuTTY's order: none, which asks the server for its methods, then keys,
 * keyboard-interactive, password; each as long as the server takes its method and the profile allows it.
 */
export function createLogin(request: LoginRequest): Login {
  const { target, onLog } = request;
  const tried = new Set<string>();
  let user = target.user;
  let ways: readonly Way[] = [];
  let methods: readonly string[] = [];
  let current: string | null = null;
  let keyProblem: Failure | null = null;
  /** Why what was tried had to be refused, if that is known. */
  let known: string | null = null;

  const begin = async (): Promise<Result<LoginMethod>> => {
    if (user === null) {
      const answer = await request.ask({ kind: 'user-name', host: target.host });
      if (answer.kind !== 'text' || answer.text === '') return failed(loginCancelled(t('user name')));
      user = answer.text;
    }
    ways = waysOf(request, user);
    return success({ type: 'none', username: user });
  };

  const nextOf = async (way: Way): Promise<Result<LoginMethod> | null> => {
    const { value: attempt } = await way.attempts.next();
    if (!attempt) {
      ways = ways.filter((other) => other !== way);
      return null;
    }
    if (!attempt.ok) {
      if (attempt.failure.code === 'cancelled') return attempt;
      noteProblem(attempt.failure);
      return null;
    }
    current = attempt.value.label;
    known = attempt.value.problem ?? known;
    tried.add(way.method);
    onLog(`Trying ${current}.`);
    return success(attempt.value.request);
  };

  const noteProblem = (failure: Failure) => {
    keyProblem = failure;
    onLog(failure.message);
  };

  return {
    noteProblem,
    user: () => user,
    current: () => current,
    next: async (refusal) => {
      if (refusal === null) return begin();
      if (current !== null) onLog(refusal.partial ? `The server accepted ${current} and wants more.` : 'Not accepted.');
      methods = refusal.methods;
      for (;;) {
        const way = ways.find(({ method }) => methods.includes(method));
        if (way === undefined) return failed(keyProblem && hasTriedKeysAlone() ? keyProblem : refused());
        const next = await nextOf(way);
        if (next !== null) return next;
      }
    },
  };

  /** A key that could not be used says more than the refusal of others. */
  function hasTriedKeysAlone(): boolean {
    return [...tried].every((method) => method === 'publickey');
  }

  function refused(): Failure {
    const attempts =
      tried.size === 0
        ? t('None of the methods set for this session could be tried')
        : t('Tried: {methods}', { methods: list(tried) });
    return {
      code: 'authentication-refused',
      message: t('{host} did not let {user} in. {attempts}; the server accepts: {methods}.', {
        host: target.host,
        user: user ?? '',
        attempts,
        methods: harmlessLine(list(methods)) || t('none'),
      }),
      retryable: false,
      ...(known === null ? hintOf(request, methods) : { hint: known }),
    };
  }
}

function waysOf(request: LoginRequest, user: string): readonly Way[] {
  const { profile, target } = request;
  const context: LoginContext = { ...request, host: target.host, port: target.port, user };
  const ways: Way[] = [{ method: 'publickey', attempts: keyAttempts(context, request) }];
  if (profile.tryKeyboardInteractive) {
    ways.push({ method: 'keyboard-interactive', attempts: interactiveAttempts(context) });
  }
  if (profile.tryPassword) ways.push({ method: 'password', attempts: passwordAttempts(context) });
  return ways;
}

function hintOf({ profile }: LoginRequest, methods: readonly string[]): { readonly hint?: string } {
  const onlyKeys = methods.length === 1 && methods[0] === 'publickey';
  if (onlyKeys && profile.keyFile === '')
    return { hint: t('The server wants a key: choose a private key file, or load one into an agent.') };
  return {};
}

const list = (names: Iterable<string>) => [...names].join(', ');
