import { readFileSync } from 'node:fs';

/** A file in an asar archive. */
export interface PackedFile {
  /** Path inside, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Node {
  readonly files?: Readonly<Record<string, Node>>;
  /** Decimal text: it may be beyond what a number holds. */
  readonly offset?: string;
  readonly size?: number;
}

/** Reads an asar: four little-endian lengths, the tree as JSON, then the files one after the other. */
export function readAsar(archive: string): readonly PackedFile[] {
  const bytes = readFileSync(archive);
  const start = 8 + bytes.readUInt32LE(4);
  const tree: Node = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  return filesOf(tree, '').map(({ path, offset, size }) => ({
    path,
    bytes: bytes.subarray(start + offset, start + offset + size),
  }));
}

function filesOf(node: Node, path: string): { path: string; offset: number; size: number }[] {
  if (node.files === undefined) return [{ path, offset: Number(node.offset), size: node.size ?? 0 }];
  return Object.entries(node.files).flatMap(([name, child]) => filesOf(child, path === '' ? name : `${path}/${name}`));
}
