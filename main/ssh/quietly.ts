/**
 * Runs a call into ssh2 that may come when the connection is already torn down. It throws then, in ways of its own
 * ("Invalid Zlib instance", freed ciphers); the end of the connection is reported elsewhere.
 */
export function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // nothing is left to do it on
  }
}
