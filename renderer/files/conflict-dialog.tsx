import { useState } from 'react';
import type { ConflictChoice, ConflictQuestion, FileFacts } from '#contract/files/files.ts';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalButtons } from '../ui/dialogs/modal.tsx';
import { Checkbox } from '../ui/fields/checkbox.tsx';
import { sizeWords, timeWords } from './file-words.ts';
import styles from './files-panel.module.css';

interface ConflictDialogProps {
  readonly question: ConflictQuestion;
  readonly onAnswer: (choice: ConflictChoice, forAll: boolean) => void;
}

/**
 * A file of the name is there already. Escape leaves it out. The window stays from one question to the next: one that took
 * the place of another would give the focus back to what has gone with that.
 */
export function ConflictDialog({ question, onAnswer }: ConflictDialogProps) {
  return (
    <Modal title={t('Overwrite this file?')} role="alertdialog" onClose={() => onAnswer('skip', false)}>
      <Conflict key={question.questionId} question={question} onAnswer={onAnswer} />
    </Modal>
  );
}

function Conflict({ question, onAnswer }: ConflictDialogProps) {
  const [forAll, setForAll] = useState(false);
  return (
    <>
      <p className={styles.question}>{t('{name} is there already.', { name: question.name })}</p>
      <table className={styles.versions}>
        <tbody>
          <Version label={t('There')} facts={question.to} />
          <Version label={t('To be written')} facts={question.from} />
        </tbody>
      </table>
      <Checkbox label={t('Do the same for all that are there already')} isSelected={forAll} onChange={setForAll} />
      <ModalButtons>
        <Button variant="danger" onPress={() => onAnswer('overwrite', forAll)}>
          {t('Overwrite')}
        </Button>
        <Button onPress={() => onAnswer('rename', forAll)}>{t('Keep Both')}</Button>
        <Button autoFocus onPress={() => onAnswer('skip', forAll)}>
          {t('Skip')}
        </Button>
      </ModalButtons>
    </>
  );
}

const Version = ({ label, facts }: { readonly label: string; readonly facts: FileFacts }) => (
  <tr>
    <th scope="row">{label}</th>
    <td>{sizeWords(facts.size)}</td>
    <td>{timeWords(facts.modifiedAt)}</td>
  </tr>
);
