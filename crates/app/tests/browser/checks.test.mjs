// The checks themselves: a good page passes, and each fault alone is seen.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { inspect } from './checks.mjs';
import { read, ROLES } from './demo.mjs';
import { launch, listen } from './harness.mjs';

const STYLE = `
  :root { color-scheme: light dark; --ground: #fff; --ink: #1a1a1a; --edge: #666 }
  @media (prefers-color-scheme: dark) { :root { --ground: #111; --ink: #eee; --edge: #999 } }
  body { background: var(--ground); color: var(--ink); margin: 1rem }
  input, button { border: 1px solid var(--edge); background: var(--ground); color: var(--ink); padding: .75rem }
  :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }`;

const GOOD = '<h1>Raportti</h1><form><label>Nimi <input name="n"></label> <button>Lähetä</button></form>';
const whole = (body, { lang = 'fi', title = 'Raportti', style = '' } = {}) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
   <title>${title}</title><link rel="stylesheet" href="/style.css?${encodeURIComponent(style)}"><main>${body}</main></html>`;

let server;
let origin;
let html = '';
before(async () => {
  server = createServer((request, reply) => {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    const style = pathname === '/style.css';
    reply.setHeader('content-type', style ? 'text/css' : 'text/html');
    reply.setHeader('content-security-policy', "default-src 'none'; style-src 'self'; img-src *");
    reply.end(style ? STYLE + decodeURIComponent(search.slice(1)) : pathname === '/' ? html : '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

async function faults(document, { dark = false, width = 320 } = {}) {
  html = document;
  const context = await (await launch()).newContext({
    viewport: { width, height: 640 },
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const complaints = listen(page, origin);
  await page.goto(origin);
  const lines = [...(await inspect(page, 'fi')), ...complaints];
  await context.close();
  return lines;
}

test('a good page passes, light and dark, narrow and wide', async () => {
  for (const dark of [false, true]) {
    for (const width of [320, 1280]) assert.deepEqual(await faults(whole(GOOD), { dark, width }), []);
  }
});

const BAD = [
  ['axe label', whole('<h1>R</h1><input name="n">')],
  ['axe color-contrast', whole(GOOD, { style: 'h1 { color: #bbb }' })],
  ['language', whole(GOOD, { lang: 'sv' })],
  ['title', whole(GOOD, { title: '' })],
  ['h1: 0', whole(GOOD.replaceAll('h1', 'h2'))],
  ['h1: 2', whole(GOOD + GOOD)],
  ['sideways scroll', whole(`${GOOD}<p>${'sana'.repeat(200)}</p>`)],
  ['border contrast', whole(GOOD, { style: 'input { border-color: #ccc }' })],
  ['border contrast', whole(GOOD, { style: 'button { border: 0; background: #ddd }' })],
  ['focus not visible', whole(GOOD, { style: ':focus-visible { outline: none }' })],
  ['focus not visible', whole(GOOD, { style: ':focus-visible { outline-color: #ddd }' })],
  ['focus hidden', whole(`${GOOD}<div class="lid">Kansi</div>`, {
    style: '.lid { position: fixed; inset: 0; background: var(--ground) }',
  })],
  ['focus off', whole(GOOD, { style: 'button { position: fixed; left: -999px }' })],
  ['console', whole(`${GOOD}<p style="color: red">tyyli</p>`)],
  ['other host', whole(`${GOOD}<img alt="" src="http://localhost:1/x.png">`)],
];
for (const [expected, document] of BAD) {
  test(`seen: ${expected}`, async () => {
    const found = await faults(document);
    assert.ok(found.some((line) => line.startsWith(expected)), found.join('\n'));
  });
}

test('the links of the demonstration are read once all are printed', () => {
  const at = 'http://127.0.0.1:9';
  const said = ROLES.map((role) => `${role}  ${at}/demo/${role}/t0ken\n`).join('');
  assert.equal(read(said, at), undefined);
  const found = read(`${said}Open: ${at}/open/2025\n`, at);
  assert.equal(found.links.dpo, `${at}/demo/dpo/t0ken`);
  assert.equal(found.open, `${at}/open/2025`);
});
