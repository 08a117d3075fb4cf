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
