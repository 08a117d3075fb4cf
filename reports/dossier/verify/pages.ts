import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '../../formats/formats.ts';
import { FORMAT_NAMES } from '../../formats/names.ts';
import type { Dossier, Proof } from '../dossier.ts';
import type { Envelope } from '../envelope.ts';
import { SIGNATURES_PAGE } from '../manifest.ts';
import { hrefOf } from '../pages/proof.ts';
import { signaturesPage } from '../pages/signatures-page.ts';
import { isThumbnailOf, thumbnailOf } from '../pages/thumbnail.ts';
import { DOSSIER_PAGE, pagesOf, SPECIFICATION_PAGE } from '../pages/write-pages.ts';

/**
 * Returns, in French, each page or format of a dossier that does not say what its messages tell: they are made again and
 * compared. They tell who had signed when they were made: nobody, or one of those who have. Its page of signatures is
 * written again at each.
 */
export function pageFlaws(folder: string, dossier: Dossier, envelope: Envelope): string[] {
  const read = (name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  const { evidence, flaws } = thumbnailsIn(read(DOSSIER_PAGE), folder, dossier.evidence);
  const made = [[], ...envelope.signatures.map((one) => [one])].map((signers) =>
    pagesOf({ ...dossier, evidence, signers }),
  );
  const due = new Map([
    ...[DOSSIER_PAGE, SPECIFICATION_PAGE].map(
      (name) => [name, made.map((pages) => pages.get(name) ?? '')] as const,
    ),
    [SIGNATURES_PAGE, [signaturesPage(envelope)]] as const,
  ]);
  const otherwise = [...due].flatMap(([name, texts]) => {
    const said = read(name);
    return texts.includes(said) ? [] : [difference(name, said, texts)];
  });
  const formatted = FORMAT_NAMES.map((name) => formats[name](dossier))
    .filter(({ file }) => existsSync(join(folder, file)))
    .flatMap(({ file, text }) => (read(file) === text ? [] : [difference(file, read(file), [text])]));
  return [...flaws, ...otherwise, ...formatted];
}

/** Thumbnails are taken from the page, once they are known to be those of the pictures: each Node packs them its way. */
function thumbnailsIn(
  page: string,
  folder: string,
  evidence: readonly Proof[],
): { evidence: Proof[]; flaws: string[] } {
  const flaws: string[] = [];
  const shown = evidence.map((proof) => {
    const { path, mediaType } = proof;
    if (!mediaType.startsWith('image/') || !existsSync(join(folder, path))) return proof;
    const [, thumbnail] =
      page.match(new RegExp(`<a href="${RegExp.escape(hrefOf(path))}"><img src="([^"]*)"`)) ?? [];
    const picture = readFileSync(join(folder, path));
    if (thumbnail !== undefined && isThumbnailOf(thumbnail, picture)) return { ...proof, thumbnail };
    const due = thumbnailOf(picture);
    if (due === undefined) return proof;
    flaws.push(`${DOSSIER_PAGE} ne montre pas ${path} en petit : la vignette a été ôtée ou échangée.`);
    return { ...proof, thumbnail: due };
  });
  return { evidence: shown, flaws };
}

/** The first line that differs says best what was done, from the text that it differs from the latest. */
function difference(name: string, said: string, due: readonly string[]): string {
  if (said === '') return `Fichier manquant : ${name}.`;
  const lines = said.split('\n');
  const [{ rank, expected } = { rank: 0, expected: [] }] = due
    .map((text) => text.split('\n'))
    .map((expected) => ({ rank: firstDiffering(lines, expected), expected }))
    .toSorted((one, other) => other.rank - one.rank);
  return `Fichier récrit : ${name} ne dit pas ce que disent les messages, dès sa ligne ${rank + 1} : « ${excerpt(lines[rank])} », au lieu de « ${excerpt(expected[rank])} ».`;
}

function firstDiffering(lines: readonly string[], expected: readonly string[]): number {
  const at = lines.findIndex((line, index) => line !== expected[index]);
  return at === -1 ? lines.length : at;
}

function excerpt(line = ''): string {
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
