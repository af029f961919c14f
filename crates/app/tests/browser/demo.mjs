// Starts the demonstration municipality in a folder of its own and reads the links it prints.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROLES = ['employee', 'manager', 'dpo', 'ciso', 'secretary', 'auditor', 'administrator'];

const BUILT = fileURLToPath(new URL('../../../../target/debug/tillit', import.meta.url));
const PATIENCE = 300_000; // Milliseconds: the program is built without optimisation here.

/** Starts `tillit demo`. Gives {origin, links: {role: address}, open: address, stop()}. */
export async function startDemo(program = process.env.TILLIT_PROGRAM ?? BUILT) {
  const dir = mkdtempSync(join(tmpdir(), 'tillit-browser-'));
  const origin = `http://127.0.0.1:${await freePort()}`;
  const args = ['demo', '--dir', join(dir, 'demo'), '--listen', new URL(origin).host, '--size', 'town'];
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
  const until = Date.now() + PATIENCE;
  while (Date.now() < until && ended === undefined) {
    const found = read(said, origin);
    if (found && (await answers(origin))) return { origin, ...found, stop };
    await new Promise((done) => setTimeout(done, 100));
  }
  stop();
  throw new Error(`${program} demo ${ended ?? 'was not ready in time'}\n${said}\n${logged}`);
}

/** The links in what the program printed; undefined until all are there. */
export function read(said, origin) {
  const links = {};
  for (const [address, role] of said.matchAll(/http:\/\/[\d.:]+\/demo\/([a-z]+)\/[^\s]+/g)) links[role] ??= address;
  const open = said.match(/http:\/\/[\d.:]+\/open[^\s]*/)?.[0];
  const portal = said.match(/http:\/\/localhost:\d+\/post\/[^\s]+/)?.[0];
  const whole = open?.startsWith(origin) && ROLES.every((role) => links[role]);
  return whole ? { links, open, portal } : undefined;
}

async function answers(origin) {
  return fetch(`${origin}/healthz`).then((reply) => reply.ok, () => false);
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
