import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { connectFailure } from '../wire/network-failures.ts';
import { lookUp, openSocket } from '../wire/socket.ts';
import { type Wire, wireOver } from '../wire/wire.ts';
import { type ConnectThroughRequest, connectThrough } from './connect-through.ts';
import { isExcluded } from './exclusions.ts';
import { runLocalCommand } from './local-command.ts';
import { isNameForProxy } from './proxy-of.ts';

export interface OpenProxiedRequest extends Omit<ConnectThroughRequest, 'type' | 'address'> {
  /** What makes the connection failed after it was made. */
  readonly onFailure: (failure: Failure) => void;
}

/** Makes the connection to the target as the profile's Proxy panel says, jump hosts aside. */
export async function openProxied(request: OpenProxiedRequest): Promise<Result<Wire>> {
  const { target, profile, onLog } = request;
  const { proxyType: type } = profile;
  if (type === 'none' || type === 'jump') return openDirectly(request);
  let names = [target.host];
  if (!isExcluded(profile, names) && !isNameForProxy(profile)) {
    request.onPhase('resolving');
    const family = type === 'socks4' && profile.addressFamily === 'auto' ? 'ipv4' : profile.addressFamily;
    const found = await lookUp({ ...request, family, limitSeconds: profile.connectTimeoutSeconds });
    if (typeof found === 'string') return failed(connectFailure(found, target));
    names = [target.host, ...found.map(({ address }) => address)];
  }
  if (isExcluded(profile, names)) {
    onLog(`${target.host} is connected to without the proxy.`);
    return openDirectly(request);
  }
  const [, address = null] = names;
  if (type !== 'command') {
    const socket = await connectThrough({ ...request, type, address });
    return socket.ok ? success(wireOver(socket.value)) : socket;
  }
  request.onPhase('proxy');
  return runLocalCommand({ ...request, address });
}

async function openDirectly(request: OpenProxiedRequest): Promise<Result<Wire>> {
  const { addressFamily: family, connectTimeoutSeconds: limitSeconds } = request.profile;
  const socket = await openSocket({ ...request, family, limitSeconds });
  return socket.ok ? success(wireOver(socket.value)) : socket;
}
