// xterm.js as it comes, with Holdfast's font, size and scrollback. Nothing stands between.
const family = '"JetBrains Mono Variable"';

/** Bytes in one call of `write`: what Holdfast's main process sends at once. */
const pieceBytes = 64 * 1024;

/** As Holdfast chooses: by WebGL where a graphics processor draws it, else by the DOM. `#webgl`: by WebGL in any case. */
const drawsByWebgl = () =>
  location.hash === '#webgl' ||
  document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true }) !== null;

const ready = document.fonts.load(`14px ${family}`).then(() => {
  const options = { cols: 80, rows: 24, scrollback: 10_000, fontSize: 14, fontFamily: family };
  // The line ends that a pty makes (ONLCR), so that each line begins where it does in the other terminals.
  const terminal = new Terminal({ ...options, convertEol: true });
  terminal.open(document.body);
  if (drawsByWebgl()) terminal.loadAddon(new WebglAddon.WebglAddon());
  return terminal;
});

const load = (url) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'arraybuffer';
    request.onload = () => resolve(new Uint8Array(request.response));
    request.onerror = () => reject(new Error(`${url} can't be read.`));
    request.send();
  });

/** Gives how long it takes to read a file that is in memory, ms, to the answer of the query at its end. */
async function play(url) {
  const terminal = await ready;
  const bytes = await load(url);
  const answered = new Promise((resolve) => {
    const listener = terminal.onData(() => {
      listener.dispose();
      resolve();
    });
  });
  const began = performance.now();
  for (let at = 0; at < bytes.length; at += pieceBytes) terminal.write(bytes.subarray(at, at + pieceBytes));
  terminal.write('\u001b[6n');
  await answered;
  return performance.now() - began;
}

Object.assign(window, { play });
