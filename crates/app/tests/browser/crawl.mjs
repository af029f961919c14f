// Following links: of each kind of page one.

/**
 * Opens addresses, and what they link to. `kind(address)` is the same for pages that count as one;
 * `open(address, from)` gives the addresses that a page links to. Gives the kinds.
 */
export async function crawl(starts, kind, open) {
  const queue = starts.map((address) => [address, '']);
  const seen = new Set(starts.map(kind));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [address, from] = next;
    for (const href of await open(address, from)) {
      if (!own(href, address) || seen.has(kind(href))) continue;
      seen.add(kind(href));
      queue.push([href, address]);
    }
  }
  return seen;
}

/** Whether an address is one of the program under test: the demonstration's sign-in links are not followed. */
function own(href, address) {
  const { origin, pathname } = new URL(href);
  return origin === new URL(address).origin && !pathname.startsWith('/demo/');
}

/** The kind of page an address leads to: `same(part)` tells which parts of its path are all the same. */
export function kindOf(address, same, left) {
  const { pathname, searchParams } = new URL(address);
  const asked = [...searchParams.keys()].filter((key) => !left.includes(key)).sort();
  return [pathname.split('/').map((part) => (same(part) ? '{}' : part)).join('/'), ...new Set(asked)].join(' ');
}
