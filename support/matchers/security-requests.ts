import { Finding } from '../failures.ts';
import { shownAddress } from '../portal/shown-address.ts';
import type { World } from '../runner/world.ts';
import type { SessionCookie } from '../security/session-cookies.ts';
import { CLAIMED_HOST } from '../security/trials/host-claims.ts';
import { differenceIn } from '../security/trials/third-parties.ts';

/** Demands that scripts can't read the session's cookies, nor other sites have them sent. */
export async function expectProtectedCookies({ security }: World): Promise<void> {
  const cookies = await security.probes.during('Cookies de session', () => security.cookies.found());
  const isHttps = security.url.startsWith('https:');
  if (!isHttps) await security.probes.say('Secure n’est pas demandé : le portail est en HTTP.');
  const wrong = cookies.flatMap((cookie) =>
    flawsOf(cookie, isHttps).map((flaw) => `« ${cookie.name} » ${flaw}`),
  );
  if (wrong.length === 0) return;
  throw new Finding({
    done: `Les cookies sans lesquels le compte ne s'ouvre plus ont été examinés (${cookies.map(({ name }) => `« ${name} »`).join(', ')})`,
    expected: `HttpOnly, SameSite=Lax ou Strict${isHttps ? ', Secure' : ''}`,
    seen: wrong.join(' ; '),
  });
}

function flawsOf({ httpOnly, secure, sameSite }: SessionCookie, isHttps: boolean): string[] {
  const open = sameSite.filter((each) => !/^(lax|strict)$/i.test(each));
  return [
    ...(httpOnly ? [] : ['sans HttpOnly : un script de la page le lit']),
    ...(sameSite.length === 0 ? ['posé par un script, sans SameSite'] : []),
    ...(open.includes('') ? ['sans SameSite'] : []),
    ...(open.some((each) => each !== '') ? ['en SameSite=None : tout site le fait envoyer'] : []),
    ...(isHttps && !secure ? ['sans Secure'] : []),
  ];
}

/** Demands that the cookies of before the login open nothing after it. */
export async function expectFormerCookiesShut({ security }: World): Promise<void> {
  const isOpened = await security.probes.during("Cookies d'avant la connexion", () =>
    security.cookies.openedByThoseBefore(),
  );
  if (!isOpened) return;
  throw new Finding({
    done: 'Les cookies relevés juste avant la connexion ont été donnés à un autre navigateur, et le compte ouvert',
    expected: 'un compte fermé : la session change à la connexion',
    seen: "le compte s'ouvre ; qui aurait posé ces cookies chez un autre (fixation de session) entrerait dans son compte",
  });
}

/** Demands that nothing another site sent was taken. @throws Error when nothing was sent */
export function expectForeignFormsRefused({ security }: World): void {
  const { foreignForms } = security.found;
  if (foreignForms.length === 0) throw new Error('Aucun formulaire n’a été envoyé d’un autre site.');
  const taken = foreignForms.filter(({ isTaken }) => isTaken);
  if (taken.length === 0) return;
  throw new Finding({
    done: `Un autre site a envoyé au portail ${taken.map(({ name }) => name).join(' ; ')}`,
    expected: 'un refus, sans aucun effet',
    seen: taken.map(({ seen }) => seen).join(' ; '),
  });
}

/** Demands that step 1 says the same of an address that has an account and of others. */
export function expectSameAnswer({ security, person }: World): void {
  const difference = differenceIn(security.found.answers);
  if (difference === undefined) return;
  throw new Finding({
    done: `Des tiers se sont identifiés à l'étape 1 avec le même SIRET : l'un avec ${person.applicant.email}, qui a un compte, deux avec des adresses qui n'en ont pas`,
    expected: 'la même réponse à tous (celle qui a un compte peut être avertie par courriel)',
    seen: difference,
  });
}

/** Demands, once the mails have had time to come, that none leads to where the request claimed to be. */
export async function expectOwnLinks(world: World): Promise<void> {
  const { mail, security, silences } = world;
  const { hostClaims } = security.found;
  if (hostClaims.length === 0) throw new Error('Aucun courriel n’a été demandé sous un autre nom d’hôte.');
  await silences.keep('end', async () => {
    for (const { name, address } of hostClaims) {
      const mails = await mail.mailsTo(address);
      const diverted = mails.find(({ html, text }) =>
        [html, text].some((body) => body.includes(CLAIMED_HOST)),
      );
      if (diverted === undefined) continue;
      throw new Finding({
        done: `Un courriel d'activation a été demandé en se réclamant de « ${CLAIMED_HOST} » (${name})`,
        expected: `un lien vers ${new URL(security.url).origin}, ou aucun courriel`,
        seen: `« ${diverted.subject} » mène à ${addressIn(diverted)}`,
      });
    }
  });
}

function addressIn({ html, text }: { html: string; text: string }): string {
  const found = new RegExp(`https?://[^\\s"'<>]*${RegExp.escape(CLAIMED_HOST)}[^\\s"'<>]*`).exec(
    `${html}\n${text}`,
  );
  return shownAddress(found?.[0] ?? CLAIMED_HOST);
}
