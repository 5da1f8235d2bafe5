import { useRef, useState } from 'react';
import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { ImportFrom, ImportOutcome, ImportPreview } from '#contract/saved/import.ts';
import { failureMessage, type PaneMessage } from '../ui/dialogs/dialog-pane.tsx';
import { Modal } from '../ui/dialogs/modal.tsx';
import type { ImportActions } from './import-actions.ts';
import { ImportDone } from './import-done.tsx';
import { type Plan, requestOf } from './import-plan.ts';
import { ImportPreviewPane } from './import-preview.tsx';
import { ImportSources } from './import-sources.tsx';

interface ImportDialogProps {
  readonly actions: ImportActions;
  readonly onClose: () => void;
}

type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'previewing'; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly outcome: ImportOutcome };

/** Brings sessions from other programs: what is found is shown first, and nothing is saved before the user says so. */
export function ImportDialog({ actions, onClose }: ImportDialogProps) {
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const [message, setMessage] = useState<PaneMessage | null>(null);
  /** Not shown: a button that is disabled loses the keyboard. */
  const isBusy = useRef(false);

  const begin = (words: string) => {
    if (isBusy.current) return false;
    setMessage({ text: words, isFailure: false });
    isBusy.current = true;
    return true;
  };
  const tell = (failure: Failure) => setMessage(failureMessage(failure));
  const read = async (from: ImportFrom) => {
    if (!begin(from.kind === 'file' ? '' : t('Reading the sessions…'))) return;
    const result = await actions.read(from);
    isBusy.current = false;
    setMessage(null);
    if (!result.ok) tell(result.failure);
    else if (result.value !== null) setStep({ kind: 'previewing', preview: result.value });
  };
  const apply = async (preview: ImportPreview, plan: Plan) => {
    if (!begin(t('Importing…'))) return;
    const result = await actions.apply(requestOf(preview, plan));
    isBusy.current = false;
    if (result.ok) setStep({ kind: 'done', outcome: result.value });
    else tell(result.failure);
  };
  const goBack = () => {
    setMessage(null);
    setStep({ kind: 'choosing' });
  };

  const common = { message, onClose };
  return (
    <Modal title={t('Import sessions')} size="large" onClose={onClose}>
      {step.kind === 'choosing' ? (
        <ImportSources {...common} actions={actions} onRead={(from) => void read(from)} />
      ) : null}
      {step.kind === 'previewing' ? (
        <ImportPreviewPane
          {...common}
          preview={step.preview}
          onBack={goBack}
          onImport={(plan) => void apply(step.preview, plan)}
        />
      ) : null}
      {step.kind === 'done' ? <ImportDone outcome={step.outcome} onClose={onClose} /> : null}
    </Modal>
  );
}
