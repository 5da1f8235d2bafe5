import ssh2, { type AuthContext, type KeyboardAuthContext, type PublicKeyAuthContext } from 'ssh2';

export type DemoMethod = 'publickey' | 'password' | 'keyboard-interactive';

/** One round of keyboard-interactive (RFC 4256, 3.2). */
export interface KeyboardRound {
  readonly title?: string;
  readonly instructions?: string;
  readonly questions: readonly { readonly text: string; readonly echo: boolean }[];
  /** The only ones accepted; any are, if absent. */
  readonly answers?: readonly string[];
}

export interface DemoAuthOptions {
  /** Methods offered and accepted. Default: all three. */
  readonly methods?: readonly DemoMethod[];
  /** The only password accepted; any is, if absent. */
  readonly password?: string;
  /** Default: one round that asks for the password. */
  readonly rounds?: readonly KeyboardRound[];
  /** authorized_keys lines of the only keys accepted; any key is, if absent. */
  readonly publicKeys?: readonly string[];
}

/** Answers one request to log in; `onDecided` hears of every answer but those that only ask whether a key may come. */
export async function decideDemoAuth(
  context: AuthContext,
  options: DemoAuthOptions,
  onDecided: (accepted: boolean) => void,
): Promise<void> {
  const methods = options.methods ?? (['publickey', 'password', 'keyboard-interactive'] as const);
  const offered = methods.some((method) => method === context.method);
  const accepted = offered && (await isRight(context, options));
  const isQuery = context.method === 'publickey' && context.signature === undefined;
  if (!accepted || !isQuery) onDecided(accepted);
  if (accepted) context.accept();
  else context.reject([...methods]);
}

async function isRight(context: AuthContext, options: DemoAuthOptions): Promise<boolean> {
  switch (context.method) {
    case 'password':
      return options.password === undefined || context.password === options.password;
    case 'keyboard-interactive':
      return areRoundsRight(context, options.rounds ?? [passwordRound(options)]);
    case 'publickey':
      return isAuthorised(context, options.publicKeys) && isSignatureRight(context);
    default:
      return false;
  }
}

const passwordRound = ({ password }: DemoAuthOptions): KeyboardRound => ({
  questions: [{ text: 'Password: ', echo: false }],
  ...(password === undefined ? {} : { answers: [password] }),
});

/** Wrong answers are told at the end alone, as PAM does. */
async function areRoundsRight(context: KeyboardAuthContext, rounds: readonly KeyboardRound[]): Promise<boolean> {
  let right = true;
  for (const round of rounds) {
    const given = await ask(context, round);
    right &&= round.answers === undefined || JSON.stringify(given) === JSON.stringify(round.answers);
  }
  return right;
}

function ask(context: KeyboardAuthContext, round: KeyboardRound): Promise<readonly string[]> {
  const prompts = round.questions.map(({ text, echo }) => ({ prompt: text, echo }));
  return new Promise((resolve) => {
    context.prompt(prompts, round.title ?? '', round.instructions ?? '', (given) => resolve(given));
  });
}

const isAuthorised = ({ key }: PublicKeyAuthContext, lines: readonly string[] | undefined) =>
  lines === undefined || lines.some((line) => line.split(' ')[1] === key.data.toString('base64'));

function isSignatureRight({ key, blob, signature, hashAlgo }: PublicKeyAuthContext): boolean {
  if (signature === undefined || blob === undefined) return true; // the client asks whether it should sign
  const parsed = ssh2.utils.parseKey(key.data);
  return !(parsed instanceof Error) && parsed.verify(blob, signature, hashAlgo) === true;
}
