import { type FormEvent, useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { defaultSearchSeconds, hostOf, placeOf } from '#contract/session/path.ts';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/dialogs/modal.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { LimitSearchProgress } from './limit-search-progress.tsx';
import type { PathActions } from './path-actions.ts';
import { parseSearchSeconds } from './search-seconds.ts';
import { usePathReport } from './use-path-report.ts';

interface LimitSearchDialogProps {
  readonly paths: PathActions;
  /** How its connections log in, and where. */
  readonly profile: Profile;
  readonly onSet: (keepaliveSeconds: number) => void;
  readonly onClose: () => void;
}

/** Begins a search for a path's limit, or shows the one that runs. Closing it leaves the search alone. */
export function LimitSearchDialog({ paths, profile, onSet, onClose }: LimitSearchDialogProps) {
  const place = placeOf(profile);
  const received = usePathReport(paths, place);
  const [typed, setTyped] = useState(defaultSearchSeconds.join(', '));
  const [refusal, setRefusal] = useState<string | null>(null);
  const search = received?.report.search ?? null;
  const running = search?.state.kind === 'running' ? search.state : null;
  const advice = received?.report.adviceSeconds ?? null;
  const hasFound = search?.state.kind === 'done' && advice !== null;

  const start = async (event: FormEvent) => {
    event.preventDefault();
    const seconds = parseSearchSeconds(typed);
    const started = seconds.ok ? await paths.search({ profile, seconds: seconds.value }) : seconds;
    setRefusal(started.ok ? null : started.failure.message);
  };

  return (
    <Modal title={t('Find the limit of the path to {host}', { host: hostOf(profile) })} onClose={onClose}>
      <div>
        {t(
          'Separate connections log in to {host} and stay silent, each for one of these times. The first that is cut off tells how soon the path forgets. Sessions that are open are left alone.',
          { host: hostOf(profile) },
        )}
      </div>
      {received === null || search === null ? null : (
        <LimitSearchProgress {...received} search={search} onAnswer={(...answer) => paths.answer(place, ...answer)} />
      )}
      {running !== null ? (
        // Anew once a question is answered: who ended it with Enter is at Close then, and not at what comes first.
        <ModalButtons key={running.prompt === null ? 'silent' : 'asking'}>
          <Button onPress={() => paths.cancelSearch(place)}>{t('Cancel Search')}</Button>
          <Button variant="primary" autoFocus={running.prompt === null} onPress={onClose}>
            {t('Close')}
          </Button>
        </ModalButtons>
      ) : (
        <form onSubmit={start} noValidate>
          <TextField
            label={t('Seconds of silence to try')}
            value={typed}
            onChange={setTyped}
            error={refusal}
            autoComplete="off"
            autoFocus
          />
          <ModalButtons>
            {hasFound ? (
              <Button variant="primary" onPress={() => onSet(advice)}>
                {t('Set {seconds} s', { seconds: advice })}
              </Button>
            ) : null}
            <Button type="submit" variant={hasFound ? 'plain' : 'primary'}>
              {t(search === null ? 'Start' : 'Start Again')}
            </Button>
            <Button onPress={onClose}>{t('Close')}</Button>
          </ModalButtons>
        </form>
      )}
    </Modal>
  );
}
