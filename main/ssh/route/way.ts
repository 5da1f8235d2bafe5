import { t } from '#contract/language/language.ts';
import { proxySettings } from '#contract/settings/proxy-settings.ts';
import type { Way } from '../../session/ports/transport.ts';
import { peerOf } from '../proxy/proxy-of.ts';
import { firstStop, type RoutePlan } from './route-plan.ts';

/** What a way leads through, in words. */
export function wayOf(plan: RoutePlan): Way {
  const { profile, target } = firstStop(plan);
  const peer = peerOf(profile, target);
  const jumpHosts = plan.jumpHosts.map(({ name }) => name);
  const stations = peer === target ? jumpHosts : [proxyWords(profile.proxyType, peer), ...jumpHosts];
  return { peer: peer?.host ?? target.host, through: stations.join(t(', then ')) };
}

function proxyWords(type: string, peer: ReturnType<typeof peerOf>): string {
  if (peer === null) return t('a local command');
  const label = proxySettings.proxyType.choices.find(({ value }) => value === type)?.label;
  return t('{type} proxy {host}:{port}', { type: label ?? '', host: peer.host, port: peer.port });
}
