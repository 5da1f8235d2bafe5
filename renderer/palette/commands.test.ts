import { describe, expect, it } from 'vitest';
import { commandsOf } from './commands.ts';

const nothing = { saved: [], panels: [], front: null, otherTabs: [] };
const labels = (front: Parameters<typeof commandsOf>[0]['front']) =>
  commandsOf({ ...nothing, front }).map(({ label }) => label);

describe('the commands', () => {
  it('that are of a tab are there with one alone, and those of its panes where it has several', () => {
    expect(labels(null)).not.toContain('Close Tab');
    const single = labels({ isSplit: false, snippets: ['uptime'] });
    expect(single).toEqual(expect.arrayContaining(['Close Tab', 'Split Right', 'Type uptime']));
    expect(single).not.toContain('Move Pane to Its Own Tab');
    expect(single).not.toContain('Zoom Pane');
    const split = labels({ isSplit: true, snippets: [] });
    expect(split).toEqual(expect.arrayContaining(['Move Pane to Its Own Tab', 'Zoom Pane', 'Focus the Pane Above']));
  });

  it('dismiss notices wherever there may be some', () => {
    expect(labels(null)).toContain('Dismiss Notices');
  });
});
