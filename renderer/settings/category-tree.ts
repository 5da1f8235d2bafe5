import { t } from '#contract/language/language.ts';
import type { Category } from '#contract/settings/definition.ts';
import type { TreeNode } from '../ui/lists/tree.tsx';

/** Nests categories by their slashes: `Connection/SSH/Auth` lies under `Connection/SSH`. */
export function categoryTree(categories: readonly Category[], parent = ''): readonly TreeNode[] {
  return categories
    .filter((category) => category.startsWith(parent) && !category.slice(parent.length).includes('/'))
    .map((category) => ({
      id: category,
      label: t(category.slice(parent.length)),
      children: categoryTree(categories, `${category}/`),
    }));
}
