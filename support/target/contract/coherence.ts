import { isValidSiret } from '../../../fixtures/siret.ts';
import type { GivenCompany } from '../schema/insee.ts';
import type { TargetFile } from '../schema.ts';
import type { Flaw } from './flaws.ts';
import { sameNames } from './same-names.ts';

/** Returns what a file says that its own other keys deny: each key is well formed by itself. */
export function incoherences(file: TargetFile): Flaw[] {
  return [
    ...urlFlaws(file),
    ...mailFlaws(file.mail),
    ...captchaFlaws(file),
    ...inseeFlaws(file.insee),
    ...accessFlaws(file.access),
    ...hookFlaws(file),
    ...driverFlaws(file.driver),
    ...sameNames(file.lexicon ?? {}),
  ];
}

/** A flaw at a place, written « access.ca », where a condition holds. */
function when(condition: boolean, place: string, sentence: string): Flaw[] {
  return condition ? [{ path: place.split('.'), sentence }] : [];
}

function urlFlaws({ url, origins = [], login, without }: TargetFile): Flaw[] {
  const { username, password } = new URL(url);
  return [
    ...when(
      username !== '' || password !== '',
      'url',
      'un nom ou un mot de passe figure dans l’adresse. Retirez-les, et déclarez « access.basicAuth »',
    ),
    ...origins.flatMap((origin, index) =>
      when(
        !/^\/?$/.test(origin.replace(new URL(origin).origin, '')),
        `origins.${index}`,
        `une origine n’a pas de chemin. Écrivez ${JSON.stringify(new URL(origin).origin)}`,
      ),
    ),
    ...when(
      login !== undefined && without?.connexion !== undefined,
      'login',
      'une connexion est déclarée, et « without.connexion » dit qu’il n’y en a pas. Retirez l’une des deux',
    ),
  ];
}

function mailFlaws({ mailpit, read, search }: TargetFile['mail']): Flaw[] {
  return [
    ...when(
      mailpit !== undefined && read !== undefined,
      'mail.read',
      'les courriels sont lus par « mail.mailpit » ou par « mail.read ». Retirez l’une des deux',
    ),
    ...when(
      search !== undefined && read === undefined,
      'mail.search',
      'un Mailpit cherche par elle-même. Retirez « mail.search », ou donnez aussi « mail.read »',
    ),
  ];
}

function captchaFlaws({ captcha, without }: TargetFile): Flaw[] {
  if (captcha === undefined) return [];
  const { answer, read } = captcha;
  return [
    ...when(
      (answer === undefined) === (read === undefined),
      'captcha',
      'une réponse de test (« answer »), ou une fonction qui la lit (« read »), est attendue, l’une sans l’autre',
    ),
    ...when(
      without?.captcha !== undefined,
      'captcha',
      'un captcha est déclaré, et « without.captcha » dit qu’il n’y en a pas. Retirez l’une des deux',
    ),
  ];
}

function inseeFlaws({ by, url, companies }: TargetFile['insee']): Flaw[] {
  return [
    ...when(
      by === 'reel' && companies === undefined,
      'insee.companies',
      'avec « reel », des sociétés sont attendues : rien d’inventé n’est envoyé à l’INSEE. Donnez leur « siret » et leur « family »',
    ),
    ...when(
      by !== 'reel' && companies !== undefined,
      'insee.companies',
      `des sociétés ne servent qu’avec "by": "reel". Ajoutez-le, ou retirez-les`,
    ),
    ...when(by === 'reel' && url !== undefined, 'insee.url', 'l’INSEE a son adresse. Retirez « insee.url »'),
    ...when(
      by === 'double' && url !== undefined && !/^https?:\/\//.test(url),
      'insee.url',
      'l’adresse http du double est attendue. Écrivez par exemple "url": "http://127.0.0.1:8021/api-sirene/3.11"',
    ),
    ...(companies ?? []).flatMap((company, index) => companyFlaws(company, `insee.companies.${index}`)),
    ...(companies ?? []).flatMap(({ siret }, index, all) =>
      when(
        all.findIndex((other) => other.siret === siret) < index,
        `insee.companies.${index}.siret`,
        `le SIRET ${siret} est donné deux fois : une société ne sert qu’une fois. Retirez-en une`,
      ),
    ),
  ];
}

/** The families of which nothing is prefilled: the number is enough. */
const NUMBER_ALONE: ReadonlyArray<GivenCompany['family']> = ['fermee', 'inconnue'];

function companyFlaws(company: GivenCompany, place: string): Flaw[] {
  const { siret, family, denomination, entrepreneur, adresse, masked } = company;
  const isCompared = !NUMBER_ALONE.includes(family);
  return [
    ...when(
      !isValidSiret(siret),
      `${place}.siret`,
      `la clé du SIRET ${siret} est fausse. Recopiez-le de l’avis de situation`,
    ),
    ...when(
      isCompared && (denomination === undefined) === (entrepreneur === undefined),
      place,
      'sa « denomination », ou son « entrepreneur », est attendu, l’un sans l’autre : le préremplissage lui est comparé',
    ),
    ...when(
      isCompared && adresse === undefined,
      `${place}.adresse`,
      'son adresse est attendue : le préremplissage lui est comparé',
    ),
    ...when(
      (family === 'la-poste') !== siret.startsWith('356000000'),
      `${place}.family`,
      'la famille « la-poste » est celle du SIREN 356000000, et d’aucun autre',
    ),
    ...when(
      (family === 'partiellement-diffusee') !== (masked !== undefined),
      `${place}.masked`,
      '« masked » dit ce que l’INSEE masque d’une société « partiellement-diffusee », et d’aucune autre',
    ),
  ];
}

function accessFlaws({ clientCertificate }: TargetFile['access']): Flaw[] {
  if (clientCertificate === undefined) return [];
  const { cert, key, pfx } = clientCertificate;
  const isPair = cert !== undefined && key !== undefined && pfx === undefined;
  const isPfx = cert === undefined && key === undefined && pfx !== undefined;
  return when(
    !isPair && !isPfx,
    'access.clientCertificate',
    '« cert » et « key » sont attendus ensemble, ou « pfx » à leur place',
  );
}

function hookFlaws({ clock, versionProbe }: TargetFile): Flaw[] {
  return [
    ...when(
      clock !== undefined && !saysHowLong(clock),
      'clock',
      '« {seconds} » ne figure ni dans l’adresse, ni dans le corps : le portail ne saurait de combien avancer. Ajoutez-le',
    ),
    ...when(
      versionProbe?.json !== undefined && versionProbe.match !== undefined,
      'versionProbe',
      'la version se lit par « json » ou par « match ». Retirez l’un des deux',
    ),
    ...when(
      versionProbe?.match !== undefined && !isRegExp(versionProbe.match),
      'versionProbe.match',
      'ce n’est pas une expression régulière. Écrivez par exemple "match": "version ([0-9.]+)"',
    ),
  ];
}

function saysHowLong({ url, method, body }: NonNullable<TargetFile['clock']>): boolean {
  if (url.includes('{seconds}')) return true;
  return method !== 'GET' && (body === undefined || JSON.stringify(body).includes('{seconds}'));
}

function isRegExp(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function driverFlaws({ workspaces }: TargetFile['driver']): Flaw[] {
  return when(
    (workspaces?.set === undefined) !== (workspaces?.isOn === undefined),
    'driver.workspaces',
    '« set » et « isOn » vont ensemble : ce qui est ouvert doit aussi se lire',
  );
}
