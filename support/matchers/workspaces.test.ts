import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { html, portalOn, useBrowser } from '../portal/page.test-support.ts';
import type { Portal } from '../portal/portal.ts';
import { WORKSPACES } from '../portal/workspaces.ts';
import {
  expectAccountRecalled,
  expectAllSwitched,
  expectCreationConfirmed,
  expectGreeted,
  expectMailAnnounced,
} from './announcement.ts';
import { expectOpenWorkspaces, expectOwnDescriptions, expectStates, expectSwitched } from './workspaces.ts';

const pageFor = useBrowser();

async function show(t: TestContext, body: string): Promise<Portal> {
  const page = await pageFor(t);
  await page.setContent(html(body));
  return portalOn(page, 'http://127.0.0.1');
}

/** The table of step 3: the rows whose switch is on, and what describes each. */
function table(
  on: readonly string[],
  describe: (name: string) => string = (name) => `Service de ${name.length} lettres : ${name.slice(3)}`,
): string {
  const rows = WORKSPACES.map(
    (name, index) =>
      `<tr><th><label for="e${index}">${name}</label></th><td>${describe(name)}</td>
       <td><input type="checkbox" id="e${index}"${on.includes(name) ? ' checked' : ''}></td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

describe('step 3 must', { concurrency: 4 }, () => {
  it('propose each workspace in its state', async (t) => {
    const { workspaces } = await show(t, table(['Engagements']));
    const rows = WORKSPACES.map((name) => [name, name === 'Engagements' ? 'ouvert' : 'fermé']);
    await expectStates(workspaces, rows);
    await expectSwitched(workspaces.workspace('Engagements'), true);
    await assert.rejects(expectSwitched(workspaces.workspace('Engagements'), false), /non coché \(NON\)/);
    const wrong = rows.map(([name = '']) => [name, 'fermé']);
    await assert.rejects(expectStates(workspaces, wrong), /Constaté : « Engagements » est ouvert\./);
    await assert.rejects(expectStates(workspaces, []), /le tableau est vide/);
  });

  it('switch every workspace', async (t) => {
    const all = await show(t, table(WORKSPACES));
    await expectAllSwitched(all.workspaces, true);
    const but = await show(t, table(WORKSPACES.filter((name) => name !== 'Suivi des flux')));
    await assert.rejects(expectAllSwitched(but.workspaces, true), /« Suivi des flux » reste fermé/);
    const none = await show(t, table(['Suivi des flux']));
    await assert.rejects(expectAllSwitched(none.workspaces, false), /« Suivi des flux » reste ouvert/);
  });

  it('describe each workspace in words of its own', async (t) => {
    await expectOwnDescriptions((await show(t, table([]))).workspaces);
    const same = await show(
      t,
      table([], (name) => (name.startsWith('Factures') ? 'Vos factures' : `Service ${name.slice(3)}`)),
    );
    await assert.rejects(
      expectOwnDescriptions(same.workspaces),
      /« Factures émises » : « Vos factures », déjà/,
    );
    const none = await show(
      t,
      table([], (name) => (name === 'Engagements' ? '' : `Service ${name.slice(3)}`)),
    );
    await assert.rejects(expectOwnDescriptions(none.workspaces), /« Engagements » : aucun descriptif\./);
  });

  it('greet by the name, which the login address does not stand for', async (t) => {
    const applicant = { nom: 'Martin', email: 'martin@acme.test' };
    const greet = async (words: string) =>
      (await show(t, `<div><h1>Bienvenue ${words}</h1></div>`)).workspaces;
    await expectGreeted(await greet('Zoé MARTIN'), applicant);
    for (const words of ['', 'martin@acme.test', 'Madame Martinez'])
      await assert.rejects(expectGreeted(await greet(words), applicant), /un accueil par le nom/);
  });

  it('recall the account by its address', async (t) => {
    await expectAccountRecalled(await show(t, '<p>ANNE@acme.test</p>'), 'anne@acme.test');
    await assert.rejects(
      expectAccountRecalled(await show(t, '<p>Votre compte</p>'), 'anne@acme.test'),
      /cette adresse ne figure pas/,
    );
  });

  it('confirm the creation, and announce the mail', async (t) => {
    const both = await show(
      t,
      '<p>Votre compte est créé.</p><p>Un courriel d’activation vous est envoyé.</p>',
    );
    await expectCreationConfirmed(both);
    await expectMailAnnounced(both);
    const neither = await show(t, '<p>Merci.</p>');
    await assert.rejects(expectCreationConfirmed(neither), /« Votre compte est créé », ou/);
    await assert.rejects(expectMailAnnounced(neither), /l'annonce d'un courriel/);
  });
});

it('the account must show these workspaces open, and no other', async (t) => {
  const { account } = await show(t, table(['Engagements', 'Suivi des flux']));
  await expectOpenWorkspaces(account, ['Suivi des flux', 'Engagements']);
  for (const names of [['Engagements'], ['Engagements', 'Factures émises']] as const)
    await assert.rejects(expectOpenWorkspaces(account, names), /Constaté : Engagements, Suivi des flux\./);
});
