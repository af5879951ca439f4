// Opens each page in Chromium and lets axe-core look at it, as a reader with assistive technology would meet it:
// wide and narrow. Exits with 1 and names each fault and its element.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
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
    await tab.evaluate(axe);
    const result = await tab.evaluate(
      (tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } }),
      rules,
    );
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth > globalThis.innerWidth);
    console.log(`${page} at ${width}: ${result.passes.length} rules passed, ${result.violations.length} violated`);
    for (const violation of result.violations) {
      faults += 1;
      console.log(`  ${violation.id} (${violation.impact}): ${violation.help}`);
      violation.nodes.forEach((node) => console.log(`    ${node.target.join(' ')}`));
    }
    if (overflow) {
      faults += 1;
      console.log('  the page is wider than the window: it has to be scrolled sideways');
    }
    await tab.close();
  }
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);
