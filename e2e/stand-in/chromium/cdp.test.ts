import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { CdpPipe } from './cdp.ts';

it('what is asked of a Chromium that has gone is refused, as what it has not answered is', async () => {
  const output = new PassThrough();
  const { browser } = new CdpPipe(new PassThrough(), output);
  const before = browser.send('Browser.getVersion');
  output.destroy();
  await expect(before).rejects.toThrow('Chromium has gone');
  await expect(browser.send('Browser.getVersion')).rejects.toThrow('Chromium has gone');
});
