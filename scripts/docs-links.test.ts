import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pagesIn('docs'), 'e2e/lab/README.md'];

/** What is no code of other languages. */
const textOf = (page: string) => readFileSync(join(root, page), 'utf8').replaceAll(/^ *```.*?^ *```/gms, '');

/** As GitHub makes anchors of headings. */
const anchorsOf = (page: string) =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Whether a link of a page leads to a file that is there, and to a heading of it. */
function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path));
  return existsSync(join(root, target)) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

it('every link and picture of the docs leads to what is there', () => {
  const links = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => ({ page, link })),
  );
  expect(links.length).toBeGreaterThan(100);
  const local = links.filter(({ link }) => !/^[a-z]+:/.test(link));
  expect(local.filter(({ page, link }) => !leadsSomewhere(page, link))).toEqual([]);
});

it('the tree of docs/ARCHITECTURE.md names folders and files that are there', () => {
  const [, tree = ''] = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8').split('```');
  const around: string[] = [];
  const named = tree.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] = /^((?: {2}){0,3})(\S+(?:,? \S+)*)(?: {2}|$)/.exec(line) ?? [];
    if (names === '') return [];
    const paths = names.split(/,? /).map((name) => join(...around.slice(0, indent.length / 2), name));
    around.splice(indent.length / 2, around.length, names);
    return paths;
  });
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
