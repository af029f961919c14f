// An employee reports something with the keyboard alone, from the sign-in link to the receipt.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demo, visit } from './harness.mjs';
import { keyboard } from './keyboard.mjs';

const STORY = 'A letter about a pupil went to the wrong address. It came back unopened.';

for (const look of [{ lang: 'en', width: 320 }, { lang: 'sv', width: 1280, dark: true, js: false }]) {
  test(`a report by keyboard, ${JSON.stringify(look)}`, async () => {
    const visitor = await visit(undefined, look);
    const { page } = visitor;
    const keys = keyboard(page);
    await page.goto((await demo()).links.employee);

    await keys.press('Tab');
    await keys.visible();
    assert.ok(await keys.at('a.skip'), 'the way past the menu comes first');
    await keys.press('Enter');
    await keys.reach('main a[href="/report"]');
    await keys.enter(/\/report$/);

    await keys.reach('#story');
    await keys.type(STORY);
    await keys.reach('input[name="noticed"]');
    await keys.choose('today');
    await keys.reach('input[name="about"]');
    await keys.press('Space');
    if (await page.locator('#unit').count()) {
      await keys.reach('#unit');
      await keys.press('ArrowDown');
    }
    await keys.reach('main form[action="/report"] button');
    await keys.enter(/\/report\/thanks\//);

    assert.equal(await page.locator('h1').count(), 1);
    await keys.reach('a[href^="/my-reports/"]');
    await keys.enter(/\/my-reports\//);
    assert.ok((await page.locator('main').innerText()).includes(STORY));
    await visitor.leave();
  });
}

test('a report with nothing in it comes back with the focus on its faults', async () => {
  const visitor = await visit('employee', { lang: 'fi', width: 320 });
  const { page } = visitor;
  const keys = keyboard(page);
  await visitor.go('/report');
  // The browser would stop it before it is sent; older ones do not.
  await page.evaluate(() => document.querySelector('form[action="/report"]').setAttribute('novalidate', ''));
  await keys.reach('main form[action="/report"] button');
  await Promise.all([page.waitForSelector('#faults'), keys.press('Enter')]);
  assert.ok(await keys.at('#faults'));
  await keys.reach('#faults a');
  await keys.press('Enter');
  assert.ok(await keys.at('#story, [name="story"]'), 'a link of the summary leads to the field');
  await keys.visible();
  await visitor.leave();
});

test('without an account, going back and sending again is the same report, and the receipt can be read', async () => {
  const visitor = await visit(undefined, { lang: 'en', width: 390 });
  const { page } = visitor;
  const { port } = new URL((await demo()).origin);
  const send = async () => {
    await page.locator('main form button[type=submit]').click();
    await page.waitForSelector('ol.receipt');
    return page.locator('textarea.code').inputValue();
  };
  const back = async () => {
    await page.goBack();
    await page.waitForSelector('#story');
    return page.locator('#story').inputValue();
  };
  await page.goto(`http://localhost:${port}/tell?lang=en`);
  await page.locator('#story').fill(STORY);
  const first = await send();
  const heights = await page.locator('ol.receipt li').evaluateAll((all) => all.map((one) => one.offsetHeight));
  assert.equal(new Set(heights).size, 1, `a word breaks: ${heights}`);

  assert.equal(await back(), STORY, 'the browser keeps the words');
  assert.equal(await send(), first);
  await back();
  await page.locator('#story').fill(`${STORY} And a second one.`);
  assert.notEqual(await send(), first, 'other words are another report');
  await visitor.leave();
});

test('without an account and without scripts, going back leads to the same form', async () => {
  const visitor = await visit(undefined, { lang: 'en', width: 390, js: false });
  const { page } = visitor;
  const { port } = new URL((await demo()).origin);
  const bits = () => page.locator('main form input[name=once]').inputValue();
  const send = async () => {
    await page.locator('main form button[type=submit]').click();
    await page.waitForSelector('h1');
    return page.locator('main').innerText();
  };
  const form = `http://localhost:${port}/tell?lang=en`;
  await page.goto(form);
  const fresh = await bits();
  await page.locator('#story').fill(STORY);
  await send();
  const receipt = await page.locator('textarea.code').inputValue();

  await page.goBack();
  assert.equal(await bits(), fresh);
  if (!(await page.locator('#story').inputValue())) await page.locator('#story').fill(STORY);
  assert.match(await send(), /had reached us before/);
  assert.equal(await page.locator('textarea.code').inputValue(), receipt);
  await page.goBack();
  await page.locator('#story').fill(`${STORY} And a second one.`);
  assert.match(await send(), /has been added/);
  assert.equal(await page.locator('textarea.code').count(), 0, 'the receipt is not shown again');
  await page.locator('main a[href^="/tell?"]').click();
  await page.waitForSelector('#story');
  assert.notEqual(await bits(), fresh, 'a new form');
  await visitor.leave();
});
