import { createHash } from 'node:crypto';
import { failed, type Result, success } from '#contract/failure.ts';
import { expandHome } from '#contract/files/home-folder.ts';
import { t } from '#contract/language/language.ts';
import type { Tokens } from './keywords.ts';

/** This computer and its user, as tokens name them. */
export interface Machine {
  readonly homeDir: string;
  readonly userName: string;
  readonly userId: number;
  /** Its whole name. */
  readonly hostName: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What the tokens of one connection stand for. */
export interface Connecting {
  /** As it was asked for. */
  readonly originalHost: string;
  /** Where HostName leads. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly keyAlias: string | null;
}

/** Replaces what ssh_config(5), TOKENS, names for this kind of value. Fails with what is wrong, to follow the keyword. */
export function expandValue(value: string, tokens: Tokens, to: Connecting, machine: Machine): Result<string> {
  switch (tokens) {
    case 'none':
      return success(value);
    case 'host':
      return percent(value, (token) => (token === 'h' ? to.originalHost : null));
    case 'tokens':
      return percent(value, tokensOf(to, machine));
    case 'path':
      return value === 'none' ? success(value) : expandPath(value, to, machine);
    case 'socket':
      return expandSockets(value, to, machine);
  }
}

function expandPath(value: string, to: Connecting, machine: Machine): Result<string> {
  const withVariables = variables(value, machine.environment);
  if (!withVariables.ok) return withVariables;
  return percent(expandHome(withVariables.value, machine.homeDir), tokensOf(to, machine));
}

/** Only the paths of sockets among the two ends of a forward. */
function expandSockets(value: string, to: Connecting, machine: Machine): Result<string> {
  const ends: string[] = [];
  for (const end of value.split(' ')) {
    const expanded = end.startsWith('/') ? expandPath(end, to, machine) : success(end);
    if (!expanded.ok) return expanded;
    ends.push(expanded.value);
  }
  return success(ends.join(' '));
}

const tokensOf = (to: Connecting, machine: Machine) => {
  const { hostName } = machine;
  const values: Readonly<Record<string, () => string>> = {
    C: () => createHash('sha1').update(`${hostName}${to.host}${to.port}${to.user}`).digest('hex'),
    d: () => machine.homeDir,
    h: () => to.host,
    i: () => String(machine.userId),
    k: () => to.keyAlias ?? to.originalHost,
    L: () => hostName.split('.')[0] ?? '',
    l: () => hostName,
    n: () => to.originalHost,
    p: () => String(to.port),
    r: () => to.user,
    u: () => machine.userName,
  };
  return (token: string) => (Object.hasOwn(values, token) ? (values[token]?.() ?? null) : null);
};

/** The same for the command of a `Match exec`. */
export const expandCommand = (value: string, to: Connecting, machine: Machine) => percent(value, tokensOf(to, machine));

function percent(value: string, meaningOf: (token: string) => string | null): Result<string> {
  let unknown: string | null = null;
  const expanded = value.replace(/%(.?)/gsu, (written, token: string) => {
    const replaced = token === '%' ? '%' : meaningOf(token);
    if (replaced === null) unknown ??= written;
    return replaced ?? '';
  });
  return unknown === null
    ? success(expanded)
    : refused(t('holds {token}, which stands for nothing here', { token: unknown }));
}

/** The name has a limit: without one, a file of nothing but `${` would be searched to its end for each of them. */
const variable = /\$\{([^}]{0,255})\}/g;

function variables(value: string, environment: Machine['environment']): Result<string> {
  let missing: string | null = null;
  const expanded = value.replace(variable, (_written, name: string) => {
    const found = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (found === undefined) missing ??= name;
    return found ?? '';
  });
  return missing === null ? success(expanded) : refused(t('names an environment variable that is not set'));
}

const refused = (message: string) => failed({ code: 'invalid-payload', message, retryable: false });
