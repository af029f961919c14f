// A real, empty installation: `tillit serve` with a configuration of its own, on SQLite in a folder of its own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder, start } from './program.mjs';

const PATIENCE = 60_000; // Milliseconds.

/** Starts an empty installation. Gives {origin, code: the one of the set-up page, stop()}. */
export async function startInstallation(port, more = '', program) {
  const dir = ownFolder();
  const origin = `http://127.0.0.1:${port}`;
  const file = join(dir, 'tillit.toml');
  writeFileSync(join(dir, 'client.secret'), 'only-the-two-of-us-know\n', { mode: 0o600 });
  const config = `[municipality]
name = { en = "Testby", fi = "Testilä" }
zone = "Europe/Helsinki"
language = "en"
[server]
listen = "127.0.0.1:${port}"
public_url = "${origin}"
[database]
url = "sqlite:${join(dir, 'tillit.sqlite')}"
keys_dir = "${join(dir, 'keys')}"
`;
  writeFileSync(file, config + more.replaceAll('DIR', dir));
  return start({ args: ['serve', '--config', file], dir, origin, patience: PATIENCE, read, program });
}

/** The code in what the program printed. */
function read(said) {
  const code = said.match(/\b[0-9a-f]{4}(?:-[0-9a-f]{4}){7}\b/)?.[0];
  return code && { code };
}
