// Hands that have a keyboard and nothing else. At every step the focus must show.
//
//   const keys = keyboard(page);
//   await keys.reach('a[href="/report"]');
//   await keys.enter(/\/report$/);
import assert from 'node:assert/strict';
import { focusFault } from './checks.mjs';

const MOST = 120; // Presses of Tab before something counts as out of reach.

export function keyboard(page) {
  const at = (selector) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  const visible = async () => assert.equal((await focusFault(page)) ?? '', '', page.url());
  return {
    at,
    visible,
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    /** Tab until the element has the focus. */
    async reach(selector) {
      for (let presses = 0; presses < MOST; presses += 1) {
        await page.keyboard.press('Tab');
        await visible();
        if (await at(selector)) return;
      }
      assert.fail(`Tab does not reach ${selector} on ${page.url()}`);
    },
    /** Enter, which leads to an address. */
    async enter(address, patience = 30_000) {
      await Promise.all([page.waitForURL(address, { timeout: patience }), page.keyboard.press('Enter')]);
    },
    /** The arrow keys, until the choice that has the focus is this one. */
    async choose(value) {
      for (let presses = 0; presses < MOST; presses += 1) {
        const now = await page.evaluate(() => {
          const { activeElement: choice } = document;
          return choice.type === 'radio' && !choice.checked ? undefined : choice.value;
        });
        if (now === value) return;
        await page.keyboard.press('ArrowDown');
        await visible();
      }
      assert.fail(`the arrows do not reach ${value} on ${page.url()}`);
    },
  };
}
