import { createRequire } from 'node:module';
import type { Client, Connection, NegotiatedAlgorithms } from 'ssh2';
import { certificateSuffix, type Offer } from '../handshake/algorithms.ts';
import type { HybridExchange } from '../handshake/hybrid-exchange.ts';
import { isSignal, kexInitLists, withKexMethods } from '../handshake/kex-init.ts';

/**
 * What main/ssh adds to ssh2's key exchange (1.17.0, pinned) through its private surface: see docs/adr/0009. The tests
 * hold each use against real servers, by name.
 */
interface Protocol {
  readonly _server: boolean;
  _offer: KexInitOffer;
  _kex: Exchange | undefined;
  readonly _decipher: { _onPayload: (payload: Buffer) => unknown } | undefined;
  _onHeader: (header: unknown) => void;
}

interface KexInitOffer {
  readonly lists: { readonly kex: { array: string[] } };
}

/** One key exchange. What is private to its class is replaced on the object alone. */
interface Exchange {
  readonly negotiated: NegotiatedAlgorithms;
  /** For the exchange hash. */
  _remoteKexinit: Buffer | undefined;
  /** K_S for the exchange hash, then the key by which the signature is verified. */
  _hostKey: Buffer | undefined;
  /** The server's signature of the exchange hash, until the exchange is done. */
  readonly _sig: Buffer | undefined;
  generateKeys: () => void;
  getPublicKey: () => Buffer;
  convertPublicKey: (key: Buffer) => Buffer;
  computeSecret: (publicKey: Buffer) => Buffer | Error;
}

/** A connection of either side: ssh2's server side is the other end in tests. */
export type Side = Client | Connection;

/** What ssh2 cannot do by itself. */
export interface KexExtension {
  /** Key exchanges by name, each with messages as those of RFC 8731 and SHA-256 as its hash. */
  readonly hybrids: ReadonlyMap<string, () => HybridExchange>;
  /** The key that a host certificate certifies, in the encoding of RFC 4253, 6.6; null if it is none. */
  readonly certifiedKey: (certificate: Buffer) => Buffer | null;
}

const protocolOf = (side: Side) => (side as unknown as { readonly _protocol: Protocol })._protocol;

const load = createRequire(import.meta.url);
const { KexInit } = load('ssh2/lib/protocol/kex.js') as { readonly KexInit: new (lists: object) => KexInitOffer };

/** Whose frame a hybrid exchange runs in: one message each way, one public value in each, SHA-256. */
const standIn = 'curve25519-sha256';

/**
 * Sets what our next SSH_MSG_KEXINIT offers: right after `connect`, or for renewals of the keys later. ssh2 checks what
 * it is given by its own lists, which know neither certificates of hosts nor post-quantum key exchanges.
 */
export function setOffer(side: Side, { kex, hostKey, cipher, mac, compression }: Offer): void {
  const direction = { cipher: [...cipher], mac: [...mac], compress: [...compression], lang: [] };
  const lists = { kex: [...kex], serverHostKey: [...hostKey], cs: direction, sc: direction };
  const key = JSON.stringify(lists);
  const offer = offers.get(key) ?? new KexInit(lists);
  offers.set(key, offer);
  // On the wire is what was given; for the stand-in it must be among what ssh2 compares with.
  offer.lists.kex.array = kex.includes(standIn) ? [...kex] : [...kex, standIn];
  offered.set(protocolOf(side), kex);
  protocolOf(side)._offer = offer;
}

/** Many sessions offer the same, and each would keep it for renewals. */
const offers = new Map<string, KexInitOffer>();

const offered = new WeakMap<Protocol, readonly string[]>();

/** What the two sides agreed on, from when the other one's offer came; null before. */
export function agreedOn(side: Side): NegotiatedAlgorithms | null {
  const exchange = protocolOf(side)._kex;
  if (exchange === undefined) return null;
  return { ...exchange.negotiated, serverHostKey: certified.get(exchange) ?? exchange.negotiated.serverHostKey };
}

/** How the server has signed the exchange that runs, in the encoding of RFC 4253, 6.6; while its host key is judged. */
export const hostSignature = (side: Side): Buffer | null => {
  const signature = protocolOf(side)._kex?._sig;
  return signature === undefined ? null : Buffer.from(signature);
};

/** The names of algorithms of certified keys that were agreed on, which ssh2 sees others for. */
const certified = new WeakMap<Exchange, NegotiatedAlgorithms['serverHostKey']>();

/** Teaches one connection hybrid key exchanges and certificates of hosts: right after `connect`. */
export function extendKeyExchange(side: Side, { hybrids, certifiedKey }: KexExtension): void {
  const protocol = protocolOf(side);
  /** The hybrid exchange that was agreed on, and the other side's KEXINIT as it came, until ssh2 has made its own. */
  let agreed: { readonly name: string; readonly hybrid: HybridExchange; readonly kexInit: Buffer } | null = null;

  /** Has ssh2 agree on the stand-in where the two sides agree on a hybrid exchange. */
  const readKexInit = (payload: Buffer): Buffer => {
    const theirs = kexInitLists(payload)?.kex ?? [];
    const ours = offered.get(protocol) ?? [];
    const [client, server] = protocol._server ? [theirs, ours] : [ours, theirs];
    const name = client.find((candidate) => server.includes(candidate) && !isSignal(candidate));
    const create = name === undefined ? undefined : hybrids.get(name);
    if (name === undefined || create === undefined) return payload;
    agreed = { name, hybrid: create(), kexInit: payload };
    // Names keep their places: the first one counts if the other side guessed (RFC 4253, 7.1).
    const alias = (other: string) => (other === name ? standIn : isSignal(other) ? other : `not-${other}`);
    const changed = withKexMethods(payload, theirs.map(alias));
    asItCame.set(changed, payload);
    return changed;
  };

  const adapt = (exchange: Exchange) => {
    if (agreed !== null) runHybrid(exchange, agreed.name, agreed.hybrid, agreed.kexInit);
    agreed = null;
    if (!protocol._server && exchange.negotiated.serverHostKey.endsWith(certificateSuffix))
      verifyByCertifiedKey(exchange, certifiedKey);
  };

  let current = protocol._kex;
  Object.defineProperty(protocol, '_kex', {
    get: () => current,
    set: (exchange: Exchange) => {
      current = exchange;
      adapt(exchange); // ssh2 starts it right after
    },
  });
  kexInitReaders.set(protocol, readKexInit);
  // The first KEXINIT does not go through the table of messages; ssh2 reads it from when it has the other's version.
  const readFirst = () => {
    const decipher = protocol._decipher;
    if (decipher === undefined) return;
    const own = decipher._onPayload;
    decipher._onPayload = (payload) => own(payload[0] === kexInitMessage ? readKexInit(payload) : payload);
  };
  readFirst();
  const onHeader = protocol._onHeader;
  protocol._onHeader = (header) => {
    readFirst();
    onHeader(header);
  };
}

function runHybrid(exchange: Exchange, name: string, hybrid: HybridExchange, kexInit: Buffer) {
  exchange.negotiated.kex = name as NegotiatedAlgorithms['kex'];
  exchange._remoteKexinit = kexInit;
  exchange.generateKeys = () => undefined;
  exchange.getPublicKey = () => hybrid.publicValue();
  exchange.convertPublicKey = (key) => key;
  exchange.computeSecret = (value) => {
    try {
      return hybrid.sharedSecret(value);
    } catch (error) {
      return error instanceof Error ? error : new Error('broken public value');
    }
  };
}

/**
 * ssh2 takes K_S for the key that signed. It asks for our public value after it has hashed K_S and before it verifies
 * the signature: there the certified key takes the certificate's place. Were it otherwise, the signature would be wrong.
 */
function verifyByCertifiedKey(exchange: Exchange, certifiedKey: KexExtension['certifiedKey']) {
  const { negotiated } = exchange;
  const algorithm = negotiated.serverHostKey;
  certified.set(exchange, algorithm);
  type Name = NegotiatedAlgorithms['serverHostKey'];
  // RSA certificates have one type, whatever they sign by.
  negotiated.serverHostKey = algorithm.replace(/^rsa-sha2-(256|512)/, 'ssh-rsa') as Name;
  const own = exchange.getPublicKey.bind(exchange);
  exchange.getPublicKey = () => {
    if (exchange._hostKey !== undefined) {
      exchange._hostKey = certifiedKey(exchange._hostKey) ?? exchange._hostKey;
      negotiated.serverHostKey = algorithm.slice(0, -certificateSuffix.length) as Name;
    }
    return own();
  };
}

/** The other side's KEXINIT, by what ssh2 is given in its place. */
export const asItCame = new WeakMap<Buffer, Buffer>();

const kexInitReaders = new WeakMap<Protocol, (payload: Buffer) => Buffer>();

/** ssh2 has one table of inbound messages for all connections. */
const inbound: ((protocol: Protocol, payload: Buffer) => unknown)[] = load('ssh2/lib/protocol/handlers.js');
const kexInitMessage = 20;
const ownKexInit = inbound[kexInitMessage];
inbound[kexInitMessage] = (protocol, payload) =>
  ownKexInit?.(protocol, kexInitReaders.get(protocol)?.(payload) ?? payload);
