// "May I send this?" as an employee uses it: by keyboard, on a phone, without scripts, in every language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGS, visit } from './harness.mjs';
import { keyboard } from './keyboard.mjs';

// A number of the lists that everybody may use; it belongs to nobody.
const TEXT = 'Vedr. Anna Berg, cpr 010180-0008. Hun har fået en diagnose.';

/** Presses the button and waits for the answer on the same page. */
async function ask({ page }) {
  await Promise.all([page.waitForSelector('#result, #faults'), page.locator('main form button[type=submit]').click()]);
  return page.locator('#result').innerText();
}

for (const lang of LANGS) {
  test(`a pasted number in ${lang}`, async () => {
    const visitor = await visit('employee', { lang, width: 320, dark: lang === 'fi' });
    await visitor.go('/check');
    assert.deepEqual(await visitor.faults(), []);
    await visitor.page.fill('#text', TEXT);
    const said = await ask(visitor);
    assert.ok(said.includes('01••••-•••8'), said);
    assert.ok(!said.includes('010180-0008'), 'the answer does not repeat the number');
    assert.deepEqual(await visitor.faults(), []);
    await visitor.leave();
  });
}

test('by keyboard, without scripts, with a file', async () => {
  const visitor = await visit('employee', { js: false });
  const { page } = visitor;
  await visitor.go('/check');
  const keys = keyboard(page);
  await keys.reach('#text');
  await keys.type('Mødet er flyttet til torsdag.');
  await page.setInputFiles('#file', {
    name: 'brev.html', mimeType: 'text/html', buffer: Buffer.from('<p>010180<b>-0008</b></p>'),
  });
  await keys.reach('main form button[type=submit]');
  await Promise.all([page.waitForSelector('#result'), page.keyboard.press('Enter')]);
  const said = await page.locator('#result').innerText();
  assert.ok(said.includes('01••••-•••8') && said.includes('brev.html'), said);
  await visitor.leave();
});

test('an ordinary text, and a file that nobody can read', async () => {
  const visitor = await visit('employee');
  const { page } = visitor;
  await visitor.go('/check');
  await page.fill('#text', 'Mødet er flyttet til torsdag kl. 10.');
  await ask(visitor);
  assert.equal(await page.locator('#result .note.good').count(), 1);
  await page.fill('#text', '');
  await page.setInputFiles('#file', {
    name: 'a.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 3, 250, 251]),
  });
  const said = await ask(visitor);
  assert.equal(await page.locator('#result .note.good').count(), 0, said);
  assert.ok(said.includes('a.bin'), said);
  await visitor.leave();
});

test('nothing given comes back with the focus on its fault', async () => {
  const visitor = await visit('employee', { lang: 'sv' });
  const { page } = visitor;
  await visitor.go('/check');
  await page.evaluate(() => document.querySelector('form[action="/check"]').setAttribute('novalidate', ''));
  await Promise.all([page.waitForSelector('#faults'), page.locator('main form button[type=submit]').click()]);
  assert.ok(await keyboard(page).at('#faults'));
  await visitor.leave();
});
