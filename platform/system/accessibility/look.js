// What axe-core finds on a page, as a reader with assistive technology would meet it, in lines to print.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How many rules passed, and a line or more for each fault; one more where the page is wider than its window. */
export async function look(tab) {
  await tab.evaluate(axe);
  const result = await tab.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } }),
    rules,
  );
  const faults = result.violations.map((violation) =>
    [`${violation.id} (${violation.impact}): ${violation.help}`, ...violation.nodes.map((node) => `  ${node.target.join(' ')}`)].join('\n    '),
  );
  const wider = await tab.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
  if (wider > 0) faults.push(`the page is ${wider} pixels wider than the window: it has to be scrolled sideways`);
  return { passes: result.passes.length, faults };
}
