// Set-up, then signing in with OpenID Connect against a real provider (npm oidc-provider), in a real browser.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import Provider from 'oidc-provider';
import { inspect } from './checks.mjs';
import { launch } from './harness.mjs';
import { startInstallation } from './installation.mjs';
import { freePort } from './program.mjs';

const PASSWORD = 'sininen ovi narisee';
let house;
let provider;

before(async () => {
  const [port, own] = [await freePort(), await freePort()];
  provider = await startProvider(port, `http://127.0.0.1:${own}/sign-in/back`);
  house = await startInstallation(own, `[sign_in.oidc]
issuer = "${provider.issuer}"
client_id = "tillit"
client_secret_file = "DIR/client.secret"
email_domains = ["testby.example"]
name = "Testby"
`);
});

after(() => {
  provider?.stop();
  house?.stop();
});

/** A provider whose sign-in page has one field: who one is. Consent is given beforehand, as in a municipality. */
async function startProvider(port, back) {
  const issuer = `http://127.0.0.1:${port}`;
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'tillit', client_secret: 'only-the-two-of-us-know', redirect_uris: [back] }],
    jwks: { keys: [{ ...key, kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key for the cookies of this test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@testby.example`, email_verified: !id.startsWith('unverified') }),
    }),
    async loadExistingGrant({ oidc: { provider: own, client, session } }) {
      const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const callback = oidc.callback();
  const server = createServer(async (request, reply) => {
    if (!request.url.startsWith('/interaction/')) return callback(request, reply);
    if (request.method === 'GET') {
      reply.setHeader('content-type', 'text/html; charset=utf-8');
      return reply.end('<title>Who</title><form method="post"><input name="who"><button>Enter</button></form>');
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const accountId = new URLSearchParams(body).get('who');
    return oidc.interactionFinished(request, reply, { login: { accountId } });
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    issuer,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function browser() {
  const context = await (await launch()).newContext({ reducedMotion: 'reduce', locale: 'en' });
  const page = await context.newPage();
  return { context, page, leave: () => context.close() };
}

/** Nothing is wrong with the page, on a wide light screen and on a narrow dark one. */
async function clean(page) {
  for (const [width, colorScheme] of [[320, 'dark'], [1280, 'light']]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    assert.deepEqual(await inspect(page, 'en'), [], `${page.url()} at ${width} px`);
  }
}

/** Goes through the provider as somebody; gives the page that stands at the end. */
async function enterAs(page, who) {
  await page.goto(`${house.origin}/sign-in?to=/account`);
  await page.getByRole('link', { name: 'Sign in with Testby' }).click();
  await page.locator('input[name=who]').fill(who);
  return Promise.all([page.waitForURL(`${house.origin}/**`), page.getByRole('button').click()]);
}

test('an empty installation is set up with the code from the console', async () => {
  const { page, leave } = await browser();
  await page.goto(`${house.origin}/sign-in`);
  assert.equal(new URL(page.url()).pathname, '/setup');
  await clean(page);
  const fields = {
    code: '0000-0000-0000-0000-0000-0000-0000-0000',
    board: 'Municipal executive', board_code: 'ME', unit: 'Administration', unit_code: 'ME-1',
    given: 'Aino', family: 'Laine', number: '9001', title: 'Chief information officer',
    email: 'aino.laine@testby.example', new: PASSWORD, again: PASSWORD,
  };
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await page.locator('.faults').waitFor();
  await clean(page);
  assert.equal(await page.locator('[name=board]').inputValue(), 'Municipal executive');
  assert.equal(await page.locator('[name=new]').inputValue(), '', 'a password never comes back');
  await page.locator('[name=code]').fill(house.code);
  for (const name of ['new', 'again']) await page.locator(`[name=${name}]`).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/setup');
  assert.equal((await page.goto(`${house.origin}/setup`)).status(), 404);
  assert.equal((await page.goto(`${house.origin}/account`)).status(), 200);
  await clean(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${house.origin}/sign-in`);
  await clean(page);
  await leave();
});

test('the provider signs in whoever has a verified address in the personnel data', async () => {
  const { context, page, leave } = await browser();
  const callbacks = [];
  page.on('request', (request) => request.url().includes('/sign-in/back?') && callbacks.push(request.url()));
  await enterAs(page, 'aino.laine');
  assert.equal(page.url(), `${house.origin}/account`);
  assert.match(await page.locator('main').innerText(), /Aino Laine/);
  const cookie = (await context.cookies(house.origin)).find((one) => one.name === '__Host-tillit');
  assert.ok(cookie.httpOnly && cookie.secure && cookie.sameSite === 'Lax');

  // The administrator sees that the person is linked now.
  await page.goto(`${house.origin}/accounts?q=aino`);
  await clean(page);
  await page.getByRole('link', { name: 'Aino Laine' }).click();
  assert.match(await page.locator('main').innerText(), /Sign-in service\s+Linked/);
  await clean(page);

  // The address that the provider led back to is worth nothing a second time, here or elsewhere.
  assert.equal(callbacks.length, 1);
  const stranger = await browser();
  for (const [visitor, url] of [[page, callbacks[0]], [stranger.page, callbacks[0]]]) {
    assert.equal((await visitor.goto(url)).status(), 409);
  }
  const forged = new URL(callbacks[0]);
  forged.searchParams.set('state', 'forged');
  assert.equal((await stranger.page.goto(forged.href)).status(), 409);
  await stranger.leave();
  await leave();
});

test('whoever is not known or not verified gets a page that says so', async () => {
  for (const who of ['somebody.else', 'unverified.laine']) {
    const { page, leave } = await browser();
    await enterAs(page, who);
    assert.match(await page.locator('main').innerText(), /Your account is not known here/);
    await clean(page);
    assert.equal((await page.goto(`${house.origin}/account`)).status(), 200);
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await leave();
  }
});

test('when the provider is away, passwords still work', async () => {
  const { page, leave } = await browser();
  provider.stop();
  await page.goto(`${house.origin}/sign-in?to=/account`);
  await page.getByLabel('Account').fill('aino.laine@testby.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.faults').waitFor();
  await clean(page);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${house.origin}/account`);
  await leave();
});
