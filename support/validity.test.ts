import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { announcesValidity } from './validity.ts';

const ANNOUNCED = [
  'Pensez à aller le consulter dans votre messagerie rapidement. Il a une durée de validité limitée.',
  'Suivez le lien reçu : il est valable 60 minutes.',
  'Vous disposez de 24 h pour activer votre compte.',
  'Ce lien est valide sept jours',
  'Ce lien expirera demain.',
  'Ce lien n’expire que dans 24 heures.',
  'Vous recevrez un lien valable 2 heures.',
  'Activez votre compte dans les 48 heures.',
  'À utiliser avant le 12/03/2027.',
  'Activez votre compte jusqu’au\u00a0: jusqu’à le 3 mars. Le lien est valable une heure.',
];

const NOT_ANNOUNCED = [
  '',
  'Votre compte est créé et un courriel d’activation vient d’être envoyé.',
  'Vous recevrez un message dans 5 minutes. Consultez votre messagerie rapidement.',
  'Ce lien est valable une seule fois.',
  'Ce lien est valable tant que le compte n’est pas actif.',
  'Saisissez une adresse valide.',
  'Un courriel d’activation vous parviendra dans les 5 minutes.',
  'Le lien arrive en 2 minutes.',
  'Ce lien est valable sans limite\u00a0: il n’expire jamais.',
  'Sa durée de validité est illimitée.',
  'Le lien n’a pas de durée de validité.',
];

describe('announcesValidity', () => {
  for (const text of ANNOUNCED) it(`hears « ${text} »`, () => assert.ok(announcesValidity(text)));
  for (const text of NOT_ANNOUNCED)
    it(`hears nothing in « ${text} »`, () => assert.ok(!announcesValidity(text)));
});
