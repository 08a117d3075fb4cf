import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { sha256 } from '../../reports/dossier/digest.ts';
import { SERIE_FILE, type Serie } from '../../reports/dossier/serie.ts';
import { LOCK_FILE } from '../../support/specification/lock.ts';
import { readChain } from '../../support/target/file/chain.ts';
import { masked, secretsOf } from '../../support/target/secrets.ts';
import { suiteFacts } from '../dossier/suite.ts';
import { inProject, ROOT } from '../root.ts';
import { viewOf } from '../target-view.ts';
import type { Selection } from './selection.ts';
import { mailboxName, type Told } from './summary.ts';

/** Leaves beside the messages what the run was, which a dossier is made from as much as from them. */
export async function leaveSerie(
  out: string,
  { selection, told }: { selection: Pick<Selection, 'levels' | 'ids'>; told: Omit<Told, 'allure'> },
): Promise<void> {
  const { target, seeds, shard, around, started } = told;
  const { version, problems, doubts } = around;
  const companies = target.insee.companies?.map(({ siret }) => siret);
  const serie: Serie = {
    format: 1,
    suite: suiteFacts(),
    catalogueSha256: sha256(readFileSync(inProject(LOCK_FILE))),
    ...seeds,
    mailDomain: target.mail.domain,
    levels: [...selection.levels],
    ...(selection.ids === undefined ? {} : { selection: [...selection.ids] }),
    targetFiles: await targetFiles(),
    ...(companies === undefined ? {} : { companies }),
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    mailbox: mailboxName(target),
    ...(shard === undefined ? {} : { shard }),
    ...(version === undefined ? {} : { version: givenOf(version) }),
    problems: [...problems],
    doubts: [...doubts],
    target: viewOf(target),
    root: join(ROOT, sep),
  };
  const text = masked(JSON.stringify(serie, undefined, 2), secretsOf(target));
  writeFileSync(join(out, SERIE_FILE), `${text}\n`);
}

/** A target file names its secrets and does not hold them, or is its vendor's to keep: only its digest leaves. */
async function targetFiles(): Promise<Serie['targetFiles']> {
  const { TARGET } = process.env;
  if (!TARGET) return [];
  const { sources } = await readChain(TARGET);
  return sources.map(({ path }) => ({ name: basename(path), sha256: sha256(readFileSync(path)) }));
}

function givenOf({ before, after }: NonNullable<Told['around']['version']>): Serie['version'] {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
