// Every page that each role can reach by links, in the real browser. One language whole, and of each page a
// sample of the other languages, schemes and widths; LAB=1 takes all of them.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { crawl, kindOf } from './crawl.mjs';
import { demo, LAB, LANGS, ROLES, visit } from './harness.mjs';

const MOST = 200; // Pages per role. More means that `form` does not know a kind of address yet.
const WHOLE = { lang: 'fi', dark: false, width: 320 }; // The longest words on the narrowest screen.
const OTHERS = LANGS.flatMap((lang) => [false, true].flatMap((dark) => [320, 1280].map((width) => ({ lang, dark, width }))))
  .filter((look) => JSON.stringify(look) !== JSON.stringify(WHOLE));
const FILE = /\.(pdf|csv|xlsx|json|svg|png|jpg|zip|txt|xml)$/;

let pages = 0;
let looks = 0;

/** Numbers, dates, ids and keys in an address are one and the same. */
const form = (address) => kindOf(address, (part) => /\d|\./.test(part) && !FILE.test(part), ['lang']);

/** The sample for the n-th page: over a few pages every language, scheme and width has its turn. */
const sample = (n) => (LAB ? OTHERS : [OTHERS[(n * 7) % OTHERS.length]]);

async function links(page) {
  const found = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.href));
  return found.map((href) => href.split('#')[0]);
}

/** Opens a page in every look that is asked for; gives the addresses it links to. */
async function check(visitor, address) {
  const path = address.slice(visitor.origin.length);
  await visitor.look(WHOLE);
  const reply = await visitor.go(path, WHOLE.lang);
  assert.equal(reply.status(), 200, path);
  const next = await links(visitor.page);
  const wrong = (await visitor.faults()).map((fault) => `${JSON.stringify(WHOLE)} ${fault}`);
  let lang = WHOLE.lang;
  for (const look of sample(pages)) {
    await visitor.look(look);
    // Scheme and width change in the open page, as a visitor changes them; a language is another page.
    if (look.lang !== lang) await visitor.go(path, look.lang);
    lang = look.lang;
    wrong.push(...(await visitor.faults()).map((fault) => `${JSON.stringify(look)} ${fault}`));
    looks += 1;
  }
  pages += 1;
  looks += 1;
  assert.deepEqual(wrong, []);
  return next;
}

/** A link to a file: it answers, is no page and links to nothing. */
async function fetched(visitor, address) {
  const reply = await visitor.context.request.get(address);
  assert.equal(reply.status(), 200);
  assert.doesNotMatch(reply.headers()['content-type'] ?? '', /text\/html/);
  return [];
}

/** Downloads without an ending in their address are told apart by asking. */
async function isPage(visitor, address) {
  if (FILE.test(new URL(address).pathname)) return false;
  const reply = await visitor.context.request.get(address);
  return (reply.headers()['content-type'] ?? '').includes('text/html');
}

async function walk(t, role) {
  const visitor = await visit(role, WHOLE);
  const seen = await crawl([`${visitor.origin}/`, (await demo()).open], form, async (address) => {
    let next = [];
    await t.test(address.slice(visitor.origin.length), async () => {
      next = (await isPage(visitor, address)) ? await check(visitor, address) : await fetched(visitor, address);
    });
    return next;
  });
  await visitor.leave();
  assert.ok(seen.size <= MOST, `${seen.size} kinds of page: ${[...seen].join(', ')}`);
}

describe('every page', { concurrency: 2 }, () => {
  for (const role of ROLES) test(role, (t) => walk(t, role));
  test('stranger', (t) => walk(t, undefined));
});

after(() => console.log(`figure: ${pages} pages opened for ${ROLES.length} roles and a stranger, ${looks} looks checked`));
