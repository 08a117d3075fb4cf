import { HarnessSetupError } from '../setup-error.ts';
import type { Target } from '../target/target.ts';
import type { Answer } from './call.ts';

type Named = Pick<Target, 'access' | 'name'>;

/** What stands in the way, after « Le portail « X » (adresse) », and what to do about it. */
type Trouble = readonly [what: string, remedy: string];

const UNKNOWN_AUTHORITY = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];

/** Returns why a portal can't be reached, from what the network threw. */
export function unreachable(target: Named & { readonly url: string }, error: unknown): HarnessSetupError {
  if (error instanceof HarnessSetupError) return error;
  const code = codeOf(error);
  const trouble = certificateTrouble(target, code) ?? clientCertificateTrouble(target, code, error);
  if (trouble !== undefined) return said(target, trouble);
  const { proxy } = target.access;
  if (proxy !== undefined) {
    const { host } = new URL(proxy);
    return said(target, [
      `n'a pu être atteint par le mandataire ${host} (${code}).`,
      'Vérifiez « access.proxy » dans le fichier cible, et que le portail est joignable de là.',
    ]);
  }
  return new HarnessSetupError(
    `Le portail « ${target.name} » ne répond pas à l'adresse ${target.url} (${code}).`,
    'Démarrez-le, ou corrigez « url » dans le fichier cible.',
  );
}

/** Returns why a portal that answers lets nobody in; `undefined` where it does: what it shows is for the rules to judge. */
export function refusedAccess(
  target: Named & { readonly url: string },
  answer: Answer,
): HarnessSetupError | undefined {
  const trouble = accessTrouble(target, answer);
  return trouble === undefined ? undefined : said(target, trouble);
}

function said({ name, url }: { name: string; url: string }, [what, remedy]: Trouble): HarnessSetupError {
  return new HarnessSetupError(`Le portail « ${name} » (${url}) ${what}`, remedy);
}

function certificateTrouble({ access: { ca } }: Named, code: string): Trouble | undefined {
  if (UNKNOWN_AUTHORITY.includes(code))
    return ca === undefined
      ? [
          'présente un certificat qu’aucune autorité connue n’a signé.',
          'Donnez son autorité (PEM) dans « access.ca ».',
        ]
      : [`présente un certificat que l’autorité ${ca} n’a pas signé.`, 'Corrigez « access.ca ».'];
  if (code === 'CERT_HAS_EXPIRED') return ['présente un certificat expiré.', 'Faites-le renouveler.'];
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return [
      'présente le certificat d’un autre hôte.',
      'Corrigez « url » : donnez le nom que porte le certificat.',
    ];
  return undefined;
}

function clientCertificateTrouble({ access }: Named, code: string, error: unknown): Trouble | undefined {
  const isUnusable = /^ERR_OSSL_/.test(code) || /client certificate/i.test(messageOf(error));
  if (!isUnusable && !/ALERT_(CERTIFICATE|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE)/.test(code)) return undefined;
  if (isUnusable)
    return [
      'n’a pu être appelé : le certificat de « access.clientCertificate » ne se lit pas.',
      'Vérifiez les fichiers (PEM ou PFX) et « passphrase ».',
    ];
  return access.clientCertificate === undefined
    ? ['demande un certificat à qui se connecte.', 'Déclarez-le dans « access.clientCertificate ».']
    : ['refuse le certificat présenté.', 'Corrigez « access.clientCertificate ».'];
}

function accessTrouble({ access }: Named, { status, headers, text }: Answer): Trouble | undefined {
  if (status === 407)
    return [
      'n’a pu être atteint : le mandataire demande un nom et un mot de passe (407).',
      'Donnez-les dans « access.proxy » : http://nom:motdepasse@hôte:port.',
    ];
  if (status === 401 && /basic/i.test(headers['www-authenticate'] ?? ''))
    return access.basicAuth === undefined
      ? ['demande un nom et un mot de passe (401, Basic).', 'Déclarez-les dans « access.basicAuth ».']
      : ['refuse le nom et le mot de passe déclarés (401, Basic).', 'Corrigez « access.basicAuth ».'];
  if (status === 400 && /SSL certificate/i.test(text))
    return [
      'demande un certificat à qui se connecte (400).',
      'Déclarez-le dans « access.clientCertificate ».',
    ];
  if (status === 401 || status === 403)
    return [
      `n’ouvre pas son accueil : il répond ${status}.`,
      'Déclarez dans « access » ce qu’il demande : un en-tête (« headers »), un certificat, un mandataire.',
    ];
  return undefined;
}

/** Says what the network threw: its own code, else that it took too long, else its words. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: string; name?: string };
  if (code !== undefined) return code;
  return name === 'TimeoutError' ? 'délai dépassé' : (messageOf(error).split('\n')[0] ?? '');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
