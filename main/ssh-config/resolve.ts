import { t } from '#contract/language/language.ts';
import type { ConfigRemark } from '#contract/saved/ssh-config.ts';
import { judge } from './conditions.ts';
import type { ConfigFile, ConfigLine, Place } from './config-file.ts';
import { aliases, type Keyword, keywords } from './keywords.ts';
import { fitsPattern, fitsPatterns } from './patterns.ts';
import { type Connecting, expandValue, type Machine } from './tokens.ts';

/** What a host is asked for with; user and port as a command line gives them go before the files. */
export interface Wanted {
  readonly host: string;
  readonly user: string | null;
  readonly port: number | null;
  readonly machine: Machine;
  /** How the commands of `Match exec` that were run have ended; null: none is run. */
  readonly commandResults: ReadonlyMap<string, boolean> | null;
}

/** A value as `ssh -G` prints it, with where it stands. */
export interface Value extends Place {
  /** As the keyword is spelt in the file. */
  readonly written: string;
  readonly text: string;
}

export interface Resolved {
  /** By keyword in lower case; those of keywords that are not understood hold the rest of their line. */
  readonly values: ReadonlyMap<string, readonly Value[]>;
  readonly to: Connecting;
  /** Whether a line other than `Host *` speaks of the host. */
  readonly isNamed: boolean;
  readonly remarks: readonly ConfigRemark[];
}

/** `asks`: the reading needs to know how this command ends, and is made again with the answer. */
export type Resolution =
  | { readonly kind: 'resolved'; readonly resolved: Resolved }
  | { readonly kind: 'asks'; readonly command: string };

/** Resolves a host by files in order, as OpenSSH does: of each keyword the first value counts (ssh_config(5)). */
export function resolve(files: readonly ConfigFile[], wanted: Wanted): Resolution {
  const values = new Map<string, readonly Value[]>();
  const remarks = new Map<string, ConfigRemark>();
  const ignored: string[] = [];
  let isNamed = false;
  let wantsFinalPass = false;
  let asked: string | null = null;
  let matchedHost = wanted.host;
  let isFinalPass = false;

  const remark = ({ file, line }: Place, text: string) => {
    const made = { file, line, text };
    remarks.set(JSON.stringify(made), made);
  };
  const first = (keyword: string) => values.get(keyword)?.[0]?.text ?? null;
  const connecting = (): Connecting => ({
    originalHost: wanted.host,
    host: isFinalPass ? matchedHost : hostOf(first('hostname'), wanted.host).toLowerCase(),
    port: wanted.port ?? Number(first('port') ?? 22),
    user: wanted.user ?? first('user') ?? wanted.machine.userName,
    keyAlias: first('hostkeyalias'),
  });
  const run = (command: string): boolean | null => {
    const ended = wanted.commandResults?.get(command) ?? null;
    if (ended === null && wanted.commandResults !== null) asked ??= command;
    return ended;
  };

  const matchesHost = ({ words }: ConfigLine): boolean => {
    const matches = fitsPatterns(matchedHost, words);
    // The word for every host says nothing of this one.
    if (matches && words.some((word) => word !== '*' && !word.startsWith('!') && fitsPattern(matchedHost, word)))
      isNamed = true;
    return matches;
  };

  const matches = (line: ConfigLine): boolean => {
    const judgement = judge(line.rest, { to: connecting(), machine: wanted.machine, isFinalPass, run });
    wantsFinalPass ||= judgement.wantsFinalPass;
    if (judgement.problem !== null) remark(line, judgement.problem);
    if (wanted.commandResults === null && /\bexec\b/i.test(line.rest)) remark(line, notRun());
    if (judgement.matches && /\b(host|originalhost)\b/i.test(line.rest)) isNamed = true;
    return judgement.matches;
  };

  /** Of the two ways to a proxy the first that is written counts; a jump that is refused leaves the command. */
  const isTaken = (name: string): boolean => {
    if (values.has(name)) return true;
    if (name === 'proxycommand') return (first('proxyjump') ?? 'none').toLowerCase() !== 'none';
    return name === 'proxyjump' && values.has('proxycommand');
  };

  const take = (line: ConfigLine) => {
    const name = aliases.get(line.keyword) ?? line.keyword;
    if (name === 'ignoreunknown') {
      ignored.push(...line.words.join(',').toLowerCase().split(','));
      return;
    }
    const keyword = keywords.get(name);
    if (keyword === undefined) {
      if (!fitsPatterns(line.keyword, ignored) && !values.has(name)) values.set(name, [madeOf(line, line.rest)]);
      return;
    }
    const read = keyword.read(line);
    if (!read.ok) remark(line, t('{keyword} {problem}.', { keyword: line.written, problem: read.failure.message }));
    else if (!isTaken(name) || keyword.adding !== 'first') {
      const added = read.value.map((text) => madeOf(line, text));
      values.set(name, add(values.get(name) ?? [], added, keyword.adding));
    }
  };

  /** `isWithin`: what includes the file is in force, so that what it holds can be. */
  const walk = (file: ConfigFile, isWithin: boolean): void => {
    let isInForce = isWithin;
    for (const line of file.lines) {
      if (line.keyword === 'host') isInForce = isWithin && matchesHost(line);
      else if (line.keyword === 'match') isInForce = isWithin && matches(line);
      else if (line.keyword === 'include') for (const included of line.included) walk(included, isInForce);
      else if (isInForce) take(line);
    }
  };

  const pass = () => {
    for (const file of files) walk(file, true);
  };
  pass();
  if (wantsFinalPass) {
    matchedHost = connecting().host;
    isFinalPass = true;
    pass();
  }
  if (asked !== null) return { kind: 'asks', command: asked };

  const to = connecting();
  for (const [name, unexpanded] of values) {
    values.set(
      name,
      unexpanded.flatMap((value) => expanded(value, keywords.get(name), to, wanted.machine, remark)),
    );
  }
  for (const name of unset(values)) values.delete(name);
  return { kind: 'resolved', resolved: { values, to, isNamed, remarks: [...remarks.values()] } };
}

const notRun = () => t('The command of Match exec is not run: what follows it is left out.');

const madeOf = ({ file, line, written }: ConfigLine, text: string): Value => ({ file, line, written, text });

/** Where HostName leads; tokens that are not there are told of when it is expanded. */
const hostOf = (hostName: string | null, original: string): string =>
  (hostName ?? original).replace(/%[h%]/g, (token) => (token === '%%' ? '%' : original));

function add(before: readonly Value[], added: readonly Value[], adding: Keyword['adding']): readonly Value[] {
  switch (adding) {
    case 'first':
      return added;
    case 'all':
      return [...before, ...added.filter(({ text }) => before.every((value) => value.text !== text))];
    case 'all-but': {
      const isTakenBack = ({ text }: Value, from: number) =>
        added.some((other, at) => at > from && other.text[0] === '-' && fitsPattern(text, other.text.slice(1)));
      return [
        ...before.filter((value) => !isTakenBack(value, -1)),
        ...added.filter((value, index) => value.text[0] !== '-' && !isTakenBack(value, index)),
      ];
    }
  }
}

/** Proxies that were refused by name, and forwards that are cleared. */
function unset(values: ReadonlyMap<string, readonly Value[]>): readonly string[] {
  const textOf = (name: string) => values.get(name)?.[0]?.text;
  return [
    ...['proxyjump', 'proxycommand', 'remotecommand'].filter((name) => textOf(name)?.toLowerCase() === 'none'),
    ...(textOf('clearallforwardings') === 'yes' ? ['localforward', 'remoteforward', 'dynamicforward'] : []),
  ];
}

function expanded(
  value: Value,
  keyword: Keyword | undefined,
  to: Connecting,
  machine: Machine,
  remark: (place: Place, text: string) => void,
): readonly Value[] {
  if (keyword === undefined) return [value];
  const result = expandValue(value.text, keyword.tokens, to, machine);
  if (!result.ok) {
    remark(value, t('{keyword} {problem}.', { keyword: value.written, problem: result.failure.message }));
    return [];
  }
  return [{ ...value, text: result.value }];
}
