import assert from 'node:assert/strict';
import { it } from 'node:test';
import { html, portalOn, useBrowser } from '../portal/page.test-support.ts';
import { expectStructureKept, expectStructureSaved } from './structure.ts';

const pageFor = useBrowser();

it('a structure is kept to the letter, and saved as a portal may write it', async (t) => {
  const page = await pageFor(t);
  await page.setContent(
    html('<label>Ville <input value="SAINT-LÔ"></label><label>Code postal <input value="02100"></label>'),
  );
  const { structure } = portalOn(page, 'http://127.0.0.1');
  await expectStructureKept(structure, { ville: 'SAINT-LÔ', codePostal: '02100', pays: 'FRANCE' });
  await expectStructureSaved(structure, [
    ['ville', 'Saint-Lo'],
    ['code postal', '02100'],
  ]);
  await assert.rejects(
    expectStructureKept(structure, { ville: 'Saint-Lô' }),
    /relue dans le compte activé.*« Ville » : « SAINT-LÔ » au lieu de « Saint-Lô »/,
  );
  await assert.rejects(
    expectStructureSaved(structure, [['code postal', '2100']]),
    /« 02100 » au lieu de « 2100 »/,
  );
  await assert.rejects(expectStructureKept(structure, { pays: 'FRANCE' }), /à vérifier/);
  await assert.rejects(expectStructureSaved(structure, []), /à vérifier/);
  await assert.rejects(expectStructureSaved(structure, [['couleur', 'bleu']]), /Donnée inconnue/);
});
