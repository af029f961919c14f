// The README's pictures, into the folder that SHOTS names. Small: they are read beside text.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demo, launch, visit } from './harness.mjs';

const folder = process.env.SHOTS;
const LANG = process.env.SHOTS_LANG ?? 'en';
mkdirSync(folder, { recursive: true });

async function shot(name, role, path, look) {
  const visitor = await visit(role, { lang: LANG, ...look });
  await visitor.go(path);
  await visitor.page.screenshot({ path: join(folder, `${name}.png`) });
  await visitor.leave();
}

/** One page of the sheet's PDF, by poppler. */
async function paper(name, sheet, number) {
  const visitor = await visit();
  await visitor.go(sheet, LANG);
  const href = await visitor.page.locator('a[href*=".pdf"]').first().getAttribute('href');
  const reply = await visitor.context.request.get(new URL(href, visitor.page.url()).href);
  const dir = mkdtempSync(join(tmpdir(), 'tillit-shots-'));
  writeFileSync(join(dir, 'sheet.pdf'), await reply.body());
  const page = String(number);
  const to = join(folder, name);
  execFileSync('pdftoppm', ['-png', '-r', '60', '-f', page, '-l', page, '-singlefile', join(dir, 'sheet.pdf'), to]);
  rmSync(dir, { recursive: true });
  await visitor.leave();
}

const { open, stop } = await demo();
const listed = await visit();
await listed.go(new URL(open).pathname, LANG);
// The first page for everybody lists the years; the picture shows the newest.
const sheet = new URL(await listed.page.locator('main a[href*="/open/"]').first().getAttribute('href'), open).pathname;
await listed.go(sheet, LANG);
const inShort = await listed.page.locator('main a[href^="#"]').first().getAttribute('href');
await listed.leave();
await shot('phone', 'employee', '/', { width: 360 });
await shot('dpo', 'dpo', '/', { width: 1024 });
await shot('sheet', undefined, sheet + inShort, { width: 1024 });
await shot('sheet-dark', undefined, sheet + inShort, { width: 1024, dark: true });
await paper('paper', sheet, 8);
await (await launch()).close();
stop?.();
