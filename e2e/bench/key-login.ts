import { defaultProfile, type Profile } from '#contract/profile/profile.ts';

/** A server that takes a key. */
export interface KeyLoginTarget {
  readonly host: string;
  readonly port: number;
  readonly userName: string;
  readonly keyFile: string;
}

/** The profile of a session that logs in with that key alone. */
export const keyLoginProfile = ({ host, port, userName, keyFile }: KeyLoginTarget): Profile => ({
  ...defaultProfile,
  hostName: host,
  portNumber: port,
  userName,
  keyFile,
  tryAgent: false,
});
