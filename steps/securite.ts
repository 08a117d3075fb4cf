import { expectOpen } from '../support/matchers/login.ts';
import {
  expectDiscreetAddress,
  expectInjectionStopped,
  expectNothingExecuted,
  expectProtectingHeaders,
} from '../support/matchers/security-pages.ts';
import {
  expectForeignFormsRefused,
  expectFormerCookiesShut,
  expectOwnLinks,
  expectProtectedCookies,
  expectSameAnswer,
} from '../support/matchers/security-requests.ts';
import {
  expectBraked,
  expectNoPasswordRead,
  expectUnpredictable,
} from '../support/matchers/security-secrets.ts';
import { latestOf } from '../support/others.ts';
import { Alors, EtantDonne, Quand } from '../support/runner/bdd.ts';
import { gatherTokens } from '../support/security/trials/activation-letters.ts';
import { guessPasswords, guessTokens } from '../support/security/trials/brakes.ts';
import { changeStructure, forgeChange, forgeLogin } from '../support/security/trials/foreign-forms.ts';
import { claimHosts } from '../support/security/trials/host-claims.ts';
import { typeMarkup } from '../support/security/trials/markup-journey.ts';
import {
  activateAfterRefusals,
  logInAfterMistake,
  recoverAccount,
} from '../support/security/trials/password-trail.ts';
import { askAboutAddresses } from '../support/security/trials/third-parties.ts';

EtantDonne('qui a activé son compte, après des mots de passe refusés', async function () {
  await activateAfterRefusals(this);
});

EtantDonne("qui s'est connecté", async function () {
  await this.journey.passLogin();
});

EtantDonne(
  "qui s'est connecté, après un mot de passe faux, là où le portail a une connexion",
  async function () {
    await logInAfterMistake(this);
  },
);

EtantDonne('qui a récupéré son compte, là où le portail a une question secrète', async function () {
  await recoverAccount(this);
});

EtantDonne("qui a saisi du balisage dans chaque champ libre, jusqu'à son compte", async function () {
  await typeMarkup(this);
});

EtantDonne('qui a modifié sa structure', async function () {
  await changeStructure(this);
});

Quand("trente courriels d'activation sont demandés, pour plusieurs comptes", async function () {
  await gatherTokens(this);
});

Quand(
  "un autre site envoie le formulaire de connexion, depuis le navigateur d'un visiteur",
  async function () {
    await forgeLogin(this);
  },
);

Quand('un autre site envoie la même modification, autrement remplie', async function () {
  await forgeChange(this);
});

Quand('ce visiteur se connecte lui-même', async function () {
  await latestOf(this).journey.logIn();
});

Quand("des tiers s'identifient avec son adresse, et avec des adresses sans compte", async function () {
  await askAboutAddresses(this);
});

Quand(
  'vingt mots de passe faux sont essayés en une minute, là où le portail a une connexion',
  async function () {
    await guessPasswords(this);
  },
);

Quand("vingt jetons d'activation faux sont essayés en une minute", async function () {
  await guessTokens(this);
});

Quand("des courriels d'activation sont demandés sous un autre nom d'hôte", async function () {
  await claimHosts(this);
});

Alors('aucun de ses mots de passe ne se lit dans une adresse, un courriel ou une page', async function () {
  await expectNoPasswordRead(this);
});

Alors('leurs jetons sont tous différents, et trop divers pour être devinés', async function () {
  await expectUnpredictable(this);
});

Alors('les cookies qui tiennent sa session sont protégés', async function () {
  await expectProtectedCookies(this);
});

Alors("ceux d'avant la connexion n'ouvrent pas son compte", async function () {
  await expectFormerCookiesShut(this);
});

Alors("rien de ce qu'envoie un autre site n'est accepté", async function () {
  expectForeignFormsRefused(this);
});

Alors("le compte du visiteur s'ouvre", async function () {
  expectOpen(latestOf(this).portal.login, 'son mot de passe, envoyé par la page du portail');
});

Alors("rien de ce qu'il a saisi n'est exécuté, ni sur les pages ni dans le courriel", async function () {
  expectNothingExecuted(this);
});

Alors("l'étape 1 leur répond de même", async function () {
  expectSameAnswer(this);
});

Alors('ces essais sont freinés', async function () {
  await expectBraked(this);
});

Alors("la page d'activation ne dit son adresse à aucun autre site", async function () {
  await expectDiscreetAddress(this);
});

Alors("un script ajouté à la page ne s'exécute pas", async function () {
  await expectInjectionStopped(this);
});

Alors('chaque page du parcours porte les en-têtes de protection', async function () {
  await expectProtectingHeaders(this);
});

Alors('aucun courriel ne mène à cet hôte', async function () {
  await expectOwnLinks(this);
});
