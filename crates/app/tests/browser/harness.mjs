// One browser and one demonstration for all tests of a file.
//
//   const visitor = await visit('dpo', { lang: 'fi', dark: true, width: 320 });
//   await visitor.go('/incidents');          // adds ?lang=
//   assert.deepEqual(await visitor.faults(), []);
//   await visitor.leave();
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { inspect } from './checks.mjs';
import { startDemo } from './demo.mjs';

export { ROLES } from './demo.mjs';
export const LANGS = ['en', 'fi', 'sv', 'da', 'nb'];
export const LAB = process.env.LAB === '1';

// Without these, Chromium looks for its maker's hosts at every start, which a closed network refuses.
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

let browser;
let demonstration;
const sessions = new Map();

/** {origin, links, open}: the one that run.mjs started, or one of our own. */
export function demo() {
  demonstration ??= process.env.TILLIT_DEMO ? JSON.parse(process.env.TILLIT_DEMO) : startDemo();
  return demonstration;
}

export function launch() {
  browser ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  return browser;
}

after(async () => {
  await (await browser)?.close();
  (await demonstration)?.stop?.();
});

/** Signs in once per role and process; every later context starts from its cookies. */
async function session(role) {
  if (role === undefined) return undefined;
  if (!sessions.has(role)) sessions.set(role, signIn(role));
  return sessions.get(role);
}

async function signIn(role) {
  const { links } = await demo();
  const context = await (await launch()).newContext();
  const page = await context.newPage();
  const reply = await page.goto(links[role]);
  if (!reply?.ok()) throw new Error(`the sign-in link of ${role} answered ${reply?.status()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

/**
 * A page of somebody with this role; without a role, of a stranger. `width` in CSS pixels; `js: false`
 * switches scripts off. What the browser complains about is kept and told by `faults()`.
 */
export async function visit(role, { lang = 'en', dark = false, width = 1280, js = true } = {}) {
  const { origin } = await demo();
  const context = await (await launch()).newContext({
    storageState: await session(role),
    viewport: { width, height: width < 600 ? 640 : 800 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce', // Otherwise an outline is measured while it grows.
    javaScriptEnabled: js,
    locale: lang,
  });
  const page = await context.newPage();
  const complaints = listen(page, origin);
  const state = { lang };
  return {
    page,
    context,
    origin,
    async go(path, next = state.lang) {
      state.lang = next;
      complaints.length = 0;
      const address = new URL(path, origin);
      address.searchParams.set('lang', state.lang);
      return page.goto(address.href);
    },
    async look({ dark: night, width: wide }) {
      await page.emulateMedia({ colorScheme: night ? 'dark' : 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: wide, height: wide < 600 ? 640 : 800 });
    },
    async faults() {
      return [...(await inspect(page, state.lang)), ...complaints];
    },
    leave: () => context.close(),
  };
}

/** Collects errors of scripts, refusals by the Content-Security-Policy, and calls to other hosts. */
export function listen(page, origin) {
  const complaints = [];
  page.on('console', (message) => {
    const text = message.text();
    // A form that comes back with faults answers 422, which the browser notes as an error.
    if (message.type() === 'error' && !text.includes('status of 422')) complaints.push(`console: ${text}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== origin) complaints.push(`other host: ${request.url()}`);
  });
  return complaints;
}
