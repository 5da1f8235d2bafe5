import type { RouterMode } from '../router-flow.ts';

/** Which way nothing passes the router. */
export type BlackHole = 'none' | 'both' | 'to-server' | 'to-client';

export interface NatFaults {
  /** What happens to packets of connections that conntrack does not know. */
  readonly mode: RouterMode;
  readonly blackHole: BlackHole;
  /** Of the packets each way, those that are lost; 0 to 99. */
  readonly lossPercent: number;
}

/** The router's interfaces, named after who is behind them. */
export const clientLink = 'client';
export const serverLink = 'server';

/**
 * Translates the client's address to the router's. In a table of its own that is never replaced: while a rule uses
 * conntrack the kernel goes on tracking, and remembers.
 */
export const masqueradeRules = `table ip lab_nat {
  chain postrouting {
    type nat hook postrouting priority srcnat;
    oifname "${serverLink}" masquerade
  }
}
`;

/**
 * The rules for nft(8) that make the faults, in one transaction. What is cut or lost is dropped before conntrack sees
 * it, as by a network beyond the router. A packet from the server for a connection that is forgotten is one for the
 * router itself, whose kernel resets it; a silent router drops it as well.
 */
export function faultRules({ mode, blackHole, lossPercent }: NatFaults): string {
  const cut = [
    ...(blackHole === 'both' || blackHole === 'to-server' ? [`iifname "${clientLink}" drop`] : []),
    ...(blackHole === 'both' || blackHole === 'to-client' ? [`iifname "${serverLink}" drop`] : []),
    ...(lossPercent > 0 ? [`numgen random mod 100 < ${lossPercent} drop`] : []),
  ];
  const unknown =
    mode === 'reset' ? 'meta l4proto tcp ct state invalid reject with tcp reset' : 'ct state invalid drop';
  return `table ip lab_faults
delete table ip lab_faults
table ip lab_faults {
  chain prerouting {
    type filter hook prerouting priority raw;
    ${cut.join('\n    ')}
  }
  chain forward {
    type filter hook forward priority filter;
    ${unknown}
  }
  chain input {
    type filter hook input priority filter;
    ${mode === 'reset' ? '' : unknown}
  }
}
`;
}
