/** An address of this computer, as Node's `os.networkInterfaces()` tells it. */
export interface InterfaceAddress {
  readonly family: string;
  /** Such as `192.168.1.17/24`; null where the mask is none. */
  readonly cidr: string | null;
  /** Loopback. */
  readonly internal: boolean;
}

/**
 * Names the local network: the IPv4 networks of all interfaces but loopback, sorted, or `none`. Two homes that both use
 * `192.168.1.0/24` are one to it, a VPN or a container bridge that comes up makes another, and networks with IPv6 alone
 * are not told apart. A wrong match costs a wrong advice until the next silence corrects it.
 */
export function localNetworkOf(interfaces: Readonly<Record<string, readonly InterfaceAddress[] | undefined>>): string {
  const networks = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .flatMap(({ cidr }) => networkOf(cidr) ?? []);
  return [...new Set(networks)].sort().join(' ') || 'none';
}

/** The network that an address is in: `192.168.1.17/24` is in `192.168.1.0/24`. Null for link-local ones, and nonsense. */
function networkOf(cidr: string | null): string | null {
  const [address = '', bits = ''] = cidr?.split('/') ?? [];
  const octets = address.split('.').map(Number);
  const length = Number(bits);
  if (octets.length !== 4 || bits === '' || address.startsWith('169.254.')) return null;
  const masked = octets.map((octet, index) => octet & (0xff << Math.min(8, Math.max(0, 8 - (length - 8 * index)))));
  return `${masked.join('.')}/${length}`;
}
