import type { ZmodemAnswer } from '#contract/files/zmodem.ts';
import { t } from '#contract/language/language.ts';
import { PromptFrame } from '../connect/prompt-frame.tsx';
import { Button } from '../ui/button.tsx';

interface WantedPromptProps {
  readonly host: string;
  readonly onAnswer: (answer: ZmodemAnswer) => void;
}

/** `rz` waits for files. Enter leads to the system's dialog, which sends nothing by itself. */
export function WantedPrompt({ host, onAnswer }: WantedPromptProps) {
  const refuse = () => onAnswer('refuse');
  const choose = () => onAnswer('choose');
  return (
    <PromptFrame
      title={t('Send files to {host}?', { host })}
      onSubmit={choose}
      onCancel={refuse}
      buttons={
        <>
          <Button onPress={() => onAnswer('never')}>{t("Don't Ask Again")}</Button>
          <Button onPress={refuse}>{t('Refuse')}</Button>
          <Button variant="primary" autoFocus onPress={choose}>
            {t('Choose Files…')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          'A program at the server, as a rule rz, waits for files by Zmodem. Choose them, or drop them here: they go to the folder that it runs in.',
        )}
      </p>
    </PromptFrame>
  );
}
