/** What looks like a user's text and is none, by the file or folder that it stands in: all of it, or these texts. */
export const notForUsers: Readonly<Record<string, 'all' | readonly string[]>> = {
  // For the Event Log.
  'main/session/connection-sentences.ts': [
    'The server has sent nothing for {}: stalled.',
    "This server sends, but is known to answer no alive check (since {}): unanswered ones don't count.",
    'Keepalives are off: the server is said to choke on ignore messages.',
    'Keepalives are off.',
    ' (Choose for me)',
    'Null packets are sent after {} s without typing{}.',
    'The session was ended by signal {}.',
    'The session ended.',
    'The session ended with exit status {}.',
    'The session was open when the program ended.',
  ],
  'main/session/reconnect/reconnection.ts': ['once this computer has a network', 'in {} s'],
  'main/session/prompts/saved-secrets.ts': 'all',
  'main/session/endings.ts': ['Of an earlier connection: {}'],
  'main/zmodem/zmodem.ts': 'all',
  'main/logs/destination.ts': ['{} Holdfast log {} {}\n'],
  'main/logs/file/lost-mark.ts': 'all',
  'main/logs/packets/': 'all',
  'main/logs/session-log.ts': 'all',
  'main/ssh/forwards/local-forward.ts': 'all',
  'main/ssh/forwards/remote-forward.ts': 'all',
  'main/ssh/forwards/x11-forward.ts': 'all',
  'main/ssh/handshake/negotiated.ts': 'all',
  'main/ssh/host-keys/announced-keys.ts': 'all',
  'main/ssh/host-keys/host-key-question.ts': 'all',
  'main/ssh/keys/user-certificate.ts': [
    'any user',
    'Certificate "{}", serial {}, for {}, signed by {}, {}.',
    'valid {}without end',
    'valid {}to {}',
  ],
  'main/ssh/login/login-keys.ts': [', with SHA-1, which is weak'],
  'main/ssh/session-channel/program.ts': [
    'Sent {} environment {}.',
    'The server did not take these (its AcceptEnv): {}.',
  ],
  // For standard error.
  'main/program/own-faults.ts': ['A fault of this program was not caught: {}\n'],
  // Suffixes of file names, a format, and what nobody sees.
  'main/files/edit-name.ts': 'all',
  'main/ipc/log-routes.ts': ['JSON Lines'],
  'main/ipc/schemas/tab-schemas.ts': ['This is not a tab.'],
  // What --help prints.
  'main/command-line/options.ts': 'all',
  'main/command-line/usage.ts': 'all',
  // Folders of the systems.
  'main/cli/user-data.ts': 'all',
  // What is told to nobody, or for the Event Log.
  'main/ssh/jump/hop.ts': ['The connection was cancelled.'],
  'main/ssh/forwards/forward-failures.ts': ['no reason'],
  'main/ssh/host-keys/known-hosts-file.ts': ['unknown error'],
  // Roles that the question translates, events of ssh2, and what the client calls itself.
  'main/ssh/handshake/weak-algorithms.ts': ['key exchange', 'host key'],
  'main/ssh/connection/connection.ts': ['Holdfast'],
  'main/ssh/connection/login-dialogue.ts': ['change password', 'Logged in as {}{}.'],
  'main/ssh/forwards/server-place.ts': ['tcp connection', 'unix connection'],
  'main/ssh/keys/ppk-file.ts': ['Encryption', 'Comment'],
  // What files of keys and protocols hold.
  'main/ssh/keys/ppk.ts': 'all',
  'main/ssh/keys/private-key.ts': 'all',
  'main/ssh/proxy/http-connect.ts': 'all',
  // What logs and programs print, in English.
  'app/contract/highlights/built-in-highlights.ts': 'all',
  // The program's name.
  'main/command-line/ask-about-link.ts': ['Holdfast'],
  'main/windows/': ['Holdfast'],
  // Languages name themselves.
  'app/contract/language/choice.ts': ['English'],
  'app/contract/language/english-singulars.ts': 'all',
  // Keys of other programs' settings and of their colours, and a folder of Windows.
  'main/import/colours/iterm.ts': 'all',
  'main/import/colours/windows-terminal.ts': 'all',
  'main/import/places.ts': ['Documents'],
  'main/import/putty/font.ts': ['Font'],
  'main/import/putty/homeless.ts': ['Present'],
  'main/import/putty/sessions.ts': ['Protocol'],
  'main/import/putty/specials.ts': ['Environment', 'Font'],
  'main/import/read-bytes.ts': ['Protocol'],
  // The program's name, after which its settings without a host are called, and a section of its file.
  'main/import/tera-term/sessions.ts': ['Tera Term', 'tera term'],
  // What the browser calls them in what is dragged.
  'renderer/ui/use-drop-target.ts': ['Files'],
  // CSS's names of colours.
  'renderer/colours/system-colours.ts': ['Canvas', 'Highlight'],
  // What navigator.platform says.
  'renderer/ui/access-keys.tsx': ['Mac'],
  'renderer/terminal/drawing/fonts.ts': 'all',
  // What it is saved under; the list of sessions translates it.
  'app/contract/profile/profile.ts': ['Default Settings'],
  // Names of categories, and of programs.
  'renderer/settings/form/form.ts': ['Session'],
  'renderer/settings/panel-view.tsx': ['Connection', 'Connection/Alive checks'],
  'renderer/settings/fields/help-text.ts': ['Tera Term'],
  'renderer/settings/auth/saved-secrets.tsx': ['Windows (DPAPI)', 'Keychain', 'GNOME Keyring'],
  'renderer/window/follow-main.ts': ['Holdfast'],
  // For the Event Log.
  'main/ssh-config/configured-sessions.ts': ['The settings of {} come from the ssh_config files.'],
  // Keywords of ssh_config.
  'main/ssh-config/keywords.ts': 'all',
  // Keys and systems are called so everywhere.
  'app/contract/keys/key-names.ts': 'all',
  'app/contract/keys/key-presets.ts': ['Windows', 'Linux'],
  'renderer/keys/keys-dialog.tsx': ['AltGraph'],
  // HTML and RTF.
  'renderer/terminal/clipboard/rich-text.ts': 'all',
  'renderer/terminal/keyboard/': 'all',
};

/** Settings whose choices are names of things, the same in every language: colour schemes, character sets, algorithms. */
export const namesOfThings: ReadonlySet<string> = new Set([]);
