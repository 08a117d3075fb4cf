import type { Page } from '@playwright/test';
import { Finding, MeansMissing, type Observation, PortalUnreachedStep } from '../../../support/failures.ts';
import { MailboxUnavailable } from '../../../support/mailbox/unavailable.ts';
import { PortalLost } from '../../../support/portal-lost.ts';
import { Alors, EtantDonne, Quand } from '../../../support/runner/bdd.ts';
import type { World } from '../../../support/runner/world.ts';

/** Every way in which a step can end, to be recorded as the runners tell it. */

const OBSERVATION: Observation = {
  done: 'Le mot de passe « Abc1!xy » a été proposé',
  expected: 'refus',
  seen: 'il a été accepté',
};

const isFirstPlay = process.env.DIAPASON_REPLAY === undefined;

EtantDonne('un départ atteint', () => undefined);

Quand('le portail répond comme il faut', () => undefined);

Alors('le portail est comme il faut', () => undefined);

Alors('constat', () => {
  throw new Finding(OBSERVATION);
});

EtantDonne('étape non atteinte', () => {
  throw new PortalUnreachedStep(2, { ...OBSERVATION, seen: 'une page blanche' });
});

EtantDonne('moyen manquant', () => {
  throw new MeansMissing('horloge', 'Déclarez « clock » dans le fichier cible.');
});

Quand('erreur de programmation', () => {
  const nothing: { text?: string } = {};
  (nothing.text as string).trim();
});

Quand('boîte arrêtée', () => {
  throw new MailboxUnavailable('La boîte de courriel http://127.0.0.1:8025 refuse la connexion.');
});

Quand('portail disparu', () => {
  throw new PortalLost('net::ERR_CONNECTION_REFUSED');
});

Quand('navigateur fermé', async function (this: World) {
  const page: Page = Reflect.get(this.portal, 'page');
  await page.context().close();
  await page.title();
});

Alors('constat au premier passage seulement', () => {
  if (isFirstPlay) throw new Finding(OBSERVATION);
});

Alors('erreur du banc au premier passage seulement', () => {
  if (isFirstPlay) throw new Error('Le banc a manqué de quelque chose.');
});

/** The worker for Playwright, which survives it; the whole run for cucumber-js. */
Alors('le processus est tué', async () => {
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
});
