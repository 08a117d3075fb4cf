import { WORKSPACES, type Workspace } from '../support/portal/workspaces.ts';
import { defineParameterType } from '../support/runner/bdd.ts';

defineParameterType({ name: 'motDePasse', regexp: /« ([^»]+) »/, transformer: (text) => text });

defineParameterType({
  name: 'espace',
  regexp: new RegExp(`« (${WORKSPACES.join('|')}) »`),
  transformer: (text) => text as Workspace,
});
