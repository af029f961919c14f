// Starts the demonstration municipality and reads the links it prints.
import { join } from 'node:path';
import { freePort, ownFolder, start } from './program.mjs';

export const ROLES = ['employee', 'manager', 'dpo', 'ciso', 'secretary', 'auditor', 'administrator'];

const PATIENCE = 300_000; // Milliseconds: the program is built without optimisation here.

/** Starts `tillit demo`. Gives {origin, links: {role: address}, open: address, portal: address, stop()}. */
export async function startDemo(program) {
  const dir = ownFolder();
  const origin = `http://127.0.0.1:${await freePort()}`;
  const args = ['demo', '--dir', join(dir, 'demo'), '--listen', new URL(origin).host, '--size', 'town'];
  return start({ args, dir, origin, patience: PATIENCE, read: (said) => read(said, origin), program });
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
