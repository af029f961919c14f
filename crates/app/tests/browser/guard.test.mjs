// The guard on outgoing mail as its sender and the data protection officer see it. The demonstration has sent its
// sample mails through the real engine; without them there is nothing to test, and that is a failure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGS, visit } from './harness.mjs';
import { keyboard } from './keyboard.mjs';

test('the sender reads why a mail is held, and decides with the keyboard alone', async () => {
  const visitor = await visit('employee', { lang: 'en', width: 320 });
  const { page } = visitor;
  await visitor.go('/my-mails');
  assert.deepEqual(await visitor.faults(), []);
  const waits = page.locator('tr', { has: page.locator('.tag.warn') }).first();
  await Promise.all([page.waitForURL(/\/my-mails\//), waits.locator('a').click()]);
  assert.ok((await page.locator('mark').count()) > 0, 'the passage is marked');
  assert.deepEqual(await visitor.faults(), []);

  const keys = keyboard(page);
  await keys.reach('input[name="answer"]');
  await keys.choose('secure');
  await keys.reach('main form button');
  await keys.enter(/\/my-mails\//);
  assert.equal(await page.locator('input[name="answer"]').count(), 0, 'there is nothing left to decide');
  await visitor.leave();
});

test('nobody else reads it: neither the officer nor another person', async () => {
  const sender = await visit('employee');
  await sender.go('/my-mails');
  const href = await sender.page.locator('tbody a').first().getAttribute('href');
  await sender.leave();
  for (const role of ['dpo', 'manager', 'administrator']) {
    const other = await visit(role);
    const reply = await other.go(href);
    assert.equal(reply.status(), 404, role);
    await other.leave();
  }
});

for (const look of [{ lang: 'fi', width: 320 }, { lang: 'da', width: 1280, dark: true }]) {
  test(`the officer sees masked findings and searches the evidence, ${JSON.stringify(look)}`, async () => {
    const visitor = await visit('dpo', look);
    const { page } = visitor;
    for (const path of ['/guard/mails', '/guard/weeks', '/guard/mailboxes', '/guard/eyes', '/guard/evidence']) {
      await visitor.go(path);
      assert.deepEqual(await visitor.faults(), [], path);
    }
    await visitor.go('/guard/mails');
    await Promise.all([page.waitForURL(/\/guard\/mails\//), page.locator('tbody a').first().click()]);
    assert.deepEqual(await visitor.faults(), []);
    const message = await page.locator('dd.code').first().innerText();
    await visitor.go('/guard/evidence');
    await page.fill('#message', message);
    await Promise.all([page.waitForURL(/message=/), page.locator('main form button').click()]);
    assert.ok((await page.locator('section.card').count()) > 0, 'the mail is found by its message id');
    await visitor.leave();
  });
}

test('one click makes a case of what left in spite of everything', async () => {
  const visitor = await visit('dpo');
  const { page } = visitor;
  await visitor.go('/guard/mails?only=exposed');
  await Promise.all([page.waitForURL(/\/guard\/mails\//), page.locator('tbody a').first().click()]);
  const form = page.locator('form[action$="/incident"]');
  await Promise.all([page.waitForURL(/\/incidents\//), form.locator('button').click()]);
  assert.equal(await page.locator('h1').count(), 1);
  await visitor.leave();
});

test('a manager reads counts without names in every language', async () => {
  const visitor = await visit('manager');
  for (const lang of LANGS) {
    await visitor.go('/guard/units', lang);
    assert.deepEqual(await visitor.faults(), [], lang);
  }
  await visitor.leave();
});
