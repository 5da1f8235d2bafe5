import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CpuProfile } from './cpu-profile.ts';

type CallFrame = CpuProfile['nodes'][number]['callFrame'];

/**
 * Says where functions are written, as far as source maps beside the bundles, and beside what is bundled in them, tell:
 * a path below `root`, and a line from 1. `bundleOf` gives the file of a bundle that a page loaded by its URL.
 */
export function createPlaces(root: string, bundleOf: (url: string) => string): (frame: CallFrame) => string {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string) => {
    const known = maps.get(file);
    if (known !== undefined) return known;
    const path = `${file}.map`;
    const map = existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload) : null;
    maps.set(file, map);
    return map;
  };
  const resolved = (file: string, line: number, column: number): string => {
    const entry = mapOf(file)?.findEntry(line, column);
    if (entry === undefined || !('originalSource' in entry))
      return `${withoutPackages(relative(root, file))}:${line + 1}`;
    return resolved(resolve(dirname(file), entry.originalSource), entry.originalLine, entry.originalColumn);
  };
  return ({ url, lineNumber, columnNumber }) => {
    if (url === '') return 'V8';
    if (url.startsWith('node:')) return url;
    return resolved(url.startsWith('file:') ? fileURLToPath(url) : bundleOf(url), lineNumber, columnNumber);
  };
}

const withoutPackages = (path: string) => path.replace(/^node_modules\//, '');
