import { type LanguageChoice, languageChoices, languageNames } from '#contract/language/choice.ts';
import { t } from '#contract/language/language.ts';
import { actionLabels, type MenuAction, menuActions } from '#contract/menu.ts';
import type { SavedSession } from '#contract/profile/profile.ts';
import type { Category } from '#contract/settings/definition.ts';
import { type SettingKey, settingOf, settingsTable } from '#contract/settings/settings-table.ts';
import type { Side } from '#contract/tabs/layout.ts';
import type { TabId } from '#contract/tabs/tab.ts';
import type { Panel } from '../settings/panels.ts';
import { isOfPanes } from '../tabs/panes/pane-actions.ts';
import type { Pick } from './pick-dialog.tsx';

/** What the command palette can do. */
export type Command = Pick &
  (
    | { readonly kind: 'action'; readonly action: MenuAction }
    /** Brings a tab of this window to the front. */
    | { readonly kind: 'tab'; readonly tab: TabId }
    /** Puts its panes beside the one that has the keyboard. */
    | { readonly kind: 'join'; readonly tab: TabId }
    /** A text of the tab in front that is typed. */
    | { readonly kind: 'snippet'; readonly name: string }
    /** A panel of the settings of the tab in front. */
    | { readonly kind: 'panel'; readonly category: Category }
  );

type SimpleKind = (typeof menuActions)[number];

/** What makes sense where no tab is open. The palette is no command of its own. */
const withoutTab: ReadonlySet<SimpleKind> = new Set([
  'quick-connect',
  'import-sessions',
  'export-sessions',
  'reopen-tab',
  'full-screen',
  'dismiss-notices',
  'keyboard-shortcuts',
  'about',
]);

/** What the window has for the palette. */
export interface PaletteContents {
  readonly saved: readonly SavedSession[];
  /** Those of a session that runs. */
  readonly panels: readonly Panel[];
  /** The tab in front, and the names of the snippets of its pane; null where no tab is open. */
  readonly front: { readonly isSplit: boolean; readonly snippets: readonly string[] } | null;
  /** Tabs that are not in front. */
  readonly otherTabs: readonly { readonly id: TabId; readonly name: string }[];
}

/** Every menu action, then the other tabs, the snippets, the saved sessions, the settings' panels and the settings. */
export function commandsOf({ saved, panels, front, otherTabs }: PaletteContents): readonly Command[] {
  const hasTab = front !== null;
  const kinds = menuActions.filter(
    (kind) =>
      kind !== 'command-palette' &&
      (hasTab || withoutTab.has(kind)) &&
      (front?.isSplit === true || !isOfPanes({ kind })),
  );
  return [
    ...kinds.map(
      (kind): Command => ({
        id: kind,
        kind: 'action',
        label: t(actionLabels[kind]),
        hint: '',
        action: { kind } as MenuAction,
      }),
    ),
    ...otherTabs.flatMap(({ id, name }): readonly Command[] => [
      { id: `tab:${id}`, kind: 'tab', label: t('Go to {name}', { name }), hint: t('tab'), tab: id },
      { id: `join:${id}`, kind: 'join', label: t('Bring {name} into This Tab', { name }), hint: t('pane'), tab: id },
    ]),
    ...languageChoices.map(languageCommand),
    ...(front?.snippets ?? []).map(
      (name): Command => ({
        id: `snippet:${name}`,
        kind: 'snippet',
        label: t('Type {name}', { name }),
        hint: t('snippet'),
        name,
      }),
    ),
    ...saved.map(
      ({ name, folder }): Command => ({
        id: `saved:${name}`,
        kind: 'action',
        label: t('Open {name}', { name }),
        hint: folder === '' ? t('saved session') : folder,
        action: { kind: 'open-saved', name },
      }),
    ),
    ...(hasTab ? saved : []).flatMap(({ name }) => sides.map((side) => besideCommand(name, side))),
    ...(hasTab ? settingsTable.colour.choices : []).map(
      ({ value, label }): Command => ({
        id: `colour:${value}`,
        kind: 'action',
        label: t('Tab Colour: {colour}', { colour: t(label) }),
        hint: '',
        action: { kind: 'tab-colour', colour: value },
      }),
    ),
    ...(hasTab ? panels : []).map(
      ({ category }): Command => ({
        id: `panel:${category}`,
        kind: 'panel',
        label: t('Settings: {panel}', { panel: pathOf(category) }),
        hint: t('panel'),
        category,
      }),
    ),
    ...(hasTab ? panels : []).flatMap(({ groups }) => groups.flatMap(({ keys }) => keys.map(settingCommand))),
  ];
}

const pathOf = (category: Category): string =>
  category
    .split('/')
    .map((part) => t(part))
    .join(' › ');

/** Shows the panel that a setting is in. */
const settingCommand = (key: SettingKey): Command => {
  const { label, category } = settingOf(key);
  return { id: `setting:${key}`, kind: 'panel', label: t(label), hint: pathOf(category), category };
};

const languageCommand = (choice: LanguageChoice): Command => ({
  id: `language:${choice}`,
  kind: 'action',
  label: t('Language: {language}', {
    language: choice === 'system' ? t('Language of the System') : languageNames[choice],
  }),
  hint: '',
  action: { kind: 'language', choice },
});

const sides = ['right', 'below'] as const satisfies readonly Side[];

const besideLabels: Readonly<Record<Side, (name: string) => string>> = {
  right: (name) => t('Open {name} at the Right', { name }),
  below: (name) => t('Open {name} Below', { name }),
};

const besideCommand = (name: string, side: Side): Command => ({
  id: `${side}:${name}`,
  kind: 'action',
  label: besideLabels[side](name),
  hint: t('pane'),
  action: { kind: 'open-saved', name, side },
});
