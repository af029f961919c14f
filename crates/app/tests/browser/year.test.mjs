// The data protection officer opens, closes, approves and publishes a year with the keyboard alone. The years that
// have ended are published in the demonstration, so it is the year before the first one, as history.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demo, visit } from './harness.mjs';
import { keyboard } from './keyboard.mjs';

const PRINTING = 240_000; // Milliseconds: fifteen files, by a program without optimisation.

test('a year by keyboard, from opening it to the public page', async () => {
  const visitor = await visit(undefined, { lang: 'en', width: 1280 });
  const { page } = visitor;
  const keys = keyboard(page);
  await page.goto((await demo()).links.dpo);
  await keys.reach('.menu a[href="/year"]');
  await keys.enter(/\/year$/);

  const listed = await page.locator('tbody th a[href^="/year/"]').allInnerTexts();
  const year = Math.min(...listed.map(Number)) - 1;
  await keys.reach('#year');
  await keys.type(String(year));
  await keys.reach('input[name="kind"]');
  await keys.choose('history');
  await keys.reach('form[action="/year"] button');
  await keys.enter(new RegExp(`/year/${year}$`));

  const overview = new RegExp(`/year/${year}$`);
  await keys.reach('form[action$="/close"] button');
  await Promise.all([page.waitForSelector(`a[href="/year/${year}/approve"]`), keys.press('Enter')]);

  await keys.reach('a[href$="/approve"]');
  await keys.enter(/\/approve$/);
  await keys.reach('#body');
  await keys.press('ArrowDown');
  assert.notEqual(await page.locator('#body').inputValue(), '');
  await keys.reach('#paragraph');
  await keys.type('§ 12');
  await keys.reach('form[action$="/approve"] button');
  await keys.enter(overview);

  await keys.reach('a[href$="/withheld"]');
  await keys.enter(/\/withheld$/);
  await keys.reach('form[action$="/publish"] button');
  await keys.enter(new RegExp(`/open/${year}$`), PRINTING);
  assert.ok((await page.locator('h1').innerText()).includes(String(year)));

  await visitor.leave();

  const stranger = await visit(undefined, { lang: 'fi', width: 320 });
  assert.equal((await stranger.go(`/open/${year}`)).status(), 200);
  await stranger.leave();
});
