// Every number of the year leads to its rows, and no link leads nowhere: as each role, by plain requests. Addresses
// that differ in an id, a board or what is asked alone are one and the same.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demo, ROLES, visit } from './harness.mjs';

/** The kind of page an address leads to. */
function kind(address) {
  const { pathname, searchParams } = new URL(address);
  const part = (text) => (/^[0-9a-f-]{36}$/.test(text) ? '{}' : text);
  const asked = [...searchParams.keys()].filter((key) => key !== 'lang' && key !== 'board').sort();
  return [pathname.split('/').map(part).join('/'), ...new Set(asked)].join(' ');
}

/** Addresses of our own that a page links to. */
function links(html, address) {
  const { origin } = new URL(address);
  const hrefs = [...html.matchAll(/href="([^"#]+)/g)].map(([, href]) => new URL(href.replaceAll('&amp;', '&'), address));
  return hrefs.filter((url) => url.origin === origin && !url.pathname.startsWith('/demo/')).map((url) => url.href);
}

async function walk(role) {
  const visitor = await visit(role);
  const queue = [[`${visitor.origin}/`, ''], [(await demo()).open, '']];
  const seen = new Set(queue.map(([address]) => kind(address)));
  const wrong = [];
  let figures = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [address, from] = next;
    const reply = await visitor.context.request.get(address);
    if (reply.status() >= 400) wrong.push(`${reply.status()} ${address} linked from ${from}`);
    figures += /\/year\/\d+\/figure\//.test(address) ? 1 : 0;
    if (!(reply.headers()['content-type'] ?? '').includes('text/html')) continue;
    for (const href of links(await reply.text(), address)) {
      if (seen.has(kind(href))) continue;
      seen.add(kind(href));
      queue.push([href, address]);
    }
  }
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
