/** What the reference page says before the keys. */
export const INTRODUCTION = `# Le fichier cible

<!-- Écrite par « npm run contract » d'après support/target/schema.ts : ne se corrige pas à la main. -->

Un fichier cible dit à Diapason ce qui ne se voit pas d'un portail : ses mots, la réponse de test de son captcha, où lire ses
courriels. Ce qui se voit est trouvé : forme des interrupteurs et des refus, découpage des pages. Seules \`name\` et \`url\` sont
obligatoires.

\`\`\`json
{
  "$schema": "../diapason/targets/cible.schema.json",
  "name": "Portail fournisseurs", "url": "https://recette.acme.test/",
  "mail": { "mailpit": "http://127.0.0.1:8025", "domain": "recette.acme.test" },
  "captcha": { "answer": "TEST1" }
}
\`\`\`

\`\`\`sh
npx diapason run --target cible.json
TARGET=cible.json npx playwright test      # ou npx cucumber-js
\`\`\`

Un fichier en faute n'est pas joué : chaque clé fautive est nommée, avec la correction.

## En TypeScript, quand il faut une fonction

\`cible.ts\` ou \`cible.mjs\` exporte la cible par défaut. \`defineTarget\` n'apporte que les types, à un fichier
rangé dans le dossier de Diapason ; ailleurs, \`export default { … }\` suffit.

\`\`\`ts
import { defineTarget } from 'diapason';

export default defineTarget({
  name: 'Portail fournisseurs',
  url: 'https://recette.acme.test/',
  captcha: { read: (page) => page.locator('#captcha').getAttribute('data-essai').then(String) },
  driver: {
    activation: {
      open: async (page, link) => {
        await page.goto(link);
        await page.getByRole('button', { name: 'Continuer' }).click();
      },
    },
  },
});
\`\`\`

Une fonction de \`driver\` n'envoie rien et ne juge rien : le banc presse le bouton et les règles décident. Celle qui échoue est
une erreur du banc, jamais une faute du portail. Les rapports nomment en tête les fonctions de \`driver\` et ce que \`without\` écarte.

## Partir d'un autre fichier, tenir des secrets

\`extends\` part d'un autre fichier : trois environnements d'un même portail ne diffèrent que d'une ligne. \`\${NOM}\`, dans tout
texte, est remplacé par la variable d'environnement de ce nom ; ce qui en vient est masqué (« ••• ») dans les rapports, sauf là où ils
le montrent par nature (\`name\`, \`vendor\`, \`version\`, \`url\`, \`origins\`, \`login\`, \`authorised\`, \`lexicon\`, \`without\`, \`linkValidity\`,
\`mail.domain\`, \`mail.mailpit\`). Les mots de passe de \`access\` le sont toujours.

\`\`\`json
{
  "extends": "commun.json",
  "url": "https://preproduction.acme.test/",
  "access": { "basicAuth": { "username": "recette", "password": "\${RECETTE_MOT_DE_PASSE}" } }
}
\`\`\``;
