// Opens each page in Chromium and lets axe-core look at it, wide and narrow. Exits with 1 and names each fault and its element.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { look } from './look.js';

const widths = [1280, 360];
const pages = process.argv.slice(2);
if (pages.length === 0) {
  console.error('which pages? paths or addresses');
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let faults = 0;
for (const page of pages) {
  const address = page.includes('://') ? page : pathToFileURL(resolve(page)).href;
  for (const width of widths) {
    const tab = await browser.newPage({ viewport: { width, height: 900 } });
    await tab.goto(address);
    const seen = await look(tab);
    console.log(`${page} at ${width}: ${seen.passes} rules passed, ${seen.faults.length} faults`);
    seen.faults.forEach((fault) => console.log(`  ${fault}`));
    faults += seen.faults.length;
    await tab.close();
  }
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);
