// Uses the portal as a reader would, in Chromium: every page without a word of complaint from its own security policy, and on
// the API page signs in as a known identity and tries an operation. Exits with 1 and says what went wrong.
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://127.0.0.1:8080';
const identity = process.argv[3] ?? 'programme-officer';
const faults = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

async function open(path) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  tab.on('console', (message) => message.type() === 'error' && faults.push(`${path}: ${message.text()}`));
  tab.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
  tab.on('request', (request) => {
    const host = new URL(request.url()).hostname;
    if (!['127.0.0.1', 'localhost', new URL(base).hostname].includes(host) && !request.url().startsWith('data:')) {
      faults.push(`${path}: asks ${request.url()}`);
    }
  });
  const answer = await tab.goto(base + path, { waitUntil: 'networkidle' });
  if (!answer.ok()) faults.push(`${path}: status ${answer.status()}`);
  return tab;
}

for (const path of ['/', '/event-types', '/problems']) {
  const tab = await open(path);
  console.log(`${path}: ${await tab.title()}`);
  await tab.close();
}

const tab = await open('/docs');
await tab.locator('.opblock').first().waitFor();
console.log(`/docs: ${await tab.locator('.opblock').count()} operations`);
await tab.locator('button.authorize').first().click();
const dialog = tab.locator('.auth-container', { has: tab.locator('#client_id_clientCredentials, input[name=client_id], #client_id') });
await dialog.locator('input').nth(0).fill(identity);
await dialog.locator('input').nth(1).fill('dev-secret');
await dialog.locator('button.authorize').click();
await tab.locator('.auth-container button', { hasText: 'Logout' }).first().waitFor({ timeout: 10_000 });
await tab.locator('.btn-done').first().click();
console.log(`/docs: signed in as ${identity}`);

const me = tab.locator('.opblock', { has: tab.locator('[data-path="/v1/me"]') });
await me.locator('.opblock-summary-control').click();
await me.locator('.try-out__btn').click();
await me.locator('.execute').click();
const status = me.locator('.live-responses-table .response-col_status').last();
await status.waitFor();
const body = await me.locator('.live-responses-table .highlight-code, .live-responses-table .microlight').first().innerText();
console.log(`/docs: GET /v1/me answers ${(await status.innerText()).trim()}`);
if (!body.includes(identity)) faults.push('/docs: GET /v1/me does not know the reader');
if (process.env.SCREENSHOTS) await tab.screenshot({ path: `${process.env.SCREENSHOTS}/docs.png` });

await browser.close();
faults.forEach((fault) => console.log(`  ${fault}`));
process.exit(faults.length === 0 ? 0 : 1);
