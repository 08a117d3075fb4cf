import { Finding } from '../failures.ts';
import type { AccountPage } from '../portal/account.ts';
import type { Choice } from '../portal/choice.ts';
import { WORKSPACES, type Workspace, type WorkspacesPage } from '../portal/workspaces.ts';

/** Demands that a box or switch is on, or off. */
export async function expectSwitched(choice: Choice, on: boolean): Promise<void> {
  if ((await choice.isOn()) === on) return;
  throw new Finding({
    done: `${choice.search.where} : l'état proposé de « ${choice.search.name} » a été lu`,
    expected: stateName(on),
    seen: stateName(!on),
  });
}

/** Demands of each row « espace, état » that the switch stands so; the finding names every row that differs. */
export async function expectStates(
  page: WorkspacesPage,
  rows: ReadonlyArray<readonly string[]>,
): Promise<void> {
  if (rows.length === 0) throw new Error('Aucun espace à vérifier : le tableau est vide.');
  const wrong: string[] = [];
  for (const [name, state] of rows) {
    const isOn = await page.workspace(name as Workspace).isOn();
    if (isOn !== (state === 'ouvert')) wrong.push(`« ${name} » est ${isOn ? 'ouvert' : 'fermé'}`);
  }
  if (wrong.length === 0) return;
  throw new Finding({
    done: "Étape 3 : l'état proposé de chaque espace a été lu",
    expected: rows.map(([name, state]) => `« ${name} » ${state}`).join(', '),
    seen: wrong.join(', '),
  });
}

/** Demands that each workspace stands beside a description, and not the same one for all. */
export async function expectOwnDescriptions(page: WorkspacesPage): Promise<void> {
  const descriptions = new Map<string, string>();
  for (const name of WORKSPACES) descriptions.set(name, await page.workspace(name).description());
  const shown = [...descriptions.values()];
  const wrong = [...descriptions].filter(
    ([, text]) => text === '' || shown.filter((other) => other === text).length > 1,
  );
  if (wrong.length === 0) return;
  throw new Finding({
    done: 'Étape 3 : le descriptif de chaque espace a été lu',
    expected: 'un descriptif propre à chaque espace',
    seen: wrong
      .map(
        ([name, text]) =>
          `« ${name} » : ${text === '' ? 'aucun descriptif' : `« ${text} », déjà celui d'un autre`}`,
      )
      .join(' ; '),
  });
}

/** Demands that these workspaces, and they alone, are open in the account. */
export async function expectOpenWorkspaces(page: AccountPage, names: readonly Workspace[]): Promise<void> {
  const open = await page.openWorkspaces();
  if (open.length === names.length && names.every((name) => open.includes(name))) return;
  throw new Finding({
    done: 'Les espaces ouverts ont été lus dans le compte activé',
    expected: names.join(', '),
    seen: open.length === 0 ? 'aucun espace ouvert' : open.join(', '),
  });
}

function stateName(on: boolean): string {
  return on ? 'coché (OUI)' : 'non coché (NON)';
}
