import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { icnsSizes, icoSizes, makeIcns, makeIco, type Picture } from './containers.ts';

/**
 * Renders assets/icons/icon.svg into the icons of each system, with the machine's Chromium (HOLDFAST_CHROMIUM names
 * another). Run it after a change of the SVG; the results are committed.
 */
const icons = new URL('../../assets/icons/', import.meta.url);

/** freedesktop.org's icon theme sizes. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;

/** Apple's icon grid leaves this part of the edge free on each side; elsewhere icons fill their square. */
const appleMargin = 100 / 1024;

const svg = readFileSync(new URL('icon.svg', icons)).toString('base64');
const browser = await chromium.launch({
  executablePath: process.env.HOLDFAST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  const render = async (size: number, margin: number): Promise<Picture> => {
    await page.setViewportSize({ width: size, height: size });
    const edge = size * margin;
    await page.setContent(
      `<style>body{margin:0}img{display:block;margin:${edge}px;width:${size - 2 * edge}px}</style>` +
        `<img src="data:image/svg+xml;base64,${svg}">`,
    );
    return { size, png: await page.screenshot({ omitBackground: true }) };
  };
  const renderAll = async (sizes: readonly number[], margin: number) => {
    const pictures: Picture[] = [];
    for (const size of sizes) pictures.push(await render(size, margin));
    return pictures;
  };
  writeFileSync(new URL('icon.ico', icons), makeIco(await renderAll(icoSizes, 0)));
  writeFileSync(new URL('icon.icns', icons), makeIcns(await renderAll(icnsSizes, appleMargin)));
  mkdirSync(new URL('linux/', icons), { recursive: true });
  for (const { size, png } of await renderAll(linuxSizes, 0)) {
    writeFileSync(new URL(`linux/${size}x${size}.png`, icons), png);
  }
} finally {
  await browser.close();
}
process.stdout.write(`Icons written to ${fileURLToPath(icons)}\n`);
