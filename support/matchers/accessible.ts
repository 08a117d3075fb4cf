import type { Examination } from '../accessibility/examination.ts';
import type { FocusTours, Tour } from '../accessibility/focus.ts';
import { type Identity, sharedTitles, withoutFrench } from '../accessibility/identities.ts';
import type { Laid } from '../accessibility/layouts.ts';
import { answered, isAnnounced, isTied, type Mistake } from '../accessibility/mistakes.ts';
import { misannounced, type Purpose } from '../accessibility/purposes.ts';
import type { Switch } from '../accessibility/switches.ts';
import { Finding } from '../failures.ts';
import { quoted } from './quoted.ts';

/** How many faults a finding tells one by one: mending those mends the others as often as not. */
const MOST_TOLD = 8;

/** A fault, and the pages or things that have it. */
type Fault = string;

/** Demands that axe found nothing grave. @throws Error when it examined nothing: a check of nothing is a fault of ours */
export function expectNoGraveViolation({ examined, grave }: Examination): void {
  demandSome(examined, 'examinée');
  demandNone(
    grave.map(({ where, sentence }) => `${where} : ${sentence}`),
    {
      done: `Chaque page du parcours, ses refus affichés et ses menus ouverts ont été examinés par axe (${examined} examens, WCAG 2.1 A et AA)`,
      expected: 'aucune violation grave',
    },
  );
}

/** Demands that nothing stopped who has no mouse; throws what did. */
export function expectNoMouse(needed: Finding | undefined): void {
  if (needed !== undefined) throw needed;
}

/** Demands that the Tab key leaves every page by its end. */
export function expectNoTrap({ made }: FocusTours): void {
  demandSome(made.length, 'parcourue');
  demandNone(
    made
      .filter(({ trap }) => trap.length > 0)
      .map(({ where, trap }) => `${where} : il tourne sans fin entre ${trap.join(', ')}`),
    {
      done: 'Chaque page du parcours a été parcourue par la touche Tab (RGAA 12.9)',
      expected: 'qu’elle mène au bout de chaque page, sans être retenue',
    },
  );
}

/** Demands that the focus shows at each stop, among those made so. */
export function expectFocusSeen({ made }: FocusTours, setting: Tour['setting']): void {
  const tours = made.filter((tour) => tour.setting === setting);
  demandSome(tours.length, 'parcourue');
  // A thing of every page is told once, where it was first met.
  const told = new Set<string>();
  const faults = tours.flatMap(({ where, unseen }) =>
    unseen.flatMap((name) => {
      if (told.has(name)) return [];
      told.add(name);
      return [`${where} : ${name}`];
    }),
  );
  demandNone(faults, {
    done: `Chaque page a été parcourue par la touche Tab, ${setting}, et chaque arrêt photographié avec et sans le focus (RGAA 10.7)`,
    expected:
      'une différence visible là où est le clavier (rendez-lui son contour : « :focus-visible { outline: … } »)',
    seen: 'rien ne change à l’image sur ',
  });
}

/** Demands that each page says that it is in French. */
export function expectFrench(read: readonly Identity[]): void {
  demandSome(read.length, 'lue');
  demandNone(
    withoutFrench(read).map(
      ({ where, lang }) => `${where} : ${lang === '' ? 'aucune langue' : `lang="${lang}"`}`,
    ),
    {
      done: 'La langue de chaque page a été lue dans <html lang> (RGAA 8.3 et 8.4)',
      expected: '<html lang="fr"> sur chacune',
    },
  );
}

/** Demands that each page has a title, and another one than the others. */
export function expectOwnTitles(read: readonly Identity[]): void {
  demandSome(read.length, 'lue');
  const empty = read.filter(({ title }) => title === '').map(({ where }) => `${where} : aucun titre`);
  const shared = sharedTitles(read).map(
    (pages) =>
      `le titre « ${pages[0]?.title} » est à la fois celui de ${pages.map(({ where }) => quoted(where)).join(', ')}`,
  );
  demandNone([...empty, ...shared], {
    done: 'Le titre de chaque page a été lu dans <title> (RGAA 8.5 et 8.6)',
    expected: 'un titre propre à chacune, qui dise où l’on est',
  });
}

/** Demands that each mistake was refused by a message that is tied to its field. */
export function expectTied(made: readonly Mistake[]): void {
  demandSome(made.length, 'faite');
  const untied = made.filter((mistake) => mistake.isOfField && !(mistake.after.isMarked && isTied(mistake)));
  demandNone(
    untied.map((mistake) => {
      const lacking = isTied(mistake)
        ? 'le champ n’est pas marqué (aria-invalid)'
        : 'aucun message n’est relié au champ';
      return `${mistake.name} (${mistake.where}) : ${lacking} ; ${answered(mistake)}`;
    }),
    {
      done: `${made.length} erreurs ont été faites dans la saisie, l’une après l’autre (RGAA 11.10)`,
      expected:
        'pour chacune, un champ marqué aria-invalid="true", et un message que aria-describedby ou aria-errormessage y relie',
    },
  );
}

/** Demands that each mistake was told at once to who does not see the page. */
export function expectAnnounced(made: readonly Mistake[]): void {
  demandSome(made.length, 'faite');
  demandNone(
    made
      .filter((mistake) => !isAnnounced(mistake))
      .map((mistake) => `${mistake.name} (${mistake.where}) : rien ne l’annonce ; ${answered(mistake)}`),
    {
      done: `${made.length} erreurs ont été faites dans la saisie, l’une après l’autre (RGAA 7.5 et 11.10)`,
      expected:
        'pour chacune, un message annoncé : une région vivante (role="alert") qui le dit, ou le focus porté sur lui ou sur le champ',
    },
  );
}

/** Demands that each personal field announces what it is for. */
export function expectPurposes(read: readonly Purpose[]): void {
  demandSome(read.length, 'lue');
  demandNone(
    misannounced(read).map(
      ({ where, name, wanted, announced }) =>
        `${where} : « ${name} » ${announced === '' ? 'n’annonce rien' : `annonce « ${announced} »`}, et devrait annoncer autocomplete="${wanted[0]}"`,
    ),
    {
      done: 'L’attribut autocomplete de chaque champ personnel a été lu (RGAA 11.13)',
      expected: 'la nature de chacun, par un jeton du standard HTML',
    },
  );
}

/** Demands that no page is wider than the screen. */
export function expectNoSidewaysScroll(read: readonly Laid[]): void {
  demandSome(read.length, 'regardée');
  demandNone(
    read
      .filter(({ overflow }) => overflow.by > 0)
      .map(
        ({ where, overflow }) =>
          `${where} : elle déborde de ${overflow.by} pixels, par ${overflow.widest.join(', ') || 'un élément invisible'}`,
      ),
    {
      done: 'Chaque page a été mise à l’étroit (RGAA 10.11)',
      expected:
        'aucun défilement horizontal (laissez l’élément passer à la ligne, ou défiler dans sa propre boîte)',
    },
  );
}

/** Demands that nothing is cut, nor left out. */
export function expectNothingLost(read: readonly Laid[]): void {
  demandSome(read.length, 'regardée');
  const cut = read.flatMap(({ where, cut }) => cut.map((thing) => `${where} : ${thing} est coupé`));
  const lost = read.flatMap(({ where, lost }) =>
    lost.map((line) => `${where} : « ${line} » ne se voit plus, ni n’est dans un menu`),
  );
  demandNone([...cut, ...lost], {
    done: 'Chaque page a été mise à l’étroit, et relue (RGAA 10.4 et 10.11)',
    expected:
      'tout ce qui s’y lit et s’y fait d’ordinaire (ni hauteur fixe, ni overflow: hidden, ni display: none)',
  });
}

/** Demands that no two controls lie one on the other. */
export function expectNoOverlap(read: readonly Laid[]): void {
  demandSome(read.length, 'regardée');
  demandNone(
    read.flatMap(({ where, overlapping }) => overlapping.map((pair) => `${where} : ${pair}`)),
    {
      done: 'Chaque page a été mise à l’étroit (RGAA 10.11)',
      expected: 'que les liens, boutons et champs ne se recouvrent pas',
    },
  );
}

/** Demands that each switch bears its name. */
export function expectNamedSwitches(read: readonly Switch[]): void {
  demandSome(read.length, 'lue');
  demandNone(
    read.filter(({ isNamed }) => !isNamed).map(({ where, name }) => `${where} : « ${name} »`),
    {
      done: 'Le nom de chaque case et de chaque interrupteur a été lu comme une aide technique le lit (RGAA 7.1 et 11.1)',
      expected: 'celui qui se lit à côté (par <label>, <legend> ou aria-labelledby)',
      seen: 'aucun contrôle ne porte le nom de ',
    },
  );
}

/** Demands that the state of each switch is told, and follows what is done. */
export function expectToldStates(read: readonly Switch[]): void {
  demandSome(read.length, 'lue');
  demandNone(
    read
      .filter(({ isNamed, tellsState }) => isNamed && !tellsState)
      .map(({ where, name }) => `${where} : « ${name} »`),
    {
      done: 'Chaque case et chaque interrupteur a été changé, et son état lu comme une aide technique le lit (RGAA 7.1)',
      expected: 'un état qui suit le choix (case native, aria-checked ou aria-pressed)',
      seen: 'l’état dit est le même avant et après pour ',
    },
  );
}

/** Demands that the state of each switch shows otherwise than by colours. */
export function expectShownStates(read: readonly Switch[]): void {
  demandSome(read.length, 'lue');
  demandNone(
    read.filter(({ showsState }) => !showsState).map(({ where, name }) => `${where} : « ${name} »`),
    {
      done: 'Chaque case et chaque interrupteur a été changé, et photographié sans les couleurs de la page (RGAA 3.1)',
      expected:
        'deux états qui se distinguent par une forme ou un mot (OUI, NON), et non par la seule couleur',
      seen: 'rien ne change à l’image pour ',
    },
  );
}

function demandSome(count: number, verb: string): void {
  if (count === 0) throw new Error(`Rien à vérifier : aucune page n’a été ${verb}.`);
}

function demandNone(
  faults: readonly Fault[],
  { done, expected, seen = '' }: { done: string; expected: string; seen?: string },
): void {
  if (faults.length === 0) return;
  const more = faults.length - MOST_TOLD;
  const told = faults.slice(0, MOST_TOLD).join(' ; ');
  throw new Finding({ done, expected, seen: `${seen}${told}${more > 0 ? ` ; et ${more} de plus` : ''}` });
}
