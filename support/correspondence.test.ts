import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Correspondence } from './correspondence.ts';
import { Finding } from './failures.ts';
import { startMailbox } from './mailbox/testing.ts';
import { expectNobodyElse, expectSilence } from './matchers/mail.ts';
import { Silences } from './silences.ts';
import { embeddedTarget } from './target/embedded.ts';
import type { Target } from './target/target.ts';

const PORTAL = 'http://127.0.0.1:8020';
const ANNE = 'anne@fournisseur.example';

async function start(t: TestContext, changes: Partial<Target> = {}) {
  const { mailbox, send } = await startMailbox(t);
  const times = { ...embeddedTarget.mail, deadlineMs: 200, quietMs: 100 };
  const target = { ...embeddedTarget, ...changes, mail: times };
  const mail = new Correspondence(mailbox, target, `${PORTAL}/`);
  const silences = new Silences(target.mail.quietMs);
  return { mail, send, hearing: { mail, silences } };
}

function activation(to: string, token: string, more = '') {
  return {
    to,
    subject: 'Activation',
    html: `<a href="${PORTAL}/">Accueil</a> <a href="${PORTAL}/activation?jeton=${token}">Activer</a> ${more}`,
  };
}

describe('a correspondence', () => {
  it('finds the activation link past the home page and other sites', async (t) => {
    const { mail, send } = await start(t);
    await send({
      to: ANNE,
      html: `<a href="https://acme.example/activation">A</a><a href="${PORTAL}">B</a><a href="${PORTAL}/?jeton=1">C</a>`,
    });
    assert.equal(await mail.activationLinkOf(ANNE), `${PORTAL}/?jeton=1`);
    assert.deepEqual(mail.lastRead?.recipients, [ANNE]);
    assert.match(await mail.raw(await mail.activationMailOf(ANNE)), /^To: anne@fournisseur\.example/m);
  });

  it('reads a mail once: the same one answers again', async (t) => {
    const { mail, send } = await start(t);
    await send(activation(ANNE, 'a'));
    const first = await mail.activationMailOf(ANNE);
    assert.equal(await mail.activationMailOf(ANNE), first);
  });

  it('waits for the next mail once the page is turned, and takes none of the old ones for it', async (t) => {
    const { mail, send } = await start(t);
    await send(
      activation(ANNE, 'a', `<a href="${PORTAL}/aide">Aide</a> <a href="http://autre.example/x">X</a>`),
    );
    assert.deepEqual(await mail.portalLinksOf(ANNE), [
      `${PORTAL}/`,
      `${PORTAL}/activation?jeton=a`,
      `${PORTAL}/aide`,
    ]);
    await mail.turnPage(ANNE);
    await assert.rejects(mail.activationLinkOf(ANNE), Finding);
    await send(activation(ANNE, 'b'));
    assert.equal(await mail.activationLinkOf(ANNE), `${PORTAL}/activation?jeton=b`);
  });

  it('is a finding, naming address, time and mailbox, when no mail comes', async (t) => {
    const { mail } = await start(t);
    await assert.rejects(
      mail.activationLinkOf(ANNE),
      (error) =>
        error instanceof Finding &&
        error.observation.done.includes(ANNE) &&
        /^aucun en 0\.2 s \(Mailpit http/.test(error.observation.seen),
    );
  });

  it('is a finding, naming the links, when none leads into the portal', async (t) => {
    const { mail, send } = await start(t);
    await send({ to: ANNE, html: `<a href="${PORTAL}/">A</a><a href="http://autre.example/x">B</a>` });
    await assert.rejects(
      mail.activationLinkOf(ANNE),
      (error) =>
        error instanceof Finding &&
        error.observation.seen === `seulement : ${PORTAL}/, http://autre.example/x`,
    );
    await send({ to: 'b@fournisseur.example', text: 'Bonjour' });
    await assert.rejects(mail.activationLinkOf('b@fournisseur.example'), /Constaté : aucun lien\./);
    await send({ to: 'c@fournisseur.example', text: 'Votre code : 4821093756' });
    await assert.rejects(
      mail.activationLinkOf('c@fournisseur.example'),
      /Constaté : aucun lien ; il porte un code : la cible peut le dire/,
    );
  });

  it('takes a link that differs from the home page by its fragment', async (t) => {
    const { mail, send } = await start(t);
    await send({ to: ANNE, html: `<a href="${PORTAL}/">A</a><a href="${PORTAL}/#/activer/a1">B</a>` });
    assert.equal(await mail.activationLinkOf(ANNE), `${PORTAL}/#/activer/a1`);
  });

  it('gives what comes besides the mails known, and their links into the portal', async (t) => {
    const { mail, send } = await start(t);
    assert.equal(await mail.mailTo(ANNE), undefined);
    await send(activation(ANNE, 'a'));
    const first = await mail.activationMailOf(ANNE);
    assert.deepEqual(await mail.mailsTo(ANNE, [first]), []);
    await send(activation(ANNE, 'b', `<a href="${PORTAL}/aide">Aide</a>`));
    await send(activation(ANNE, 'c'));
    const [second, third, ...more] = await mail.mailsTo(ANNE, [first]);
    assert.deepEqual(more, []);
    assert.ok(second && third);
    assert.deepEqual(mail.linksInto(second), [`${PORTAL}/activation?jeton=b`, `${PORTAL}/aide`]);
    assert.equal((await mail.mailTo(ANNE))?.id, first.id);
  });

  it('is a finding, not a fault of ours, when a link of the mail is no address', async (t) => {
    const { mail, send } = await start(t);
    await send({ to: ANNE, html: '<a href="http://[portail/activation">Activer</a>' });
    await assert.rejects(
      mail.activationLinkOf(ANNE),
      (error) => error instanceof Finding && error.observation.seen.includes('http://[portail/activation'),
    );
  });

  it('knows a copy by the activation link it carries', async (t) => {
    const { mail, send, hearing } = await start(t);
    await send(activation(ANNE, 'secret'));
    await expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE);
    await send(activation('espion@autre.example', 'secret'));
    await assert.rejects(
      expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE),
      (error) => error instanceof Finding && error.observation.seen === 'aussi espion@autre.example',
    );
  });

  it('knows a copy by the token it carries, whatever its subject and its link', async (t) => {
    const { mail, send, hearing } = await start(t);
    const token = '-Xq39fZk2mTb7wLr0aN';
    await send(activation(ANNE, token));
    await send(activation('bruno@fournisseur.example', 'Yq39fZk2mTb7wLr0aN4'));
    await expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE);
    const html = `<a href="https://suivi.example/?vers=${PORTAL}/activation/${token}">Voir</a>`;
    await send({ to: 'espion@autre.example', subject: 'Pour information', html });
    await assert.rejects(
      expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE),
      (error) => error instanceof Finding && error.observation.seen === 'aussi espion@autre.example',
    );
    await send({ to: 'autre@autre.example', subject: 'Code', text: `Votre code : ${token}` });
    await assert.rejects(
      expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE),
      /autre@autre\.example/,
    );
  });

  it('sees who received the same mail hidden', async (t) => {
    const { mail, send, hearing } = await start(t);
    await send({ ...activation(ANNE, 'secret'), bcc: 'espion@autre.example' });
    await assert.rejects(expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE), /espion@autre/);
  });

  it("takes another person's mail for no copy, though both carry the same footer link", async (t) => {
    const { mail, send, hearing } = await start(t);
    const footer = `<a href="${PORTAL}/aide">Aide</a>`;
    await send(activation(ANNE, 'a', footer));
    await send(activation('bruno@fournisseur.example', 'b', footer));
    await expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE);
  });

  it('hears silence, or names the mail that broke it', async (t) => {
    const { send, hearing } = await start(t);
    await expectSilence(hearing, ANNE);
    await send(activation(ANNE, 'a'));
    await assert.rejects(expectSilence(hearing, ANNE), /« Activation »/);
  });
});

describe('a correspondence that brings codes', () => {
  const BY_CODE = { activation: { by: 'code' } } as const;

  it('finds the code, whatever links the mail bears', async (t) => {
    const { mail, send } = await start(t, BY_CODE);
    await send({ to: ANNE, html: `<p>Votre code : 48210 93756</p><a href="${PORTAL}/aide">Aide</a>` });
    assert.equal(await mail.activationLinkOf(ANNE), '4821093756');
  });

  it('is a finding, showing masked what figures there are, when no code is announced', async (t) => {
    const { mail, send } = await start(t, BY_CODE);
    await send({ to: ANNE, subject: 'Bienvenue', text: 'Dossier 4821093756\nÀ bientôt' });
    await assert.rejects(
      mail.activationLinkOf(ANNE),
      /courriel « Bienvenue ».*Constaté : seulement, chiffres masqués : « Dossier ••••••••56 »\./,
    );
    await send({ to: 'b@fournisseur.example', text: 'Bonjour' });
    await assert.rejects(mail.activationLinkOf('b@fournisseur.example'), /Constaté : aucun chiffre\./);
  });

  it('knows a copy by the code it carries, however it is written', async (t) => {
    const { mail, send, hearing } = await start(t, BY_CODE);
    await send({ to: ANNE, text: 'Votre code : 48210 93756' });
    await send({ to: 'bruno@fournisseur.example', text: 'Votre code : 48210 00000' });
    await expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE);
    await send({ to: 'espion@autre.example', subject: 'Copie', text: 'Code :\n48210 93756' });
    await assert.rejects(expectNobodyElse(hearing, await mail.activationMailOf(ANNE), ANNE), /espion@autre/);
  });
});
