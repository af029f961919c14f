// A citizen opens a message in the portal: the door, a code, the message, an answer, a wish; each page by axe.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inspect } from './checks.mjs';
import { demo, LANGS, launch, visit } from './harness.mjs';
import { startDemo } from './demo.mjs';

let house;
let door;
// Whoever opens the message has five tries, then one a minute: the doors below spend them, so the walk has a house of
// its own.
let home;

// A demonstration of its own when the one that runs did not say where its portal is.
before(async () => {
  home = await startDemo();
  house = await demo();
  if (!house.portal) house = await startDemo();
  door = new URL(house.portal);
});

after(() => {
  home?.stop?.();
  house?.stop?.();
});

async function browser(lang = 'en', js = true) {
  const context = await (await launch()).newContext({ reducedMotion: 'reduce', locale: lang, javaScriptEnabled: js });
  const page = await context.newPage();
  return { context, page, leave: () => context.close() };
}

/** Nothing is wrong with the page, on a wide light screen and on a narrow dark one. */
async function clean(page, lang) {
  // Where scripts are off, axe never answers: it looks at the same address with the same cookies.
  if (!(await page.evaluate(() => matchMedia('(scripting: enabled)').matches))) return cleanTwin(page, lang);
  for (const [width, colorScheme] of [[320, 'dark'], [1280, 'light']]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    assert.deepEqual(await inspect(page, lang), [], `${page.url()} at ${width} px`);
  }
}

async function cleanTwin(page, lang) {
  const storageState = await page.context().storageState();
  const context = await (await launch()).newContext({ storageState, reducedMotion: 'reduce', locale: lang });
  const twin = await context.newPage();
  await twin.goto(page.url());
  await clean(twin, lang);
  await context.close();
}

/** Every code that was texted so far: the simulator shows the messages to the administrator. */
async function codes() {
  const { page, leave } = await browser();
  await page.goto(home.links.administrator);
  await page.goto(`${home.origin}/guard/texts?lang=en`);
  await clean(page, 'en');
  const texts = await page.locator('ul.rows li').allInnerTexts();
  await leave();
  return texts.flatMap((text) => text.match(/\b\d{6}\b/g) ?? []);
}

/** The one code that was texted since `before`. */
async function texted(before) {
  const fresh = (await codes()).filter((code) => !before.includes(code));
  assert.equal(fresh.length, 1, 'one code was sent');
  return fresh[0];
}

test('a citizen reads, answers and says a wish, without scripts too', async () => {
  const { page, context, leave } = await browser('en', false);
  const door = new URL(home.portal);
  const before = await codes();
  await page.goto(`${door.href}?lang=en`);
  await Promise.all([page.waitForURL(/sent=1/), page.getByRole('button', { name: 'Send me a code' }).click()]);
  await clean(page, 'en');
  await page.locator('#code').fill(await texted(before));
  await Promise.all([page.waitForURL(/\/inbox\//), page.getByRole('button', { name: 'Open the message' }).click()]);
  await clean(page, 'en');
  const cookie = (await context.cookies(door.origin)).find((one) => one.name === '__Host-tillit');
  assert.ok(cookie.httpOnly && cookie.secure);
  const text = await page.locator('main').innerText();
  assert.match(text, /hakemuksenne on käsitelty/);
  assert.match(text, /paatos\.txt/);

  await page.locator('#words').fill('Kiitos.');
  await page.locator('#file').setInputFiles({ name: 'liite.txt', mimeType: 'text/plain', buffer: Buffer.from('Liite') });
  await Promise.all([page.waitForURL(/answered=1/), page.getByRole('button', { name: 'Send the answer' }).click()]);
  await clean(page, 'en');
  assert.match(await page.locator('main').innerText(), /Kiitos\./);

  await page.goto(`${door.origin}/inbox`);
  await clean(page, 'en');
  await page.goto(`${door.origin}/inbox/wish`);
  await clean(page, 'en');
  await page.locator('input[value=open]').check();
  await Promise.all([page.waitForURL(/said=noted/), page.getByRole('button', { name: 'Save my wish' }).click()]);
  assert.match(await page.locator('main').innerText(), /The law asks us to protect/);
  await clean(page, 'en');
  await page.goto(`${door.origin}/inbox`);
  await page.getByRole('button', { name: 'Close and leave' }).click();
  await page.waitForURL(`${door.origin}/inbox`);
  assert.equal(await page.locator('ul.rows').count(), 0);
  await leave();
});

test('the sender sees the receipt and the answer', async () => {
  const visitor = await visit('employee', { lang: 'sv', width: 320 });
  const { page } = visitor;
  const at = (path) => page.goto(`${home.origin}${path}?lang=sv`);
  await page.goto(home.links.employee);
  await at('/guard/portal');
  assert.deepEqual(await inspect(page, 'sv'), []);
  await page.locator('table a').first().click();
  assert.match(await page.locator('main').innerText(), /Kiitos\./);
  assert.deepEqual(await inspect(page, 'sv'), []);
  for (const path of ['/guard/recipients', '/guard/wishes', '/guard/wishes/new']) {
    await at(path);
    assert.deepEqual(await inspect(page, 'sv'), [], path);
  }
  await visitor.leave();
});

for (const lang of LANGS) {
  test(`the door of a message in ${lang}`, async () => {
    const { page, leave } = await browser(lang);
    const reply = await page.goto(`${door.href}?lang=${lang}`);
    assert.equal(reply.status(), 200);
    await clean(page, lang);
    await page.locator('#code').fill('123456');
    await Promise.all([page.waitForSelector('#faults'), page.locator('form.sheet button').click()]);
    await clean(page, lang);
    assert.equal(await page.locator('#code').inputValue(), '', 'a code never comes back');
    await leave();
  });
}

test('the pages of the staff are not behind the portal', async () => {
  const { page, leave } = await browser();
  for (const path of ['/sign-in', '/guard/wishes', '/book', '/incidents']) {
    assert.equal((await page.goto(`${door.origin}${path}`)).status(), 404, path);
  }
  await leave();
});
