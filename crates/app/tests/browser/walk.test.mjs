// One incident from the report on a phone to the year's figure: triage, awareness, assessment, notification in two
// phases, letter, measure, closing. Whole in one language; the pages that carry it in the others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGS, visit } from './harness.mjs';

const STORY = 'The list of a swimming course went to a parent of another group.';
const FACTS = 'A list with twelve names and telephone numbers was sent to one wrong parent, who deleted it.';

/** The minute that the demonstration's clock shows, as a form writes it. */
function minute() {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short',
  }).format(new Date());
  return parts.replace(' ', 'T');
}

const today = () => minute().slice(0, 10);

/** Fills in the form of the page: [name, value] or [name, [values]]. */
async function fill(page, fields) {
  const form = page.locator('main form.sheet').last();
  for (const [name, value] of fields) {
    const field = form.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((one) => (one.localName === 'input' ? one.type : one.localName));
    if (kind === 'radio' || kind === 'checkbox') {
      for (const one of [value].flat()) await form.locator(`[name="${name}"][value="${one}"]`).check();
    } else if (kind === 'select') {
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
}

/** Sends the form of the page and waits for where it leads. */
async function send(page, to, button = 'button:not(.quiet)') {
  await page.locator('main form.sheet').last().locator(button).last().click();
  await page.waitForURL(to).catch(async () => {
    throw new Error(`the form came back: ${await page.locator('main').innerText()}`);
  });
}

const PARTS = [
  ['controller', [
    ['dpo_contact', 'Data protection officer, 09 555 0100'], ['controller_number', '0000000-0'],
    ['controller_contact', 'Town hall, 00000 Testby'],
  ]],
  ['times', [['occurred', 'day'], ['occurred_from_2', today()], ['discovered_by', 'own']]],
  ['nature', [
    ['what_happened', FACTS], ['kinds', ['c']], ['disclosure', 'disclosed'], ['unintelligible', 'no'],
    ['natures', ['r']], ['cause', 'internal'],
  ]],
  ['people', [['groups', ['minors']], ['people_count', 'exact'], ['people_count_2', '12']]],
  ['records', [['record_kinds', ['basic']], ['record_count', 'approximate'], ['record_count_2', '12']]],
  ['consequences', [
    ['consequences_c', 'One stranger knows who takes part in the course.'], ['impacts', ['loss_of_control']],
    ['severity', 'minor'], ['risk', 'not_high'], ['measures_taken', 'The message was deleted.'],
  ]],
  ['informed', [['informed', 'informed'], ['informed_on_2', today()], ['informed_means', ['individual']]]],
];

test('an incident from the telephone to the figure of the year', async () => {
  const anna = await visit('employee', { lang: 'en', width: 320 });
  await anna.go('/report');
  assert.deepEqual(await anna.faults(), []);
  await fill(anna.page, [['story', STORY], ['noticed', 'today'], ['about', 'wrong_recipient']]);
  if (await anna.page.locator('#unit').count()) await anna.page.locator('#unit').selectOption({ index: 1 });
  await send(anna.page, /\/report\/thanks\//);
  assert.deepEqual(await anna.faults(), []);
  const id = anna.page.url().match(/thanks\/([0-9a-f-]+)/)[1];
  const number = (await anna.page.locator('main').innerText()).match(/\d{4}-\d{4,}/)[0];

  const doris = await visit('dpo', { lang: 'en' });
  const { page } = doris;
  const look = async (path) => {
    assert.equal((await doris.go(path)).status(), 200, path);
    assert.deepEqual(await doris.faults(), [], path);
  };
  const of = (path) => `/incidents/${id}${path}`;
  const home = new RegExp(`/incidents/${id}(\\?|$)`);

  await look(`/incidents?text=${number}`);
  await page.locator('tbody th a', { hasText: number }).click();
  await page.waitForURL(home);

  // Triage: taken up; the investigation before the awareness shows.
  await look(of('/clocks'));
  const taken = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.locator('form:has(input[name="take_up"]) button').click();
  await taken;
  await page.waitForURL(/\/clocks$/);

  await look(of('/step/assess'));
  await fill(page, [
    ['outcome', 'breach'], ['facts', FACTS], ['aware', minute()], ['kinds', ['c']], ['people', '10_99'],
    ['cause', 'human'], ['origin', 'internal'], ['discoverer', 'staff'], ['natures', ['r']],
  ]);
  await send(page, home);

  await look(of('/severity'));
  await fill(page, [['simple', '1'], ['ease', '3']]);
  await send(page, /count=1/);
  await fill(page, [['risk', 'risk'], ['reason', 'Children, but only names.']]);
  await send(page, /\/severity$/);

  // No case is closed before the reporter has an answer.
  assert.equal((await doris.go(of('/step/close'))).status(), 409);
  await look(of('/step/answer'));
  await fill(page, [['answer', 'Thank you. The list is deleted.']]);
  await send(page, home);

  // The authority: what is known at once, the rest in a second phase.
  await look(of('/notification/send'));
  await fill(page, [['phase', 'preliminary'], ['sent', minute()], ['way', 'service'], ['receipt', 'TEST/1'],
    ['reason', 'A risk cannot be ruled out.']]);
  await send(page, /\/notification(\?|$)/);
  assert.equal((await doris.go(of('/step/close'))).status(), 200);
  assert.equal(await page.locator('main form.sheet button').count(), 0, 'the authority waits for the rest');
  assert.equal(await page.locator('main .note.warn a[href$="/notification"]').count(), 1);
  for (const [part, fields] of PARTS) {
    await doris.go(of(`/notification/part/${part}`));
    await fill(page, fields);
    await send(page, /\/notification(\?|$)/, 'button[value="home"]');
  }
  await look(of('/notification/send'));
  await fill(page, [['phase', 'complete'], ['sent', minute()], ['way', 'service']]);
  await send(page, /\/notification(\?|$)/);
  await look(of('/notification/sent/draft/copy'));

  // The people concerned.
  await look(of('/letters/text/fi'));
  await page.locator('main form.sheet button').first().waitFor();
  for (const name of ['happened', 'consequences', 'measures', 'advice', 'contact']) {
    const field = page.locator(`main form.sheet [name="${name}"]`);
    if ((await field.inputValue()) === '') await field.fill('Lista lähti väärälle vanhemmalle.');
  }
  await send(page, /\/letters(\?|$)/);
  await look(of('/letters/told'));
  await fill(page, [
    ['at', minute()], ['channel', 'letter'], ['people', 'Parents of the group'], ['number', '12'], ['extent', 'all'],
    ['lang', 'fi'], ['reason', 'Children are concerned.'],
  ]);
  await send(page, /\/letters(\?|$)/);

  await look(of('/measure'));
  await fill(page, [['text', 'Messages to groups go out with the mailing tool.'], ['due', `${Number(today().slice(0, 4)) + 1}-01-31`]]);
  await send(page, home);
  await look(of('/step/close'));
  await send(page, home);

  await anna.go(`/my-reports/${id}`);
  assert.ok((await anna.page.locator('main').innerText()).includes('Thank you. The list is deleted.'));

  // The year counts it, and the figure leads back to the case.
  const year = today().slice(0, 4);
  await look('/year');
  if ((await page.locator(`a[href="/year/${year}"]`).count()) === 0) {
    await page.locator('form[action="/year"] #year').fill(year);
    await page.locator('form[action="/year"] [name="kind"]').first().check();
    await page.locator('form[action="/year"] button').click();
    await page.waitForURL(new RegExp(`/year/${year}`));
  }
  for (const figure of ['inc.known', 'inc.notified_72h', 'inc.people_told.told']) {
    await look(`/year/${year}/figure/${figure}`);
    assert.equal(await page.locator(`main a[href="/incidents/${id}"]`).count(), 1, figure);
  }

  // The pages that carry the walk, in the other languages and on a phone.
  await doris.look({ width: 320 });
  for (const lang of LANGS.filter((lang) => lang !== 'en')) {
    for (const path of ['', '/clocks', '/notification']) {
      assert.equal((await doris.go(of(path), lang)).status(), 200, path);
      assert.deepEqual(await doris.faults(), [], `${lang} ${path}`);
    }
  }
  await anna.leave();
  await doris.leave();
});
