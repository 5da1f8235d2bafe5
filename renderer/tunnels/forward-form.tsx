import { type KeyboardEvent, useRef, useState } from 'react';
import type { Forward } from '#contract/forwards/forward.ts';
import { parseTypedForward, puttyText, type TypedForward } from '#contract/forwards/forward-notation.ts';
import { clashingForward } from '#contract/forwards/validate-forwards.ts';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/fields/radio-group.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import styles from './forward-form.module.css';
import { kindWords } from './tunnel-words.ts';

interface ForwardFormProps {
  /** Those that are there already: two cannot listen at the same place. */
  readonly forwards: readonly Forward[];
  readonly onAdd: (forward: Forward) => void;
}

type Problem = { readonly field: 'source' | 'destination'; readonly message: string } | null;

const blank: TypedForward = { kind: 'local', family: 'auto', source: '', destination: '' };

/** PuTTY's "Add new forwarded port". Enter in a field adds, so that nothing typed is lost with the dialog. */
export function ForwardForm({ forwards, onAdd }: ForwardFormProps) {
  const [typed, setTyped] = useState(blank);
  const [problem, setProblem] = useState<Problem>(null);
  const form = useRef<HTMLDivElement>(null);
  const isDynamic = typed.kind === 'dynamic' || typed.kind === 'remote-dynamic';
  const change = (part: Partial<TypedForward>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblem(null);
  };

  const add = () => {
    const outcome = readForward(isDynamic ? { ...typed, destination: '' } : typed, forwards);
    if ('field' in outcome) return setProblem(outcome);
    onAdd(outcome);
    change({ source: '', destination: '' });
    form.current?.querySelector('input')?.focus(); // for the next one
  };
  const addByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (typed.source === '' && typed.destination === '')) return;
    event.preventDefault();
    add();
  };
  const isBegun = typed.source !== '' || typed.destination !== '';
  const errorOf = (field: 'source' | 'destination') => (problem?.field === field ? problem.message : null);

  return (
    <div ref={form} className={styles.form}>
      <TextField
        label={t('Source port')}
        layout="split"
        autoComplete="off"
        value={typed.source}
        onChange={(source) => change({ source })}
        onKeyDown={addByEnter}
        error={errorOf('source')}
        note={t('8080, 127.0.0.1:8080, or the path of a socket')}
      />
      <TextField
        label={t('Destination')}
        layout="split"
        autoComplete="off"
        isDisabled={isDynamic}
        value={isDynamic ? '' : typed.destination}
        onChange={(destination) => change({ destination })}
        onKeyDown={addByEnter}
        error={errorOf('destination')}
        note={destinationNote(isDynamic, isBegun)}
        action={<Button onPress={add}>{t('Add')}</Button>}
      />
      <RadioGroup
        label={t('Kind')}
        hideLabel
        options={kinds()}
        value={typed.kind}
        onChange={(kind) => change({ kind: kind as TypedForward['kind'] })}
      />
      <RadioGroup
        label={t('Protocol version to listen on')}
        hideLabel
        options={families()}
        value={typed.family}
        onChange={(family) => change({ family: family as TypedForward['family'] })}
      />
    </div>
  );
}

const kinds = () => Object.entries(kindWords).map(([value, label]) => ({ value, label: t(label) }));

const families = () => [
  { value: 'auto', label: t('Auto') },
  { value: 'ipv4', label: t('IPv4') },
  { value: 'ipv6', label: t('IPv6') },
];

function destinationNote(isDynamic: boolean, isBegun: boolean): string {
  if (isBegun) return t('Press Add to put it on the list.');
  return t(isDynamic ? 'A SOCKS proxy: whoever connects names the destination' : 'host:port, or the path of a socket');
}

function readForward(typed: TypedForward, forwards: readonly Forward[]): Forward | NonNullable<Problem> {
  const read = parseTypedForward(typed);
  if (!read.ok) {
    const { field, message } = read.failure;
    return { field: field === 'destination' ? 'destination' : 'source', message };
  }
  const clash = clashingForward(forwards, read.value);
  return clash === null
    ? read.value
    : { field: 'source', message: t('{forward} listens there already.', { forward: puttyText(clash) }) };
}
