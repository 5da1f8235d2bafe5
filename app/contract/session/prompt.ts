/** Questions that a connection asks its user. They are shown in windows of the program, never in the terminal. */
export type Prompt = Question & {
  /** Which of the jump hosts on the way asks; absent where the session's own host does, or a proxy. */
  readonly jumpHost?: JumpHostPlace;
  /** The answer, a password or a passphrase, can be saved in the vault of the system. */
  readonly canSave?: boolean;
};

/** A place in a chain of jump hosts. */
export interface JumpHostPlace {
  /** 1 for the first. */
  readonly number: number;
  readonly of: number;
}

type Question =
  | {
      readonly kind: 'unknown-host-key';
      readonly host: string;
      readonly port: number;
      /** As in RFC 4253: ssh-ed25519, ecdsa-sha2-nistp256, … */
      readonly keyType: string;
      /** `SHA256:` and unpadded base64, as OpenSSH prints it. */
      readonly fingerprint: string;
      /** Other keys that are known for this host, by type; not empty makes the question graver. */
      readonly knownTypes: readonly string[];
    }
  | {
      /** What the server made the two sides agree on stands below the line of the settings: nothing secret was sent. */
      readonly kind: 'weak-algorithms';
      readonly host: string;
      readonly port: number;
      readonly algorithms: readonly WeakAlgorithm[];
    }
  | {
      /** A known host has proved that these keys, which are not recorded, are its own too. */
      readonly kind: 'new-host-keys';
      readonly host: string;
      readonly port: number;
      readonly keys: readonly { readonly keyType: string; readonly fingerprint: string }[];
      /** Where they would be added. */
      readonly file: string;
    }
  | { readonly kind: 'user-name'; readonly host: string }
  | {
      readonly kind: 'password';
      readonly user: string;
      readonly host: string;
      readonly port: number;
      readonly banner: string | null;
      readonly retry: boolean;
    }
  | {
      readonly kind: 'passphrase';
      readonly keyFile: string;
      /** What its owner wrote beside it; empty where that is not known before it is opened. */
      readonly comment: string;
      /** Null where it is not known before the key is opened. */
      readonly fingerprint: string | null;
      readonly retry: boolean;
    }
  /** A program on the server wants a signature of the forwarded agent. `accept-once` allows it. */
  | {
      readonly kind: 'agent-use';
      readonly host: string;
      readonly keyType: string;
      readonly fingerprint: string;
      readonly comment: string;
    }
  /** The file that the session is to be logged to is there already; `append`, `overwrite`, or no log. */
  | { readonly kind: 'log-exists'; readonly file: string }
  | {
      readonly kind: 'proxy-password';
      readonly proxy: string;
      readonly port: number;
      readonly user: string;
      readonly retry: boolean;
    }
  | {
      /** RFC 4256: several questions in one round; text is the server's and is shown as text. */
      readonly kind: 'keyboard-interactive';
      readonly user: string;
      readonly host: string;
      readonly port: number;
      readonly banner: string | null;
      readonly name: string;
      readonly instructions: string;
      readonly questions: readonly { readonly text: string; readonly echo: boolean }[];
    };

export interface WeakAlgorithm {
  readonly role: 'key exchange' | 'host key' | 'cipher' | 'MAC';
  /** SSH's name. */
  readonly name: string;
  /** A full sentence. */
  readonly why: string;
}

/** What the user said. `cancel` answers every kind. */
export type PromptAnswer =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'accept-and-save' }
  | { readonly kind: 'accept-once' }
  | { readonly kind: 'append' }
  | { readonly kind: 'overwrite' }
  /** `keep`: not to be asked for again, in this `run` of the program, or ever: it goes to the `vault`. */
  | { readonly kind: 'text'; readonly text: string; readonly keep?: 'run' | 'vault' }
  | { readonly kind: 'texts'; readonly texts: readonly string[]; readonly keep?: 'vault' };
