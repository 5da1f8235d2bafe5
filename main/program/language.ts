import { app } from 'electron';
import { firstSpoken, type LanguageChoice } from '#contract/language/choice.ts';
import { type Language, setLanguage } from '#contract/language/language.ts';
import { openLanguageChoice } from '../profiles/choice.ts';

/** Which language the program speaks, as its user or the system wants it. */
export interface ProgramLanguage {
  readonly choice: () => LanguageChoice;
  readonly spoken: () => Language;
  readonly choose: (choice: LanguageChoice) => void;
}

export interface ProgramLanguageOptions {
  readonly notify: (text: string) => void;
  /** Another language is spoken from now on. */
  readonly onChange: () => void;
}

/** The language is spoken from this call on. */
export function createProgramLanguage({ notify, onChange }: ProgramLanguageOptions): ProgramLanguage {
  const kept = openLanguageChoice(app.getPath('userData'));
  const wanted = () => {
    const choice = kept.current();
    return choice === 'system' ? firstSpoken(app.getPreferredSystemLanguages()) : choice;
  };
  let spoken = wanted();
  setLanguage(spoken);
  return {
    choice: kept.current,
    spoken: () => spoken,
    choose: (choice) => {
      const set = kept.set(choice);
      if (!set.ok) return notify(set.failure.message);
      if (wanted() === spoken) return;
      spoken = wanted();
      setLanguage(spoken);
      onChange();
    },
  };
}
