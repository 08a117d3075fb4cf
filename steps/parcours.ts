import { EtantDonne, Quand } from '../support/runner/bdd.ts';

EtantDonne("un nouveau venu, au nom d'une société", async function () {
  this.person.drawn('ordinaire');
});

EtantDonne('un nouveau venu, entrepreneur individuel', async function () {
  this.person.drawn('entrepreneur-individuel');
});

EtantDonne("qui s'est identifié", async function () {
  await this.journey.toInformation();
});

EtantDonne('qui a complété ses informations', async function () {
  await this.journey.toWorkspaces();
});

EtantDonne('qui a choisi ses espaces', async function () {
  await this.journey.toCreation();
});

EtantDonne("qui a ouvert le lien d'activation", async function () {
  await this.journey.toActivation();
});

EtantDonne('qui a activé son compte', async function () {
  await this.journey.toActiveAccount();
});

Quand("il s'identifie et passe à l'étape 2", async function () {
  await this.journey.toInformation();
});

Quand("il complète ses informations et passe à l'étape 3", async function () {
  await this.journey.passInformation();
});

Quand("il valide ses espaces et reçoit le courriel d'activation", async function () {
  await this.journey.passWorkspaces();
  await this.mail.activationMailOf(this.journey.applicant.email);
  await this.evidence.mails(this.mail);
});

Quand("il ouvre le lien et passe à l'étape 4", async function () {
  await this.journey.passMail();
});

Quand('il choisit son mot de passe et active son compte', async function () {
  await this.journey.passActivation();
});
