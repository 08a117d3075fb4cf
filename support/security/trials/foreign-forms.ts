import { MeansMissing, PortalUnreachedStep } from '../../failures.ts';
import { samePersonElsewhere } from '../../others.ts';
import { seenOf } from '../../portal/decision.ts';
import { selectorOf } from '../../portal/selector.ts';
import type { World } from '../../runner/world.ts';
import { type Forged, forgedFrom, lastSent, unknowing, visit } from '../forgery.ts';
import type { Probes } from '../probes.ts';
import { type Step, scriptOf } from '../script.ts';

/** What is typed as the complement of the address: by the portal's own page first, then by another site. */
const OWN_TEXT = 'DiapasonA';
const FOREIGN_TEXT = 'DiapasonZ';

/**
 * Has another site send the login form, with good credentials, from browsers that are not logged in.
 * @throws MeansMissing where nothing tells a browser that is logged in from one that is not
 */
export async function forgeLogin(world: World): Promise<void> {
  const { security } = world;
  const account = security.page.url();
  const step = await lastStep(world);
  await security.probes.during('Connexion envoyée d’un autre site', async () => {
    for (const forged of forgedFrom(step)) {
      const visitor = await samePersonElsewhere(world);
      if (await showsAccount(visitor, account, security.probes)) throw untold();
      const isTaken =
        (await sent(world, visitor, forged)) || (await showsAccount(visitor, account, security.probes));
      const seen = isTaken ? 'le navigateur du visiteur est connecté' : 'le visiteur n’est pas connecté';
      security.found.foreignForms.push({ name: `la connexion, ${forged.how}`, isTaken, seen });
    }
  });
}

/** Has somebody who is logged in change their structure, on the portal's own page. @throws PortalUnreachedStep */
export async function changeStructure({ portal: { structure } }: World): Promise<void> {
  await structure.open();
  await structure.type([['complement', OWN_TEXT]]);
  await structure.save();
  const { decision, sent: done } = structure;
  if (decision?.outcome === 'accepted') return;
  throw new PortalUnreachedStep(4, { done, expected: 'une structure enregistrée', seen: seenOf(decision) });
}

/** Has another site send that change again with another text, from the browser of who is logged in. */
export async function forgeChange(world: World): Promise<void> {
  const { person, security } = world;
  const own = await lastStep(world);
  if (!own.body.includes(OWN_TEXT)) throw unread();
  const draw = (below: number): number => person.draw.identity.number.int(below - 1);
  const other = unknowing({ ...own, body: own.body.replaceAll(OWN_TEXT, FOREIGN_TEXT) }, draw);
  await security.probes.during('Structure changée d’un autre site', async () => {
    const forgeries = forgedFrom(other);
    for (const forged of forgeries) await sent(world, world, forged);
    const kept = await complementKept(world);
    security.found.foreignForms.push({
      name: `le changement de structure, ${forgeries.map(({ how }) => how).join(', puis ')}`,
      isTaken: kept === FOREIGN_TEXT,
      seen: `le complément d'adresse est devenu « ${kept} »`,
    });
  });
}

async function lastStep({ security }: World): Promise<Step> {
  return lastSent(scriptOf(await security.recorder.since(), (address) => security.isOwn(address)));
}

/** Returns whether what the portal answers is an account. */
async function sent({ security, target }: World, visitor: World, forged: Forged): Promise<boolean> {
  const sign = selectorOf('text', target.lexicon.account.role);
  return visit(visitor.security.page, await security.otherSite(), forged, security.probes, (tab) =>
    tab.locator(sign).first().isVisible(),
  );
}

async function showsAccount({ portal }: World, address: string, probes: Probes): Promise<boolean> {
  probes.note('GET', address);
  await portal.revisit(address);
  return portal.account.isShown();
}

/** As the portal keeps it: read in another browser. */
async function complementKept(world: World): Promise<string> {
  const { journey, portal } = await samePersonElsewhere(world);
  await journey.logIn();
  await portal.structure.open();
  return portal.structure.entry('complement').value();
}

function untold(): MeansMissing {
  return new MeansMissing(
    'un compte qui se reconnaît',
    'Ce qui montre le compte (« account.role » du lexique) se lit aussi dans un navigateur qui n’est pas connecté : nommez ce qui n’est que dans le compte.',
  );
}

function unread(): MeansMissing {
  return new MeansMissing(
    "le complément d'adresse tel que saisi, dans ce que le navigateur envoie",
    'Le portail ne l’envoie pas en clair : montrez autrement qu’un autre site ne peut rien changer.',
  );
}
