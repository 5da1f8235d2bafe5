import type { SessionId } from '#contract/session/session.ts';
import { activePane, isCovered } from './state.ts';
import type { Shell } from './store.ts';
import { withQuestion } from './transitions.ts';

/** Asks whether a paste that has line ends may be sent. */
export interface PasteQuestions {
  /** Resolves to false also when the question goes away with its tab. */
  readonly ask: (id: SessionId, text: string) => Promise<boolean>;
  readonly accept: () => void;
}

export function createPasteQuestions({ store, update }: Pick<Shell, 'store' | 'update'>): PasteQuestions {
  let accepted = false;
  return {
    ask: (id, text) => {
      const state = store.getState();
      if (isCovered(state) || activePane(state)?.session.id !== id) return Promise.resolve(false);
      const question = { kind: 'paste', id, text } as const;
      accepted = false;
      update((before) => withQuestion(before, question));
      return new Promise((resolve) => {
        const stop = store.subscribe((now) => {
          if (now.question === question) return;
          stop();
          resolve(accepted);
        });
      });
    },
    accept: () => {
      accepted = true;
      update((state) => withQuestion(state, { kind: 'none' }));
    },
  };
}
