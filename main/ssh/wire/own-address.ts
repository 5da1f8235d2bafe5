import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/**
 * Whether this computer has other addresses now, and no longer this one, as `socket.localAddress` names it; IPv6 zones
 * (`%eth0`) don't count. False without any network: that is another trouble.
 */
export function isReplaced(address: string, interfaces = networkInterfaces()): boolean {
  const all = Object.values(interfaces).flatMap((own): readonly NetworkInterfaceInfo[] => own ?? []);
  const isOwn = all.some((own) => own.address === address.split('%')[0]);
  return !isOwn && all.some(({ internal }) => !internal);
}
