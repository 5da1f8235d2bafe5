import type { Result } from '#contract/failure.ts';

/** Something that a login by `publickey` (RFC 4252, 7) can be tried with: a key, or its certificate. */
export interface Identity {
  /** As in RFC 4253, 6.6: `ssh-rsa`, or a certificate's, such as `ssh-rsa-cert-v01@openssh.com`. */
  readonly type: string;
  /** What the server is shown: the encoding of the public key, or the certificate. */
  readonly blob: Buffer;
  /** Completes "Trying …". */
  readonly label: string;
  /**
   * The signature of `data` in SSH's encoding, by an algorithm that `signatureAlgorithms` gave. May ask the user. Fails
   * with `cancelled` if the user thought better of it, or with `key-unusable`.
   */
  readonly sign: (algorithm: string, data: Buffer) => Promise<Result<Buffer>>;
}
