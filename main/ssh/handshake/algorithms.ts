import type { Profile } from '#contract/profile/profile.ts';
import { warnBelow } from '#contract/settings/definition.ts';
import { type Cryptography, isAvailable } from './cryptography.ts';

/** The name-lists of our SSH_MSG_KEXINIT (RFC 4253, 7.1), the same for both directions. */
export interface Offer {
  readonly kex: readonly string[];
  readonly hostKey: readonly string[];
  readonly cipher: readonly string[];
  readonly mac: readonly string[];
  readonly compression: readonly string[];
}

export type AlgorithmOrders = Pick<Profile, 'kexOrder' | 'hostKeyOrder' | 'cipherOrder' | 'macOrder'>;

/** What is known of a host's keys before it shows one. */
export interface KnownKeys {
  /** The types of the keys that are recorded for it. */
  readonly types: readonly string[];
  /** Whether an authority is recorded that may certify its key. */
  readonly hasAuthority: boolean;
}

/** Signals, not methods: we read extensions (RFC 8308), and keep to strict key exchange (OpenSSH's PROTOCOL 1.10). */
const signals = ['ext-info-c', 'kex-strict-c-v00@openssh.com'];

/** Ends the name of an algorithm that a certified key signs by (OpenSSH's PROTOCOL.certkeys). */
export const certificateSuffix = '-cert-v01@openssh.com';

/** No certificate is taken that a key of the host would prove by these. */
const signsBySha1: readonly string[] = ['ssh-rsa', 'ssh-dss'];

/** RSA keys sign by several algorithms, and are one type of key. */
const keyTypeOf = (algorithm: string): string => (algorithm.startsWith('rsa-sha2-') ? 'ssh-rsa' : algorithm);

/**
 * What is offered to the server: the orders of the profile, as far as the running cryptography goes. Certificates are
 * offered where an authority is recorded. Types of keys that are known for the host come first if the profile says so,
 * but what stands below the line stays last. Compression starts after the login (`zlib@openssh.com`) or not at all.
 */
export function offerOf(
  profile: AlgorithmOrders & Pick<Profile, 'preferKnownHostKeys' | 'compression'>,
  known: KnownKeys,
  cryptography: Cryptography,
): Offer {
  const usable = (order: readonly string[]) =>
    order.filter((name) => name !== warnBelow && isAvailable(name, cryptography));
  const hostKeys = usable(profile.hostKeyOrder);
  const good = hostKeys.filter((name) => !isBelowLine(name, profile.hostKeyOrder));
  const isKnown = (name: string) => profile.preferKnownHostKeys && known.types.includes(keyTypeOf(name));
  const certified = good.filter((name) => !signsBySha1.includes(name)).map((name) => name + certificateSuffix);
  return {
    kex: [...usable(profile.kexOrder), ...signals],
    hostKey: [
      ...(known.hasAuthority ? certified : []),
      ...good.filter(isKnown),
      ...good.filter((name) => !isKnown(name)),
      ...hostKeys.filter((name) => !good.includes(name)),
    ],
    cipher: usable(profile.cipherOrder),
    mac: usable(profile.macOrder),
    compression: profile.compression ? ['zlib@openssh.com', 'none'] : ['none'],
  };
}

/** Whether an order has the algorithm below its line; a certified key counts as the key in it. */
export function isBelowLine(name: string, order: readonly string[]): boolean {
  const at = order.indexOf(name.replace(certificateSuffix, ''));
  return at > order.indexOf(warnBelow);
}

/**
 * What is offered when the keys are renewed: of what stands below the line, or is not wanted any more, only that which is
 * in use, so that a renewal always agrees on something, and never on something weaker.
 */
export function offerForRenewal(offer: Offer, orders: AlgorithmOrders, inUse: readonly string[]): Offer {
  const keep = (names: readonly string[], order: readonly string[]) =>
    names.filter((name) => inUse.includes(name) || !isBelowLine(name, order));
  const compressed = inUse.filter((name) => name.startsWith('zlib') && !offer.compression.includes(name));
  return {
    compression: [...offer.compression, ...compressed],
    kex: keep(offer.kex, orders.kexOrder),
    hostKey: keep(offer.hostKey, orders.hostKeyOrder),
    cipher: keep(offer.cipher, orders.cipherOrder),
    mac: keep(offer.mac, orders.macOrder),
  };
}
