import type { Setting } from './definition.ts';

/** PuTTY's Connection/SSH/X11 and Connection/SSH/Tunnels panels. */
export const tunnelSettings = {
  localPortsAcceptAll: {
    type: 'toggle',
    label: 'Local ports accept connections from other hosts',
    category: 'Connection/SSH/Tunnels',
    group: 'Port forwarding',
    help: 'Lets other computers use the local and dynamic forwards below that name no address of their own.',
    default: false,
    midSession: true,
    putty: 'LocalPortAcceptAll',
    sshConfig: 'GatewayPorts',
    teraTerm: null,
  },
  remotePortsAcceptAll: {
    type: 'toggle',
    label: 'Remote ports do the same',
    category: 'Connection/SSH/Tunnels',
    group: 'Port forwarding',
    help: "The same for remote forwards, on the server's side. Most servers allow it with GatewayPorts alone.",
    default: false,
    midSession: true,
    putty: 'RemotePortAcceptAll',
    sshConfig: null,
    teraTerm: null,
  },
  forwards: {
    type: 'forwards',
    label: 'Forwarded ports',
    category: 'Connection/SSH/Tunnels',
    group: 'Port forwarding',
    help: 'Local: from a port here to what the server reaches. Remote: from its port to here. Dynamic: a SOCKS proxy here.',
    default: [],
    maxItems: 100,
    midSession: true,
    putty: 'PortForwardings',
    sshConfig: 'LocalForward, RemoteForward, DynamicForward',
    teraTerm: '[TTSSH] DefaultForwarding',
  },
} as const satisfies Record<string, Setting>;
