import type { PersonalInformation } from '../../portal/information.ts';
import type { World } from '../../runner/world.ts';
import {
  ANYWHERE,
  FREE_FIELDS,
  type FreeField,
  type Markup,
  MarkupWatch,
  OTHERS,
  SHORT,
  typedIn,
} from '../markup.ts';

/** Fields of step 2 to write in: fewer and fewer, for a portal may refuse markup in some. */
type Wanted = readonly FreeField[];

const PERSON: Wanted = ['nom', 'prenom'];

/**
 * Types markup in every free field of step 2, sees it refused for something else, then goes as far as the account with
 * it; looks at each page, and at the mail.
 * @throws whatever stops the journey, unless something was executed before: that is enough to judge
 */
export async function typeMarkup(world: World): Promise<void> {
  const { security } = world;
  const watch = new MarkupWatch(await security.otherSite());
  watch.listenTo(security.page);
  try {
    await security.probes.during('Balisage saisi à l’étape 2, dans chaque champ libre', () =>
      goThrough(world, watch),
    );
  } catch (error) {
    if (watch.executed.length === 0) throw error;
  }
  security.found.executed = watch.executed;
}

async function goThrough(world: World, watch: MarkupWatch): Promise<void> {
  const { journey, portal, security, target } = world;
  const { page } = security;
  await journey.toInformation();
  const fields = await freeFields(world);
  for (const markup of [ANYWHERE, ...OTHERS]) await showAfterRefusal(world, watch, fields, markup);
  await acceptedWith(world, watch, fields);
  await watch.look(page, "l'étape 3");
  await journey.passWorkspaces();
  await watch.look(page, 'la page qui confirme la création');
  await lookAtMail(world, watch);
  await journey.passMail();
  await watch.look(page, "la page d'activation");
  await journey.passActivation();
  await watch.look(page, 'la page qui suit l’activation');
  if (target.without.connexion !== undefined) return;
  await journey.passLogin();
  await watch.look(page, 'le compte');
  await portal.structure.open();
  await watch.look(page, 'la structure, dans le compte');
}

/** What INSEE gave of the name can't be typed over. */
async function freeFields({ answers, target }: World): Promise<Wanted> {
  const isNamed = target.without.insee === undefined && answers.maskedByInsee.raisonSociale === undefined;
  return (Object.keys(FREE_FIELDS) as FreeField[]).filter((field) => field !== 'raisonSociale' || !isNamed);
}

async function showAfterRefusal(
  world: World,
  watch: MarkupWatch,
  fields: Wanted,
  markup: Markup,
): Promise<void> {
  const { journey, portal, security } = world;
  await journey.completeWithOneFault(await filled(world, fields, markup));
  await watch.look(security.page, "l'étape 2, après un refus");
  // What is accepted in spite of the fault is for other rules to say.
  if (portal.information.decision?.outcome === 'accepted') await journey.again('information');
}

/** With markup in as many fields as the portal takes it in: all, then without the names, then with less of it. */
async function acceptedWith(world: World, watch: MarkupWatch, fields: Wanted): Promise<void> {
  const { journey, portal, security } = world;
  const structure = fields.filter((field) => !PERSON.includes(field));
  const attempts: ReadonlyArray<readonly [Wanted, Markup]> = [
    [fields, ANYWHERE],
    [structure, ANYWHERE],
    [fields, SHORT],
    [structure, SHORT],
    [['libelle', 'complement'], SHORT],
    [PERSON, SHORT],
  ];
  for (const [some, markup] of attempts) {
    await journey.complete(await filled(world, some, markup));
    if (portal.information.decision?.outcome === 'accepted') return;
    await watch.look(security.page, "l'étape 2, après un refus");
  }
  security.probes.tell('Le portail refuse tout balisage à l’étape 2 : rien n’en est gardé.');
  await journey.passInformation();
}

async function filled(
  { answers, security }: World,
  fields: Wanted,
  markup: Markup,
): Promise<PersonalInformation> {
  const { usual, maskedByInsee } = answers;
  const {
    nom = usual.nom,
    prenom = usual.prenom,
    ...structure
  } = typedIn(fields, markup, await security.otherSite());
  return { ...usual, nom, prenom, structure: { ...usual.structure, ...maskedByInsee, ...structure } };
}

async function lookAtMail(world: World, watch: MarkupWatch): Promise<void> {
  const { elsewhere, mail, person } = world;
  const sent = await mail.activationMailOf(person.applicant.email);
  const reader = await elsewhere();
  await watch.lookAtMail(reader.security.page, sent);
}
