import { Finding } from '../failures.ts';
import type { World } from '../runner/world.ts';
import {
  indiscretionOf,
  pagesIn,
  refererTold,
  runsInjectedScript,
  withoutNosniff,
  withoutPolicy,
} from '../security/protections.ts';

/** Demands that nothing that was typed became a part of a page or of a mail. */
export function expectNothingExecuted({ security }: World): void {
  const { executed } = security.found;
  if (executed.length === 0) return;
  const seen = executed.map(({ field, where, how }) => `${field} ${how}, dans ${where}`);
  throw new Finding({
    done: "Du balisage a été saisi dans chaque champ libre de l'étape 2, et regardé sur chaque page et dans le courriel",
    expected: 'du texte, montré tel quel',
    seen: [...new Set(seen)].join(' ; '),
  });
}

/** Demands that each page and file came with the headers that protect it. */
export async function expectProtectingHeaders({ security }: World): Promise<void> {
  const exchanges = await security.recorder.since();
  const isOwn = (address: string): boolean => security.isOwn(address);
  const pages = pagesIn(exchanges, isOwn);
  if (pages.length === 0) throw new Error('Aucune page n’a été entendue : il n’y a rien à juger.');
  const wrong = [
    ...listed('sans Content-Security-Policy', withoutPolicy(pages)),
    ...listed('sans X-Content-Type-Options: nosniff', withoutNosniff(exchanges, isOwn)),
  ];
  if (wrong.length === 0) return;
  throw new Finding({
    done: `Les en-têtes de ${pages.length} pages du parcours, et de ce dont elles sont faites, ont été lus`,
    expected: 'Content-Security-Policy sur chaque page, nosniff partout',
    seen: wrong.join(' ; '),
  });
}

/** Demands that the page shown, which has been opened from the mail, tells its address to nobody. */
export async function expectDiscreetAddress({ security }: World): Promise<void> {
  const exchanges = await security.recorder.since();
  const page = pagesIn(exchanges, (address) => security.isOwn(address)).at(-1);
  if (page === undefined) throw new Error('Aucune page n’a été entendue : il n’y a rien à juger.');
  const told = await security.probes.during(
    "Lien suivi de la page d'activation vers un autre site",
    async () => refererTold(security.page, await security.otherSite()),
  );
  const { pathname, search } = new URL(security.page.url());
  const isTold = `${pathname}${search}` !== '/' && told.includes(`${pathname}${search}`);
  const indiscretion = indiscretionOf(page);
  if (!isTold && indiscretion === undefined) return;
  throw new Finding({
    done: "Un lien vers un autre site a été suivi depuis la page d'activation, et ses en-têtes lus",
    expected:
      'Referrer-Policy: no-referrer (ou same-origin, strict-origin…), et un site qui n’apprend pas l’adresse',
    seen: [indiscretion, isTold ? "l'autre site apprend l'adresse, jeton compris" : undefined]
      .filter((each) => each !== undefined)
      .join(' ; '),
  });
}

/** Demands that a script added to the page shown does not run: what a policy of contents is for. */
export async function expectInjectionStopped({ portal, security }: World): Promise<void> {
  if (!(await runsInjectedScript(security.page))) return;
  throw new Finding({
    done: 'Un script a été ajouté à la page comme le ferait une injection',
    expected: 'la politique de contenu (Content-Security-Policy) l’arrête',
    seen: `il s'est exécuté ; ${await portal.pageShown()}`,
  });
}

function listed(fault: string, addresses: readonly string[]): string[] {
  return addresses.length === 0 ? [] : [`${fault} : ${addresses.join(', ')}`];
}
