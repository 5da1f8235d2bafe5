import { Cloud, Database, FlaskConical, House, type LucideIcon, Router, Server, Shield, Star } from 'lucide-react';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import styles from './badge.module.css';

type Mark = Pick<Profile, 'colour' | 'icon'>;

const icons: Readonly<Record<Exclude<Profile['icon'], 'none'>, LucideIcon>> = {
  server: Server,
  database: Database,
  cloud: Cloud,
  router: Router,
  shield: Shield,
  flask: FlaskConical,
  house: House,
  star: Star,
};

/** The stripe and the icon that a user gave a session; nothing where none was given. {@link badgeWords} says the same. */
export function Badge({ colour, icon }: Mark) {
  const Icon = icon === 'none' ? null : icons[icon];
  return (
    <>
      {colour === 'none' ? null : <span className={styles.stripe} data-colour={colour} aria-hidden />}
      {Icon === null ? null : <Icon className={styles.icon} aria-hidden />}
    </>
  );
}

/** The colour and the icon in words, such as "red, server"; empty where there is neither. */
export function badgeWords({ colour, icon }: Mark): string {
  const chosen = [labelOf('colour', colour), labelOf('icon', icon)].filter((label) => label !== null);
  return chosen.join(', ').toLowerCase();
}

const labelOf = (key: 'colour' | 'icon', value: string): string | null =>
  value === 'none' ? null : t(settingsTable[key].choices.find((choice) => choice.value === value)?.label ?? '');
