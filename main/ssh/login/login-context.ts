import type { Failure } from '#contract/failure.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';

/** What all ways to log in need to know. */
export interface LoginContext {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly ask: (prompt: Prompt) => Promise<PromptAnswer>;
  /** The server's notice, made harmless; null if there is none or the profile hides it. */
  readonly banner: () => string | null;
  readonly onLog: (text: string) => void;
  /** Ends the login: the user cancelled a question of the server. */
  readonly onCancel: (failure: Failure) => void;
}
