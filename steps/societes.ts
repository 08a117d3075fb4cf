import type { Company } from '../fixtures/company.ts';
import { EtantDonne } from '../support/runner/bdd.ts';

const hasZero = ({ adresse }: Company): boolean => adresse.codePostal.startsWith('0');

EtantDonne(
  "un nouveau venu, au nom d'une société dont le code postal commence par zéro et dont le nom comporte {texte}",
  async function (part: string) {
    this.person.drawnSuchThat(
      'ordinaire',
      (company) => hasZero(company) && (company.denomination ?? '').includes(part),
    );
  },
);

EtantDonne(
  'un nouveau venu, entrepreneur individuel, dont la civilité est {texte}',
  async function (civilite: string) {
    this.person.drawnSuchThat(
      'entrepreneur-individuel',
      ({ entrepreneur }) => entrepreneur?.civilite === civilite,
    );
  },
);
