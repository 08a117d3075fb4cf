import { drawApplicant } from '../fixtures/applicant.ts';
import { drawOf } from '../fixtures/draw.ts';
import { linksOf } from '../support/mailbox/links.ts';
import { processSeeds } from '../support/runner/seeds.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from '../support/target/embedded.ts';
import { playByHand, type Scene } from './library.ts';

/**
 * The whole journey as one would write it with Playwright alone: no runner, no driver, the locators of Playwright and
 * their waiting. It is what the suite's time is compared with.
 */
async function journey({ page, environment, family, id }: Scene): Promise<void> {
  const { mail, password } = environment.target;
  const person = drawApplicant(drawOf(processSeeds(), id), { domain: mail.domain, family, password });
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await page.goto(environment.url);
  await textbox('Adresse électronique de connexion').fill(person.email);
  await textbox('Numéro de SIRET').fill(person.siret);
  await button('Valider').click();

  await textbox('Resaisissez votre adresse électronique de connexion').fill(person.email);
  await textbox('Nom').fill(person.nom);
  await textbox('Prénom').fill(person.prenom);
  await textbox("Entrez les caractères générés par l'image").fill(EMBEDDED_CAPTCHA_ANSWER);
  await button('Valider').click();

  await page.getByRole('heading', { name: 'Bienvenue' }).waitFor();
  await button('Valider').click();
  await page.getByRole('heading', { name: 'Votre compte est créé' }).waitFor();

  const received = await environment.mailbox.waitFor(person.email, { deadlineMs: mail.deadlineMs });
  const link = linksOf(received ?? { html: '', text: '' }).find((href) => href.includes('/activation'));
  if (link === undefined) throw new Error(`Aucun lien d'activation reçu par ${person.email}`);
  await page.goto(link);
  await page.getByLabel(/^Mot de passe/).fill(person.motDePasse);
  await page.getByLabel(/^Confirmation/).fill(person.motDePasse);
  await page.getByRole('combobox', { name: 'Question secrète' }).selectOption({ index: 1 });
  await textbox('Réponse').fill(person.reponseSecrete);
  await button('Valider').click();

  await page.getByRole('link', { name: 'Se connecter' }).click();
  await textbox('Adresse électronique de connexion').fill(person.email);
  await page.getByLabel(/^Mot de passe/).fill(person.motDePasse);
  await button('Se connecter').click();

  await page.getByText('Gestionnaire principal').waitFor();
  await page.getByRole('link', { name: 'Déposer une facture' }).waitFor();
}

await playByHand(journey);
