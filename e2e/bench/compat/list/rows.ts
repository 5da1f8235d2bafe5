import type { Group, Row } from '../row.ts';
import { agentRows, certificateRows } from './agent-rows.ts';
import { algorithmRows, hostCertificateRows } from './algorithm-rows.ts';
import { forwardRows } from './forward-rows.ts';
import { keyRows } from './key-rows.ts';
import type { Parts } from './parts.ts';
import { passwordRows } from './password-rows.ts';
import { wayRows } from './way-rows.ts';

const rowsOfGroup: Readonly<Record<Group, (parts: Parts) => readonly Row[]>> = {
  keys: keyRows,
  agent: agentRows,
  certificates: certificateRows,
  passwords: passwordRows,
  algorithms: (parts) => [...algorithmRows(parts), ...hostCertificateRows(parts)],
  ways: wayRows,
  forwards: forwardRows,
};

/** All rows of these groups. */
export const rowsOf = (groups: readonly Group[], parts: Parts): readonly Row[] =>
  groups.flatMap((group) => rowsOfGroup[group](parts));
