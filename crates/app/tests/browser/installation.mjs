// A real, empty installation: `tillit serve` with a configuration of its own, on SQLite in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../../target/debug/tillit', import.meta.url));
const PATIENCE = 60_000; // Milliseconds.

/** Starts an empty installation. Gives {origin, code: the one of the set-up page, stop()}. */
export async function startInstallation(port, more = '', program = process.env.TILLIT_PROGRAM ?? BUILT) {
  const dir = mkdtempSync(join(tmpdir(), 'tillit-installation-'));
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
  const child = spawn(program, ['serve', '--config', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', stop);
  let said = '';
  let logged = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (logged = (logged + text).slice(-4000)));
  let ended;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (status, signal) => (ended = `ended with ${status ?? signal}`));
  const until = Date.now() + PATIENCE;
  while (Date.now() < until && ended === undefined) {
    const code = said.match(/\b[0-9a-f]{4}(?:-[0-9a-f]{4}){7}\b/)?.[0];
    if (code && (await fetch(`${origin}/healthz`).then((reply) => reply.ok, () => false))) return { origin, code, stop };
    await new Promise((done) => setTimeout(done, 50));
  }
  stop();
  throw new Error(`${program} serve ${ended ?? 'was not ready in time'}\n${said}\n${logged}`);
}

export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
