// The pages of the guard on outgoing mail that stand also where nothing was stopped yet: the sender's list, the
// officer's desk, the manager's counts. What happens to a held mail is tested from its door in modules/guard/held.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGS, visit } from './harness.mjs';

const PAGES = [
  ['employee', ['/my-mails']],
  ['dpo', ['/guard/mails', '/guard/weeks', '/guard/mailboxes', '/guard/eyes', '/guard/evidence']],
  ['auditor', ['/guard/evidence?message=none%40nowhere.example']],
  ['manager', ['/guard/units']],
];

for (const [role, paths] of PAGES) {
  test(`the guard's pages for the ${role}`, async () => {
    const visitor = await visit(role, { width: 320 });
    for (const lang of LANGS) {
      for (const path of paths) {
        await visitor.go(path, lang);
        assert.deepEqual(await visitor.faults(), [], `${path} ${lang}`);
      }
    }
    await visitor.leave();
  });
}

test('a second reader who is none has no page', async () => {
  const visitor = await visit('employee');
  const reply = await visitor.go('/guard/second');
  assert.equal(reply.status(), 404);
  await visitor.leave();
});
