import { once } from 'node:events';
import { drawOf } from '../fixtures/draw.ts';
import { FAMILIES, type Family, formatSiret, siretOfFamily } from '../fixtures/siret.ts';
import { startEmbeddedPortal } from '../support/embedded-portal.ts';
import { chosenAlterations } from '../support/runner/chosen.ts';
import { type PortalStart, type Served, type ServedPorts, startServed } from '../support/served.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { startShippedPortal } from '../support/shipped-portal.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from '../support/target/embedded.ts';
import { loadTarget } from '../support/target/load.ts';
import { shippedNamed, targetFileOf } from '../support/target/shipped.ts';
import { USUAL_PORTS } from '../support/usual-ports.ts';

/** What a person may ask to be served. */
export interface ServeOptions {
  readonly inseePort?: number;
  readonly mailPort?: number;
  readonly smtpPort?: number;
  readonly portalPort?: number;
  /** The reference portal, or one of those we ship, by its name. */
  readonly portal?: string | true;
}

/** Serves the INSEE double and the mailbox, and a portal if asked, until Ctrl-C; returns the exit code. */
export async function serve(options: ServeOptions): Promise<number> {
  // A Ctrl-C that comes while all is being started ends what was started.
  const stopped = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  const answer = await captchaAnswerOf(options);
  const served = await started(portsOf(options), await portalStartOf(options));
  process.stdout.write(announcement(served, answer));
  const lastWords = await Promise.race([stopped.then(() => undefined), served.portal?.gone ?? stopped]);
  await served.close();
  if (typeof lastWords !== 'string') return 0;
  throw new HarnessSetupError(`Le portail s'est arrêté de lui-même. ${lastWords}`, 'Relancez-le.');
}

function portsOf({ inseePort, mailPort, smtpPort, portalPort }: ServeOptions): ServedPorts {
  return {
    insee: inseePort ?? USUAL_PORTS.insee,
    mail: mailPort ?? USUAL_PORTS.mail,
    smtp: smtpPort ?? USUAL_PORTS.smtp,
    portal: portalPort ?? USUAL_PORTS.portal,
  };
}

async function portalStartOf({ portal }: ServeOptions): Promise<PortalStart | undefined> {
  if (portal === undefined) return undefined;
  if (portal !== true) {
    const shipped = shippedNamed(portal);
    return (wiring) => startShippedPortal({ shipped, ...wiring });
  }
  const altered = await chosenAlterations();
  return (wiring) =>
    startEmbeddedPortal({ ...wiring, captchaAnswer: EMBEDDED_CAPTCHA_ANSWER, clockHook: true, ...altered });
}

/** The answer that the portal's captcha always takes, if it has a captcha. */
async function captchaAnswerOf({ portal }: ServeOptions): Promise<string | undefined> {
  if (portal === undefined) return undefined;
  if (portal === true) return EMBEDDED_CAPTCHA_ANSWER;
  const { captcha } = await loadTarget(targetFileOf(shippedNamed(portal)));
  return captcha?.answer;
}

/** What each port serves, and the option that chooses another. */
const SERVICES: Readonly<Record<keyof ServedPorts, readonly [what: string, option: string]>> = {
  insee: ["le double de l'INSEE", '--insee-port'],
  mail: ['la boîte de courriel', '--mail-port'],
  smtp: ["l'envoi de courriels", '--smtp-port'],
  portal: ['le portail', '--portal-port'],
};

async function started(ports: ServedPorts, startPortal: PortalStart | undefined): Promise<Served> {
  try {
    return await startServed(ports, startPortal);
  } catch (error) {
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    // A portal in a process of its own does not say which: it has one.
    const service = (Object.keys(SERVICES) as Array<keyof ServedPorts>).find((each) => ports[each] === port);
    const [what, option] = SERVICES[service ?? 'portal'];
    throw new HarnessSetupError(
      `Impossible de servir ${what} : le port ${ports[service ?? 'portal']} est ${code === 'EACCES' ? 'réservé' : 'déjà pris'}.`,
      `Arrêtez ce qui l’occupe, peut-être un autre « diapason serve », ou choisissez un autre port par ${option}.`,
    );
  }
}

function announcement({ sirene, mailbox, portal }: Served, captchaAnswer: string | undefined): string {
  return [
    portal === undefined
      ? 'À brancher sur le portail à certifier. Ctrl-C pour arrêter.'
      : 'Le portail est servi. Ctrl-C pour arrêter.',
    ...(portal === undefined ? [] : [`  Portail              ${portal.url}/`]),
    `  Double de l'INSEE    ${sirene.url}`,
    `  Clé de l'API         ${sirene.apiKey}   (en-tête X-INSEE-Api-Key-Integration)`,
    `  Envoi de courriels   smtp://${mailbox.smtp.host}:${mailbox.smtp.port}`,
    `  Courriels reçus      ${mailbox.url}/`,
    '',
    'Dans le fichier cible :',
    `  "mail": { "mailpit": "${mailbox.url}" }${captchaAnswer === undefined ? '' : ','}`,
    ...(captchaAnswer === undefined ? [] : [`  "captcha": { "answer": "${captchaAnswer}" }`]),
    '',
    'SIRET à essayer (aucun n’existe) :',
    ...FAMILIES.map((family) => `  ${exampleOf(family)}   ${ANSWERS[family]}`),
    '',
  ].join('\n');
}

/** What the double answers for each family of numbers. */
const ANSWERS: Readonly<Record<Family, string>> = {
  ordinaire: 'société active',
  'entrepreneur-individuel': 'entrepreneur individuel',
  'partiellement-diffusee': 'en partie masquée (« [ND] »)',
  fermee: 'établissement fermé',
  inconnue: 'inconnu de l’INSEE (404)',
  'insee-en-panne': 'INSEE en panne (503)',
  'insee-quota': 'quota épuisé (429)',
  'insee-lent': 'réponse tardive',
  'la-poste': 'établissement de La Poste, sans clé de Luhn',
};

function exampleOf(family: Family): string {
  const { identity } = drawOf({ seed: 1, nonce: '' }, `exemple ${family}`);
  return formatSiret(siretOfFamily(family, (maxExclusive) => identity.number.int(maxExclusive - 1)));
}
