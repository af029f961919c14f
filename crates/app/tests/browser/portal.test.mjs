// A citizen opens a message in the portal: the door, a code, the message, an answer, a wish; each page by axe.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inspect } from './checks.mjs';
import { demo, LANGS, launch, visit } from './harness.mjs';
import { startDemo } from './demo.mjs';

let house;
let door;

// A demonstration of its own when the one that runs did not say where its portal is.
before(async () => {
  house = await demo();
  if (!house.portal) house = await startDemo();
  door = new URL(house.portal);
});

after(() => house?.stop?.());

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

/** The code of the newest text message: the simulator shows it to the administrator. */
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
