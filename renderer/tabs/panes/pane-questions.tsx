import { SessionPrompt } from '../../connect/session-prompt.tsx';
import type { Services } from '../../window/services.ts';
import type { Pane } from '../../window/state.ts';
import { ZmodemPanel } from '../../zmodem/zmodem-panel.tsx';

interface PaneQuestionsProps {
  readonly bridge: Services['bridge'];
  readonly session: Pane['session'];
  /** Its pane has the keyboard: what is typed into another one never gets into a question that comes up here. */
  readonly isFocused: boolean;
}

/** The question of a transfer in the terminal, if it asks one. */
const zmodemQuestion = ({ zmodem }: Pane['session']): string | null =>
  zmodem === null || !('questionId' in zmodem) ? null : zmodem.questionId;

/** Whether the user is asked something that is to be answered before the session goes on. */
export const isAsked = (session: Pane['session']): boolean =>
  session.prompt !== null || zmodemQuestion(session) !== null;

/** What a session asks its user, over its terminal. */
export function PaneQuestions({ bridge, session, isFocused }: PaneQuestionsProps) {
  const { id, prompt, zmodem } = session;
  // A question's first field takes the keyboard as it comes: so it comes anew with the focus, by its key.
  if (prompt !== null) {
    return (
      <div inert={!isFocused}>
        <SessionPrompt
          key={`${prompt.promptId} ${isFocused}`}
          prompt={prompt.prompt}
          onAnswer={(answer) => void bridge.request('session.answer', { id, promptId: prompt.promptId, answer })}
        />
      </div>
    );
  }
  if (zmodem === null) return null;
  const question = zmodemQuestion(session);
  return (
    <div inert={!isFocused && question !== null}>
      <ZmodemPanel
        key={`${question ?? ''} ${isFocused}`}
        status={zmodem}
        onAnswer={(questionId, answer) => bridge.command('session.answer-zmodem', { id, questionId, answer })}
        onCancel={() => bridge.command('session.cancel-zmodem', { id })}
      />
    </div>
  );
}
