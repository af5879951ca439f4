// Uses the portal as a reader would, in Chromium: every page, wide and narrow, without a word of complaint from its own
// security policy; on the API page opens every group, follows links to single operations, signs in as a known identity and
// tries an operation. Exits with 1 and says what went wrong. With SCREENSHOTS=folder it leaves pictures there.
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://127.0.0.1:8080';
const identity = process.argv[3] ?? 'programme-officer';
const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const faults = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

async function open(path, width = 1280) {
  const tab = await browser.newPage({ viewport: { width, height: 900 } });
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

async function picture(tab, name) {
  if (process.env.SCREENSHOTS) await tab.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
}

async function staysWithin(tab, path, width) {
  const wider = await tab.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
  if (wider > 0) faults.push(`${path} at ${width}: ${wider} pixels wider than its window`);
}

for (const path of ['/', '/event-types', '/problems']) {
  for (const width of [1280, 360]) {
    const tab = await open(path, width);
    await staysWithin(tab, path, width);
    await picture(tab, `${path.slice(1) || 'start'}-${width}`);
    if (width === 1280) console.log(`${path}: ${await tab.title()}`);
    await tab.close();
  }
}

// Without a mouse: past what all pages have in common, and into a group of the API.
const keyboard = await open('/');
await keyboard.keyboard.press('Tab');
const first = await keyboard.evaluate(() => globalThis.document.activeElement.textContent.trim());
if (first !== 'Skip to the content') faults.push(`/: the first stop of the keyboard is "${first}"`);
await keyboard.keyboard.press('Enter');
if (!keyboard.url().endsWith('#content')) faults.push('/: the first link does not skip to the content');
await keyboard.goto(base + '/docs', { waitUntil: 'networkidle' });
const button = keyboard.locator('.opblock-tag .expand-operation').first();
await button.focus();
await keyboard.keyboard.press('Enter');
await keyboard.locator('.opblock').first().waitFor({ timeout: 30_000 }).catch(() => faults.push('/docs: Enter opens no group'));
const name = await button.getAttribute('aria-label') ?? await button.textContent();
if (!name?.trim()) faults.push('/docs: the button of a group has no name');
await keyboard.close();

// Every group opens, and holds what the document says.
const tab = await open('/docs');
await tab.locator('.opblock-tag').first().waitFor();
await picture(tab, 'docs-1280');
const document = await (await fetch(`${base}/openapi`, { headers: { Accept: 'application/json' } })).json();
const groups = new Map();
for (const item of Object.values(document.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (methods.has(method)) {
      for (const tag of operation.tags ?? ['default']) {
        groups.set(tag, [...(groups.get(tag) ?? []), operation.operationId]);
      }
    }
  }
}
const described = new Set((document.tags ?? []).map((tag) => tag.name));
for (const tag of groups.keys()) if (!described.has(tag)) faults.push(`/openapi: nothing says what the group ${tag} is`);
let shown = 0;
for (const [tag, operations] of groups) {
  const heading = tab.locator(`.opblock-tag[data-tag="${tag}"]`);
  const group = tab.locator('.opblock-tag-section', { has: heading });
  await heading.click();
  try {
    await group.locator('.opblock').nth(operations.length - 1).waitFor({ timeout: 15_000 });
  } catch {
    // said below
  }
  const count = await group.locator('.opblock').count();
  shown += count;
  if (count !== operations.length) faults.push(`/docs: ${tag} shows ${count} of ${operations.length} operations`);
  await heading.click();
  await group.locator('.opblock').first().waitFor({ state: 'detached' });
}
console.log(`/docs: ${groups.size} groups with ${shown} operations`);

// A link to one operation shows it, opened, also in a group of several words.
for (const [tag, operations] of [...groups].filter(([name]) => /[ ]|^Events$|^Search$/.test(name)).slice(0, 6)) {
  const wanted = operations[operations.length - 1];
  for (const written of new Set([tag.replaceAll(' ', '_'), encodeURIComponent(tag)])) {
    const link = `/docs#/${written}/${wanted}`;
    const linked = await open(link);
    try {
      await linked.locator(`.opblock.is-open[id$="-${wanted}"]`).waitFor({ timeout: 30_000 });
      await linked.locator(`.opblock.is-open[id$="-${wanted}"] .opblock-summary`).scrollIntoViewIfNeeded();
    } catch {
      faults.push(`${link}: the operation is not opened`);
    }
    await linked.close();
  }
}
console.log('/docs: links to single operations open them');

await tab.locator('button.authorize').first().click();
const dialog = tab.locator('.auth-container', { has: tab.locator('#client_id_clientCredentials, input[name=client_id], #client_id') });
await dialog.locator('input').nth(0).fill(identity);
await dialog.locator('input').nth(1).fill('dev-secret');
await picture(tab, 'docs-sign-in-1280');
await dialog.locator('button.authorize').click();
await tab.locator('.auth-container button', { hasText: 'Logout' }).first().waitFor({ timeout: 30_000 });
await tab.locator('.btn-done').first().click();
console.log(`/docs: signed in as ${identity}`);

const [home] = [...groups].find(([, operations]) => operations.includes(document.paths['/v1/me'].get.operationId));
await tab.locator(`.opblock-tag[data-tag="${home}"]`).click();
const me = tab.locator('.opblock', { has: tab.locator('[data-path="/v1/me"]') });
await me.locator('.opblock-summary-control').click();
await me.locator('.try-out__btn').click();
await me.locator('.execute').click();
const status = me.locator('.live-responses-table .response-col_status').last();
await status.waitFor();
const body = await me.locator('.live-responses-table .highlight-code, .live-responses-table .microlight').first().innerText();
console.log(`/docs: GET /v1/me answers ${(await status.innerText()).trim().split(/\s/)[0]}`);
if (!body.includes(identity)) faults.push('/docs: GET /v1/me does not know the reader');
await me.scrollIntoViewIfNeeded();
await picture(tab, 'docs-tried-1280');
await tab.close();

const narrow = await open(`/docs#/Events/${(groups.get('Events') ?? ['listEvents'])[0]}`, 360);
await narrow.locator('.opblock.is-open').waitFor({ timeout: 30_000 });
await staysWithin(narrow, '/docs', 360);
await picture(narrow, 'docs-operation-360');
await narrow.evaluate(() => globalThis.scrollTo(0, 0));
await picture(narrow, 'docs-360');
await narrow.close();

await browser.close();
faults.forEach((fault) => console.log(`  ${fault}`));
process.exit(faults.length === 0 ? 0 : 1);
