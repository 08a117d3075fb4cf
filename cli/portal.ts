import { once } from 'node:events';
import { drawOf } from '../fixtures/draw.ts';
import { type Family, formatSiret, siretOfFamily } from '../fixtures/siret.ts';
import { startEmbeddedPortal } from '../support/embedded-portal.ts';
import { startEmbeddedMailbox } from '../support/mailbox/embedded/embedded.ts';
import { chosenAlterations } from '../support/runner/chosen.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from '../support/target/embedded.ts';

/** The ports a person can remember: those of Mailpit for the mail, and two beside. */
const PORTS = { portal: 8020, sirene: 8021, http: 8025, smtp: 1025 };

/** One number of each family worth a visit: the double answers by the SIREN's first digits. */
const EXAMPLES: readonly Family[] = [
  'ordinaire',
  'entrepreneur-individuel',
  'partiellement-diffusee',
  'fermee',
  'inconnue',
];

/** Serves the reference portal, the INSEE double and the mailbox on fixed ports, until Ctrl-C. */
export async function servePortal(): Promise<void> {
  const mailbox = await started('la boîte de courriel', PORTS.http, () =>
    startEmbeddedMailbox({ httpPort: PORTS.http, smtpPort: PORTS.smtp }),
  );
  const portal = await started('le portail', PORTS.portal, async () =>
    startEmbeddedPortal({
      smtp: mailbox.smtp,
      captchaAnswer: EMBEDDED_CAPTCHA_ANSWER,
      port: PORTS.portal,
      sirenePort: PORTS.sirene,
      clockHook: true,
      ...(await chosenAlterations()),
    }),
  );
  process.stdout.write(
    [
      'Le portail de référence est servi. Ctrl-C pour arrêter.',
      `  Portail              ${portal.url}/`,
      `  Courriels            ${mailbox.url}/`,
      `  Double de l'INSEE    ${portal.sirene.url}`,
      `  Envoi de courriels   smtp://${mailbox.smtp.host}:${mailbox.smtp.port}`,
      `  Captcha              les caractères de l'image, ou « ${EMBEDDED_CAPTCHA_ANSWER} »`,
      '',
      'SIRET à essayer (aucun n’existe) :',
      ...EXAMPLES.map((family) => `  ${exampleOf(family)}   ${family}`),
      '',
    ].join('\n'),
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await portal.close();
  await mailbox.close();
}

async function started<T>(what: string, port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new HarnessSetupError(
      `Impossible de servir ${what} : un des ports ${Object.values(PORTS).join(', ')} est déjà pris (${port} d'abord).`,
      'Arrêtez ce qui l’occupe, peut-être un autre « npm run portal ».',
    );
  }
}

function exampleOf(family: Family): string {
  const { identity } = drawOf({ seed: 1, nonce: '' }, `exemple ${family}`);
  return formatSiret(siretOfFamily(family, (maxExclusive) => identity.number.int(maxExclusive - 1)));
}
