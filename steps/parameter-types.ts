import type { Family } from '../fixtures/siret.ts';
import { WORKSPACES, type Workspace } from '../support/portal/workspaces.ts';
import { defineParameterType } from '../support/runner/bdd.ts';

defineParameterType({ name: 'motDePasse', regexp: /« ([^»]+) »/, transformer: (text) => text });

defineParameterType({ name: 'texte', regexp: /« ([^»]+) »/, transformer: (text) => text });

/** What is typed where nothing need be. */
defineParameterType({
  name: 'saisieLibre',
  regexp: /vide|rempli/,
  transformer: (state) => (state === 'vide' ? '' : 'SERVICE DES ACHATS'),
});

defineParameterType({
  name: 'espace',
  regexp: new RegExp(`« (${WORKSPACES.join('|')}) »`),
  transformer: (text) => text as Workspace,
});

const OUTAGES: Readonly<Record<string, Family>> = {
  "l'INSEE est en panne": 'insee-en-panne',
  "l'INSEE a épuisé son quota": 'insee-quota',
};

defineParameterType({
  name: 'panne',
  regexp: new RegExp(Object.keys(OUTAGES).join('|')),
  transformer: (text) => OUTAGES[text],
});
