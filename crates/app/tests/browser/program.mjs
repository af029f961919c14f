// Starts the program with a folder of its own, and ends both together.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../../target/debug/tillit', import.meta.url));

export function ownFolder() {
  return mkdtempSync(join(tmpdir(), 'tillit-browser-'));
}

/**
 * Runs `tillit ...args` until it serves at `origin` and `read` finds what is wanted in what it printed; `patience` in
 * milliseconds. Gives what was found, with {origin, stop()}; stopping takes the folder `dir` away too.
 */
export async function start({ args, dir, origin, patience, read, program = process.env.TILLIT_PROGRAM ?? BUILT }) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
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
  child.once('exit', (code, signal) => (ended = `ended with ${code ?? signal}`));
  const until = Date.now() + patience;
  while (Date.now() < until && ended === undefined) {
    const found = read(said);
    if (found && (await answers(origin))) return { ...found, origin, stop };
    await new Promise((done) => setTimeout(done, 50));
  }
  stop();
  throw new Error(`${program} ${args[0]} ${ended ?? 'was not ready in time'}\n${said}\n${logged}`);
}

async function answers(origin) {
  return fetch(`${origin}/healthz`).then((reply) => reply.ok, () => false);
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
