// Every number of the year leads to its rows, and no link leads nowhere: as each role, by plain requests. Addresses
// that differ in an id, a board or what is asked alone are one and the same.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crawl, kindOf } from './crawl.mjs';
import { demo, ROLES, visit } from './harness.mjs';

const ID = /^[0-9a-f-]{36}$/;
const kind = (address) => kindOf(address, (part) => ID.test(part), ['lang', 'board']);

/** Addresses that a page links to. */
function links(html, address) {
  return [...html.matchAll(/href="([^"#]+)/g)].map(([, href]) => new URL(href.replaceAll('&amp;', '&'), address).href);
}

async function walk(role) {
  const visitor = await visit(role);
  const wrong = [];
  let figures = 0;
  await crawl([`${visitor.origin}/`, (await demo()).open], kind, async (address, from) => {
    const reply = await visitor.context.request.get(address);
    if (reply.status() >= 400) wrong.push(`${reply.status()} ${address} linked from ${from}`);
    figures += /\/year\/\d+\/figure\//.test(address) ? 1 : 0;
    const page = (reply.headers()['content-type'] ?? '').includes('text/html');
    return page ? links(await reply.text(), address) : [];
  });
  await visitor.leave();
  return { wrong, figures };
}

describe('links', () => {
  for (const role of ROLES) {
    test(`no link of the ${role} leads nowhere`, async () => {
      const { wrong, figures } = await walk(role);
      assert.deepEqual(wrong, []);
      // Whoever reads the year reads all of its figures.
      if (['dpo', 'auditor'].includes(role)) assert.ok(figures > 300, `${figures} figures`);
    });
  }
});
