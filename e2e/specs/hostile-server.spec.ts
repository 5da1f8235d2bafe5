import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { acceptHostKey, answerPrompt, promptOf } from '../steps/prompts.ts';
import type { ScriptedShell } from '../steps/scripted-server.ts';
import { duplicateSession, expectTyped, hostArguments, printed, test } from '../steps/scripted-test.ts';
import { endedPanel } from '../steps/tabs.ts';
import { expectTerminal, showTab, terminalText, typeKeys } from '../steps/terminal.ts';
import { expect } from './harness/test.ts';

/** Tries to set the title, clear the screen, reorder and hide text. */
const hostile = (text: string) => `\u001b]0;evil\u0007\u001b[2J\u009b31m${text}\u202e\u200b\u0008`;
/** What may be left of it: visible characters. */
const harmless = (text: string) => `]0;evil[2J31m${text}`;

const uint32 = (value: number) => Buffer.from([24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff));
const sshString = (text: string) => Buffer.concat([uint32(Buffer.byteLength(text)), Buffer.from(text)]);

/** Numbers of RFC 4250, 4.1. */
const message = { disconnect: 1, globalRequest: 80, channelData: 94, channelRequest: 98 } as const;
const packet = (type: number, ...parts: readonly Uint8Array[]) => Buffer.concat([Buffer.from([type]), ...parts]);

const breaksProtocol = '127.0.0.1 sent something that breaks the SSH protocol; the connection was closed.';
const lastTab = (page: Page) => page.getByRole('tab').last();

test('ends the one session whose server breaks the protocol, with a sentence', async ({ session, server }) => {
  const { app, shell: steady } = session;
  const attacks: Record<string, readonly [(shell: ScriptedShell) => void, string]> = {
    'data longer than its packet': [
      (shell) => shell.sendPacket(packet(message.channelData, uint32(0), uint32(0xffff_fff0), Buffer.from('x'))),
      breaksProtocol,
    ],
    'rubbish on the wire': [(shell) => shell.sendRubbish(randomBytes(100_000)), breaksProtocol],
    'a goodbye with escape sequences': [
      (shell) => shell.sendPacket(packet(message.disconnect, uint32(2), sshString(hostile('bye')), sshString(''))),
      `127.0.0.1 ended the connection: "${harmless('bye')}"`,
    ],
    'a flood beyond its window': [
      (shell) => {
        shell.ignoreWindow();
        void shell.write(Buffer.alloc(64 * 1024 * 1024, 'flood\r\n'));
      },
      '127.0.0.1 sent more data than SSH allows; the connection was closed.',
    ],
  };
  for (const [index, [what, [attack, sentence]]] of Object.entries(attacks).entries()) {
    const shell = await duplicateSession(app, server, index + 1);
    attack(shell);
    await expect(endedPanel(app.page), what).toContainText(sentence);
    await expect(lastTab(app.page)).toHaveAccessibleName(/Connection lost/);
  }
  await showTab(app.page, 0);
  await expect(endedPanel(app.page)).toBeHidden();
  await typeKeys(app.page, 'alive');
  await expectTyped(steady, 'alive');
  await printed(steady, 'as ever');
  await expectTerminal(app, 'as ever');
});

test('goes on where a server sends what nobody asked for', async ({ session }) => {
  const { shell } = session;
  const odd = [
    packet(200, randomBytes(100)),
    packet(message.globalRequest, sshString('no@such.example'), Buffer.from([0]), randomBytes(20)),
    packet(message.channelRequest, uint32(0), sshString('no@such.example'), Buffer.from([0]), randomBytes(20)),
  ];
  for (const payload of odd) shell.sendPacket(payload);
  expect(await printed(shell, 'still here')).toBe('');
});

test('shows hostile notices and questions as harmless text, in a window of the program', async ({ lab, launch }) => {
  const server = await lab.demo({
    methods: ['keyboard-interactive'],
    banner: hostile('banner'),
    rounds: [
      {
        title: hostile('title'),
        instructions: hostile('instructions'),
        questions: [{ text: hostile('Code'), echo: false }],
      },
    ],
  });
  const app = await launch({ args: hostArguments(server.port) });
  await acceptHostKey(app.page);
  const prompt = promptOf(app.page);
  await expect(prompt.getByRole('heading', { name: 'Log in to 127.0.0.1' })).toBeVisible();
  for (const text of ['banner', 'title', 'instructions', 'Code']) await expect(prompt).toContainText(harmless(text));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(await prompt.innerText()).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202e]/);
  await expect(app.page).not.toHaveTitle(/evil/);
  await answerPrompt(app.page, harmless('Code'), 'secret');
  await expectTerminal(app, 'demo$');
  expect(await terminalText(app)).not.toContain('banner');
});

test('lets no printed text pass for a question of the program', async ({ session }) => {
  const { app, shell } = session;
  const forged =
    'Log in to 127.0.0.1\r\n\r\n  Password of demo\r\n  [                    ]\r\n\r\n  [ Log in ]  [ Cancel ]';
  await printed(shell, `\u001b[2J\u001b[8;20H${forged}\r\ndemo@127.0.0.1's password: `);
  await expectTerminal(app, 'Password of demo');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await expect(app.page.getByRole('heading')).toHaveCount(0);
  await expect(app.page.getByLabel(/password/i)).toHaveCount(0);
  // The program's own questions cover the terminal and take the keyboard; here it is still the terminal's.
  await expect(app.page.locator('.terminal-place')).not.toHaveAttribute('inert');
});
