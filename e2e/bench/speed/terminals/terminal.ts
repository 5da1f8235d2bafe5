import type { Desk } from '../desk/desk.ts';
import type { Player, Players } from '../player/players.ts';

/** A terminal on a desk of its own, with a session to the players' server. */
export interface Terminal {
  readonly desk: Desk;
  readonly player: Player;
  readonly stop: () => Promise<void>;
}

/** Starts one; resolves once its session is there. */
export type StartTerminal = (players: Players) => Promise<Terminal>;

/** Cells of each. */
export const size = { columns: 80, rows: 24 } as const;
