// The published sheet, as anybody sees it.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { demo, LANGS, visit } from './harness.mjs';

let sheet;

/** The printed public address may be a year or the list of years; the newest year is wanted. */
before(async () => {
  const { open } = await demo();
  sheet = new URL(open).pathname;
  if (/\d{4}$/.test(sheet)) return;
  const visitor = await visit();
  await visitor.go(sheet);
  const found = await visitor.page.locator('a[href*="/open/"]').evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
  sheet = found.filter((path) => /^\/open\/\d{4}$/.test(path)).sort().at(-1);
  await visitor.leave();
});

for (const lang of LANGS) {
  test(`the sheet in ${lang}`, async () => {
    const visitor = await visit(undefined, { lang, width: 320, dark: lang === 'sv' });
    assert.equal((await visitor.go(sheet)).status(), 200);
    assert.deepEqual(await visitor.faults(), []);
    await visitor.leave();
  });
}

test('the sheet is whole without scripts', async () => {
  const text = async (js) => {
    const visitor = await visit(undefined, { js });
    await visitor.go(sheet);
    const main = await visitor.page.locator('main').innerText();
    await visitor.leave();
    return main;
  };
  const bare = await text(false);
  assert.ok(bare.length > 500, bare);
  assert.equal(bare, await text(true));
});

for (const [ending, type, start] of [
  ['pdf', /application\/pdf/, /^%PDF-/],
  ['json', /application\/json/, /^[[{]/],
  ['csv', /text\/csv/, /^\S/],
]) {
  test(`the sheet as ${ending}`, async () => {
    const visitor = await visit();
    await visitor.go(sheet);
    const link = visitor.page.locator(`a[href*=".${ending}"]`).first();
    const address = new URL(await link.getAttribute('href'), visitor.page.url());
    const reply = await visitor.context.request.get(address.href);
    assert.equal(reply.status(), 200);
    assert.match(reply.headers()['content-type'], type);
    const body = (await reply.body()).toString('latin1');
    assert.match(body.replace(/^\u00ef\u00bb\u00bf/, ''), start);
    if (ending === 'json') JSON.parse((await reply.body()).toString('utf8'));
    await visitor.leave();
  });
}

test('a year that does not exist is said so, in the language asked for', async () => {
  const visitor = await visit();
  const reply = await visitor.go('/open/1899', 'da');
  assert.equal(reply.status(), 404);
  assert.equal(await visitor.page.locator('html').getAttribute('lang'), 'da');
  assert.equal(await visitor.page.locator('h1').count(), 1);
  await visitor.leave();
});

test('whoever has the sheet already is told so, in the language asked for', async () => {
  const { open } = await demo();
  const ask = (lang, known) => fetch(new URL(`${sheet}?lang=${lang}`, open), { headers: known ? { 'if-none-match': known } : {} });
  const first = await ask('fi');
  const known = first.headers.get('etag');
  assert.equal(first.status, 200);
  const again = await ask('fi', known);
  assert.equal(again.status, 304);
  assert.equal(await again.text(), '');
  assert.equal((await ask('fi', `"other", ${known}`)).status, 304);
  assert.equal((await ask('sv', known)).status, 200);
});
