/** What the agents of this computer say that they hold, for the list in the configuration dialog. */
export interface AgentReport {
  /** Each agent that there may be; empty where the settings or the system name none. */
  readonly agents: readonly AgentState[];
  /** Passphrases that are kept for this run of the program. */
  readonly keptPassphrases: number;
}

export interface AgentState {
  /** Its socket or pipe. */
  readonly place: string;
  /** Null: it could not be reached. An agent that is locked says that it has none. */
  readonly keys: readonly AgentKeyFacts[] | null;
}

export interface AgentKeyFacts {
  /** As in RFC 4253, 6.6, such as `ssh-ed25519`, or a certificate's. */
  readonly type: string;
  /** `SHA256:` and unpadded base64; of a certificate that of its key. */
  readonly fingerprint: string;
  /** Made harmless. */
  readonly comment: string;
}
