import { z } from 'zod';
import { oneOrMore, text } from './shapes.ts';

const clientCertificate = z
  .strictObject({
    cert: text
      .describe('Le certificat (fichier PEM).')
      .meta({ examples: ['client.pem'] })
      .exactOptional(),
    key: text
      .describe('Sa clé privée (fichier PEM).')
      .meta({ examples: ['client.key'] })
      .exactOptional(),
    pfx: text
      .describe('Ou les deux en un fichier PFX.')
      .meta({ examples: ['client.pfx'] })
      .exactOptional(),
    passphrase: text
      .describe('Le mot de passe de la clé ou du fichier PFX.')
      .meta({ examples: [`\${CLE_CLIENT}`] })
      .exactOptional(),
  })
  .describe('Le certificat que le portail demande à qui se connecte.');

/** How the portal is reached, for the browser and for the harness's own calls. */
export const access = z.strictObject({
  proxy: z
    .url({ protocol: /^(https?|socks5)$/, error: 'une adresse http, https ou socks5 est attendue' })
    .describe('Le mandataire par lequel passer.')
    .meta({ examples: ['http://mandataire.acme.test:3128'] })
    .exactOptional(),
  ca: text
    .describe(
      'L’autorité qui signe le certificat du portail (fichier PEM) : le banc vérifie par elle avant de jouer, puis le navigateur ne vérifie plus.',
    )
    .meta({ examples: ['autorite-recette.pem'] })
    .exactOptional(),
  clientCertificate: clientCertificate.exactOptional(),
  basicAuth: z
    .strictObject({
      username: text.describe('Le nom.').meta({ examples: ['recette'] }),
      password: text.describe('Le mot de passe.').meta({ examples: [`\${RECETTE_MOT_DE_PASSE}`] }),
    })
    .describe('Le nom et le mot de passe que le serveur demande avant toute page (Basic).')
    .exactOptional(),
  headers: z
    .record(text, text)
    .describe('En-têtes ajoutés à toute demande faite aux origines déclarées, et à elles seules.')
    .meta({ examples: [{ 'x-jeton-recette': `\${JETON_RECETTE}` }] })
    .exactOptional(),
  cookieBanner: oneOrMore
    .describe(
      'Le nom du bouton qui accepte le bandeau de témoins (cookies) : il est pressé dès qu’il paraît.',
    )
    .meta({ examples: ['Tout accepter'] })
    .exactOptional(),
});
