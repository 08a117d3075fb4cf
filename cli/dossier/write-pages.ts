import { writeCertificate } from '../../reports/dossier/certificate/write-certificate.ts';
import { writeDossierPages } from '../../reports/dossier/pages/write-pages.ts';
import type { PageWriter } from '../../reports/dossier/write.ts';
import { printedSheet } from './print-page.ts';

/** Writes what people read of a dossier: its pages, and its certificate where the verdict gives one, which comes last. */
export const writePages: PageWriter = async (dossier, folder) => {
  writeDossierPages(dossier, folder);
  await writeCertificate(dossier, { folder, print: printedSheet });
};
