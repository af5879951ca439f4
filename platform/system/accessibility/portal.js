// Uses the portal as a reader would, in Chromium: every page, wide and narrow, in daylight and at night, without a fault that
// axe-core knows and without a word of complaint from its own security policy; on the page of the API finds operations, follows
// links to single ones, signs in (code flow with PKCE) and tries one, signs out, and holds a token that has expired. Exits with 1
// and says what went wrong. Prints how long the page of the API takes. With SCREENSHOTS=folder it leaves pictures there.
import { chromium } from 'playwright-core';
import { look } from './look.js';

const base = process.argv[2] ?? 'http://127.0.0.1:8080';
const identity = process.argv[3] ?? 'programme-officer';
const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const patience = { timeout: 30_000 };
const faults = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

async function tabOf(path, { width = 1280, colorScheme = 'light' } = {}) {
  const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  tab.on('console', (message) => {
    const refused = message.text().includes('status of 401') && message.location().url.endsWith('/v1/me');
    if (['error', 'warning'].includes(message.type()) && !refused) faults.push(`${path}: ${message.text()}`);
  });
  tab.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
  tab.on('request', (request) => {
    const host = new URL(request.url()).hostname;
    if (!['127.0.0.1', 'localhost', new URL(base).hostname].includes(host) && !request.url().startsWith('data:')) {
      faults.push(`${path}: asks ${request.url()}`);
    }
  });
  return tab;
}

async function open(path, as) {
  const tab = await tabOf(path, as);
  const answer = await tab.goto(base + path, { waitUntil: 'networkidle' });
  if (!answer.ok()) faults.push(`${path}: status ${answer.status()}`);
  return tab;
}

/** Seconds until a page shows what it was opened for, in a browser that has not seen it before. */
async function secondsTo(path, selector) {
  const tab = await tabOf(path);
  const start = performance.now();
  await tab.goto(base + path, { waitUntil: 'commit' });
  await tab.locator(selector).first().waitFor(patience);
  const seconds = (performance.now() - start) / 1000;
  await tab.close();
  return seconds.toFixed(1);
}

async function judge(tab, what) {
  (await look(tab)).faults.forEach((fault) => faults.push(`${what}: ${fault}`));
}

async function picture(tab, name) {
  if (process.env.SCREENSHOTS) await tab.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
}

/** Waits for an operation to be shown open; says so if it is not. */
async function opened(tab, id, what) {
  const operation = tab.locator(`.opblock.is-open[id$="-${id}"]`);
  await operation.locator('.responses-wrapper').waitFor(patience).catch(() => faults.push(`${what}: ${id} is not opened`));
  return operation;
}

const document = await (await fetch(`${base}/openapi`, { headers: { Accept: 'application/json' } })).json();
const groups = new Map();
for (const item of Object.values(document.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (methods.has(method)) {
      for (const tag of operation.tags) groups.set(tag, [...(groups.get(tag) ?? []), operation.operationId]);
    }
  }
}
const described = new Set((document.tags ?? []).map((tag) => tag.name));
for (const tag of groups.keys()) if (!described.has(tag)) faults.push(`/openapi: nothing says what the group ${tag} is`);
const link = (tag, operation) => `/docs#/${encodeURIComponent(tag)}/${operation}`;
const [home] = [...groups].find(([, operations]) => operations.includes(document.paths['/v1/me'].get.operationId));
const me = document.paths['/v1/me'].get.operationId;

const events = groups.get('Events')[0];
console.log(`/docs: shown after ${await secondsTo('/docs', '#overview h1')} s`);
const linked = `.opblock.is-open[id$="-${events}"] .responses-wrapper`;
console.log(`${link('Events', events)}: shown after ${await secondsTo(link('Events', events), linked)} s`);

for (const path of ['/', '/docs', link('Events', events), '/event-types', '/problems', '/problems/version-conflict']) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 360]) {
      const tab = await open(path, { width, colorScheme });
      if (path.includes('#')) await opened(tab, events, path);
      await judge(tab, `${path} at ${width}, ${colorScheme}`);
      await picture(tab, `${path.replace(/[^a-z]+/gi, '-').replace(/^-/, '') || 'start'}-${width}-${colorScheme}`);
      if (width === 1280 && colorScheme === 'light') console.log(`${path}: ${await tab.title()}`);
      await tab.close();
    }
  }
}

// Without a mouse: past what all pages have in common, to an operation that is found by its words, and into it.
const keyboard = await open('/docs');
await keyboard.keyboard.press('Tab');
const first = await keyboard.evaluate(() => globalThis.document.activeElement.textContent.trim());
if (first !== 'Skip to the content') faults.push(`/docs: the first stop of the keyboard is "${first}"`);
await keyboard.keyboard.press('Enter');
const main = await keyboard.evaluate(() => globalThis.document.activeElement.id);
if (main !== 'content') faults.push(`/docs: the first link skips to "${main}"`);
await keyboard.getByLabel('Find an operation').focus();
await keyboard.keyboard.type('who the caller');
await keyboard.keyboard.press('Tab');
for (let stop = 0; stop < 5 && !(await keyboard.evaluate(() => globalThis.document.activeElement.matches('a'))); stop++) {
  await keyboard.keyboard.press('Tab');
}
await keyboard.keyboard.press('Enter');
await opened(keyboard, me, '/docs by keyboard');
await keyboard.keyboard.press('Enter');
await keyboard.locator('.opblock.is-open').waitFor({ state: 'detached', ...patience }).catch(() =>
  faults.push('/docs by keyboard: the operation does not have the focus'));
await keyboard.goBack();
await opened(keyboard, me, '/docs, one back');
await keyboard.close();

// Every group opens, and holds what the document says.
const tab = await open('/docs');
const listed = await tab.locator('#operations li a').count();
let shown = 0;
for (const [tag, operations] of groups) {
  await tab.locator('#overview a', { has: tab.getByText(tag, { exact: true }) }).first().click();
  const group = tab.locator(`.one-group[data-group="${tag}"]`);
  await group.locator('.opblock').nth(operations.length - 1).waitFor(patience).catch(() => {});
  const count = await group.locator('.opblock').count();
  shown += count;
  if (count !== operations.length) faults.push(`/docs: ${tag} shows ${count} of ${operations.length} operations`);
  await tab.goBack();
}
if (listed !== shown) faults.push(`/docs: ${listed} operations are listed, ${shown} are shown`);
console.log(`/docs: ${groups.size} groups with ${shown} operations`);

// A link to one operation shows it, opened, also in a group of several words, and as such links were once written.
for (const [tag, operations] of [...groups].filter(([name]) => /[ ]|^Search$/.test(name)).slice(0, 6)) {
  const wanted = operations[operations.length - 1];
  for (const path of new Set([link(tag, wanted), `/docs#/${tag.replaceAll(' ', '_')}/${wanted}`])) {
    const single = await open(path);
    await opened(single, wanted, path);
    if (!single.url().endsWith(link(tag, wanted))) faults.push(`${path}: the address became ${single.url()}`);
    await single.close();
  }
}
console.log('/docs: links to single operations open them');

await tab.close();

/** Goes on with the keyboard, or back, until what has the focus matches. */
async function tabTo(where, selector, key = 'Tab') {
  for (let stop = 0; stop < 60; stop++) {
    await where.keyboard.press(key);
    if (await where.evaluate((wanted) => globalThis.document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`the keyboard does not come to ${selector}`);
}

const holdsFocus = (where, selector) => where.waitForFunction(
  (wanted) => globalThis.document.activeElement.matches(wanted), selector, patience);

/** Signs in without a mouse, in the provider's own window; what is done there before may change who one is. */
async function signIn(where, before = async () => {}) {
  await tabTo(where, '.sign-in button.authorize', 'Shift+Tab');
  await where.keyboard.press('Enter');
  await holdsFocus(where, '[role=dialog]');
  await tabTo(where, '[role=dialog] .auth-btn-wrapper button.authorize');
  const opening = where.waitForEvent('popup', patience);
  await where.keyboard.press('Enter');
  const provider = await opening;
  await provider.locator(`form:has([value="${identity}"]) button`).waitFor(patience);
  const asked = new URL(provider.url()).searchParams;
  if (asked.get('response_type') !== 'code' || asked.get('code_challenge_method') !== 'S256' || !asked.get('state')) {
    faults.push(`signing in: asked with ${asked}`);
  }
  await judge(provider, 'the page on which people sign in');
  await before(provider);
  await tabTo(provider, `form:has([value="${identity}"]) button`);
  const closed = provider.waitForEvent('close', patience);
  const exchange = where.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/token'), patience);
  await provider.keyboard.press('Enter');
  const sent = new URLSearchParams((await exchange).postData());
  if (!(sent.get('code_verifier')?.length >= 43) || sent.has('client_secret')) faults.push(`signing in: the code is exchanged with ${[...sent.keys()]}`);
  await closed;
  await where.locator('[role=dialog] .auth-btn-wrapper button', { hasText: 'Logout' }).waitFor(patience);
  await judge(where, '/docs, signed in');
}

/** Leaves the dialog by Escape; the focus is where it was. */
async function leave(where) {
  await where.keyboard.press('Escape');
  await where.locator('[role=dialog]').waitFor({ state: 'detached', ...patience });
  await holdsFocus(where, '.sign-in button.authorize');
}

/** Asks who the reader is, and says with which status and text it is answered, and whether a token went along. */
async function ask(operation) {
  const answering = operation.page().waitForResponse((response) => response.url() === `${base}/v1/me`, patience);
  await operation.locator('.execute').press('Enter');
  const answer = await answering;
  const text = await answer.text();
  const code = operation.locator('.live-responses-table .highlight-code').first();
  await code.getByText(JSON.parse(text).requestId ?? identity).first().waitFor(patience);
  return { status: answer.status(), text, token: (await answer.request().allHeaders()).authorization };
}

const reader = await open(link(home, me));
const operation = await opened(reader, me, '/docs');
await signIn(reader);
await picture(reader, 'docs-sign-in');
await leave(reader);
console.log(`/docs: signed in as ${identity}, by keyboard`);
await operation.locator('.try-out__btn').press('Enter');
const mine = await ask(operation);
if (mine.status !== 200 || !mine.text.includes(`"${identity}"`)) faults.push(`/docs: GET /v1/me answers ${mine.status} ${mine.text}`);
await judge(reader, '/docs, tried');
await picture(reader, 'docs-tried');

// Signed in stays signed in, in another group as well.
const unlike = [...groups.keys()].find((tag) => tag !== home);
await reader.locator(`#operations details[data-group="${unlike}"] summary`).click();
await reader.locator(`#operations details[data-group="${unlike}"] a`).first().click();
await reader.locator(`.one-group[data-group="${unlike}"]`).waitFor(patience);
await reader.locator('button.authorize.locked').first().waitFor(patience).catch(() => faults.push(`/docs: not signed in at ${unlike}`));
await reader.locator(`#operations a[href="${link(home, me).slice('/docs'.length)}"]`).evaluate((item) => item.click());
await opened(reader, me, '/docs');

// Signed out, nothing of it is left.
await reader.locator('.sign-in button.authorize').press('Enter');
await holdsFocus(reader, '[role=dialog]');
await tabTo(reader, '[role=dialog] .auth-btn-wrapper button:not(.btn-done)');
await reader.keyboard.press('Enter');
await reader.locator('[role=dialog] button.authorize').first().waitFor(patience);
await leave(reader);
const tryAgain = operation.locator('.try-out__btn:not(.cancel)');
if (await tryAgain.count() > 0) await tryAgain.press('Enter');
const stranger = await ask(operation);
if (stranger.status !== 401 || stranger.token) faults.push(`/docs, signed out: GET /v1/me answers ${stranger.status}, token ${stranger.token}`);
console.log('/docs: signed out');

// A token that has expired is told, and put away.
await signIn(reader, (provider) => provider.evaluate((who) => {
  const field = globalThis.document.querySelector(`form:has([value="${who}"]) [name=claims]`);
  field.value = JSON.stringify({ ...JSON.parse(field.value), exp: Math.floor(Date.now() / 1000) - 3600 });
}, identity));
await leave(reader);
const late = await ask(operation);
if (late.status !== 401 || !late.token) faults.push(`/docs, with an expired token: ${late.status}, token ${late.token}`);
const told = reader.locator('[role=alert]', { hasText: 'no longer signed in' });
await told.waitFor(patience).catch(() => faults.push('/docs: nothing says that the token has expired'));
await judge(reader, '/docs, expired');
const after = await ask(operation);
if (after.token) faults.push('/docs: the expired token is sent again');
console.log('/docs: an expired token is told and put away');
await reader.close();

await browser.close();
faults.forEach((fault) => console.log(`  ${fault}`));
process.exit(faults.length === 0 ? 0 : 1);
