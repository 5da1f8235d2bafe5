import { ChevronUp } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import { checkSetting } from '#contract/profile/validate.ts';
import { settingsTable } from '#contract/settings/settings-table.ts';
import { Button } from '../ui/button.tsx';
import { IntegerField } from '../ui/fields/integer-field.tsx';
import type { KeepaliveChange } from '../window/actions/keepalive-change.ts';
import styles from './keepalive-control.module.css';
import type { NullPacketWords } from './keepalive-words.ts';
import { Reserved } from './reserved.tsx';
import { SaveToo } from './save-too.tsx';

interface KeepaliveControlProps {
  /** What the null packets are doing now. */
  readonly words: NullPacketWords;
  /** The words at their longest. */
  readonly longest: NullPacketWords;
  readonly seconds: number;
  /** The profile says that this server can't take null packets. */
  readonly isSuppressed: boolean;
  /** The saved session that can have the change too; null if there is none. */
  readonly savedName: string | null;
  /** Resolves to why it was refused, or null. */
  readonly onApply: (change: KeepaliveChange) => Promise<string | null>;
}

/** Says what the null packets do; pressed, it lets the user change their interval on the running session. */
export function KeepaliveControl({ words, longest, ...form }: KeepaliveControlProps) {
  return (
    <DialogTrigger>
      {/* The keyboard stays with the terminal, and goes back to it when the popover closes. */}
      <AriaButton
        className={styles.words ?? ''}
        preventFocusOnPress
        aria-label={t('{words}. Change keepalives', { words: `${words.sent}${words.next}` })}
      >
        <span className={styles.parts}>
          <Reserved words={words.sent} />
          <Reserved words={words.next} longest={longest.next} />
        </span>
        <ChevronUp aria-hidden="true" size={12} />
      </AriaButton>
      <Popover placement="top start" className={styles.popover ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('Keepalives of this session')}>
          {({ close }) => <KeepaliveForm {...form} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type FormProps = Omit<KeepaliveControlProps, 'words' | 'longest'> & { readonly onDone: () => void };

function KeepaliveForm({ seconds, isSuppressed, savedName, onApply, onDone }: FormProps) {
  const [text, setText] = useState(String(seconds));
  const [isSaved, setSaved] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    const checked = checkSetting('keepaliveSeconds', wanted);
    const refused = checked.ok ? await onApply({ seconds: wanted, isSaved }) : checked.failure.message;
    setRefusal(refused);
    if (refused === null) onDone();
  };

  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <IntegerField
        label={t(settingsTable.keepaliveSeconds.label)}
        value={text}
        onChange={setText}
        error={refusal}
        note={isSuppressed ? t('None is sent: this server chokes on ignore messages.') : undefined}
        autoFocus
      />
      <SaveToo name={savedName} isSelected={isSaved} onChange={setSaved} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary">
          {t('Apply')}
        </Button>
        <Button onPress={onDone}>{t('Cancel')}</Button>
      </div>
    </form>
  );
}
