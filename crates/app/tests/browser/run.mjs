// Runs every test file against one demonstration: node run.mjs [FILTER]. SHOTS=DIR takes the pictures instead.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startDemo } from './demo.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const [filter] = process.argv.slice(2);
const all = readdirSync(here).filter((file) => file.endsWith('.test.mjs'));
// The longest first, so that both cores end together.
all.sort((a, b) => Number(b === 'pages.test.mjs') - Number(a === 'pages.test.mjs'));
const named = all.filter((file) => filter && file.includes(filter));
const files = named.length > 0 ? named : all;
const byName = filter && named.length === 0 ? [`--test-name-pattern=${filter}`] : [];

const what = process.env.SHOTS
  ? ['shots.mjs']
  : ['--test', '--test-concurrency=2', '--test-reporter=spec', ...byName, ...files];

const demo = await startDemo();
const { origin, links, open, portal } = demo;
const env = { ...process.env, TILLIT_DEMO: JSON.stringify({ origin, links, open, portal }) };
const child = spawn(process.execPath, what, { cwd: here, stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => {
  demo.stop();
  process.exit(code ?? 1);
});
