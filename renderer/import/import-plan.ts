import { defaultSettingsName } from '#contract/profile/profile.ts';
import type { ImportedRow, ImportPreview, ImportRequest } from '#contract/saved/import.ts';

/** What becomes of a row: nothing, a session under its own name, one under a name that is free, or its namesake's place. */
export type Choice = 'skip' | 'add' | 'rename' | 'replace';

/** What the user decides in the preview. */
export interface Plan {
  /** By the row's index. */
  readonly choices: readonly Choice[];
  readonly hostKeys: boolean;
  readonly keepsAlive: boolean;
}

/** New sessions are taken; what is saved already stays as it is until the user says otherwise. */
export const firstPlan = ({ rows }: ImportPreview): Plan => ({
  choices: rows.map(({ standing }) => (standing.kind === 'new' ? 'add' : 'skip')),
  hostKeys: true,
  keepsAlive: true,
});

/** What can be chosen for a row, from the mildest on. */
export function choicesFor({ standing, name }: ImportedRow): readonly Choice[] {
  switch (standing.kind) {
    case 'new':
      return ['skip', 'add'];
    case 'conflict':
      return name === defaultSettingsName ? ['skip', 'replace', 'rename'] : ['skip', 'rename', 'replace'];
    case 'same':
      return ['skip', 'rename'];
    case 'refused':
      return ['skip'];
  }
}

export const withChoice = (plan: Plan, index: number, choice: Choice): Plan => ({
  ...plan,
  choices: plan.choices.with(index, choice),
});

/** All that are new or differ, or none. Default Settings and what is the same are left to the user's own choice. */
export const withAll = (plan: Plan, rows: readonly ImportedRow[], isChosen: boolean): Plan => ({
  ...plan,
  choices: rows.map((row, index) => {
    if (!isChosen) return 'skip';
    const isLeft = row.standing.kind === 'same' || row.name === defaultSettingsName;
    return plan.choices[index] !== 'skip' || isLeft ? (plan.choices[index] ?? 'skip') : (choicesFor(row)[1] ?? 'skip');
  }),
});

/** How many sessions would be saved. */
export const chosenCount = ({ choices }: Plan): number => choices.filter((choice) => choice !== 'skip').length;

/** How many of the chosen send no null packets. */
export const quietCount = ({ choices }: Plan, rows: readonly ImportedRow[]): number =>
  rows.filter((row, index) => row.isWithoutKeepalive && choices[index] !== 'skip').length;

export function requestOf({ id, rows, hostKeys }: ImportPreview, plan: Plan): ImportRequest {
  const sessions = rows.flatMap((row, index) => {
    const choice = plan.choices[index] ?? 'skip';
    if (choice === 'skip') return [];
    return [{ index, name: choice === 'rename' ? row.freeName : row.name, replaces: choice === 'replace' }];
  });
  return { id, sessions, hostKeys: plan.hostKeys && hostKeys.added > 0, keepsAlive: plan.keepsAlive };
}
