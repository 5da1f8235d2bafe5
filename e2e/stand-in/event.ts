/** The event object of Electron's cancellable events. */
export interface StandInEvent {
  defaultPrevented: boolean;
  readonly preventDefault: () => void;
}

export function createEvent(): StandInEvent {
  const event: StandInEvent = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
