import type { Fault } from '../fault.ts';
import { faultsAtTheClient } from './at-the-client.ts';
import { faultsAtTheServer } from './at-the-server.ts';
import { faultsOnTheWay } from './on-the-way.ts';
import { faultsOfChecks } from './unanswered-checks.ts';

/** Its number in the list of 6-reliability: 9 for both sides of 9. */
export const numberOf = ({ id }: Fault): number => Number.parseInt(id, 10);

/** The faults that a network, a server or a sleeping machine bring: 1 to 17 and 22 of the list, in its order. */
export const faults: readonly Fault[] = [
  ...faultsOnTheWay,
  ...faultsAtTheServer,
  ...faultsOfChecks,
  ...faultsAtTheClient,
].toSorted((one, other) => numberOf(one) - numberOf(other) || one.id.localeCompare(other.id));
