import { networkInterfaces } from 'node:os';

/** Whether this computer has an address now, as `socket.localAddress` names it; IPv6 zones (`%eth0`) don't count. */
export const hasAddress = (address: string): boolean =>
  Object.values(networkInterfaces()).some((all) => all?.some((own) => own.address === address.split('%')[0]));
