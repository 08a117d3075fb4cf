import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LEVELS } from '../catalogue.ts';
import type { TargetView } from '../verdict.ts';
import { DossierRefusal } from './refusal.ts';

/** The name of the file that tells what a run was, in the folder of its reports, and in a dossier. */
export const SERIE_FILE = 'serie.json';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const version = z.strictObject({ before: z.string().optional(), after: z.string().optional() });

const named = z.strictObject({ name: z.string(), sha256: digest });

/** What all the parts of a run have in common. */
const common = {
  format: z.literal(1),
  suite: z.strictObject({
    version: z.string(),
    /** Of the sources that played. */
    sha256: digest,
    /** What is known of its power, in French, and the digest of the figures. */
    power: z.string(),
    powerSha256: digest,
  }),
  /** Of `features/catalogue.json`. */
  catalogueSha256: digest,
  seed: z.int().min(0),
  challenge: z.string().optional(),
  /** The part after the @ of the addresses that were drawn. */
  mailDomain: z.string(),
  levels: z.array(z.enum(LEVELS)),
  /** The requirements asked for by name; absent where whole levels were played. */
  selection: z.array(z.string()).optional(),
  /** The target file and those it extends; none for the embedded portal. */
  targetFiles: z.array(named),
  /** The real companies that the target gives, which are not drawn. */
  companies: z.array(z.string()).optional(),
};

/** What each part of a run has of its own. */
const own = {
  nonce: z.string().min(1),
  /** ISO 8601, in UTC. */
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
  /** In French, which mailbox was read. */
  mailbox: z.string(),
  /** « 1/3 »; absent for a run played whole. */
  shard: z
    .string()
    .regex(/^[1-9]\d*\/[1-9]\d*$/)
    .optional(),
  /** What the target's version probe read. */
  version: version.optional(),
  /** What broke around the plays, and why they can't be concluded from, in French. */
  problems: z.array(z.string()),
  doubts: z.array(z.string()),
};

const view = z.looseObject({ name: z.string(), url: z.string(), lacks: z.array(z.string()) });

const serie = z.strictObject({
  ...common,
  ...own,
  target: view,
  /** The project's folder on the machine that played: stack traces name it, and it is nobody else's affair. */
  root: z.string().min(1),
});

/** Whoever reads a dossier that others made opens no file out of it. */
const inMessages = z.string().regex(/^messages\/[\w-]+\.ndjson$/);

const part = z.strictObject({
  ...own,
  /** Paths in the dossier of the messages of the first play, and of the play again of what failed. */
  messages: inMessages,
  replay: inMessages.optional(),
});

const dossierSerie = z.strictObject({
  ...common,
  parts: z.array(part).min(1),
  /** Why the parts together can't be concluded from, in French. */
  doubts: z.array(z.string()),
});

/** What `diapason run` leaves of a run, or of one shard of it, beside its messages. */
export type Serie = Omit<z.infer<typeof serie>, 'target'> & { target: TargetView };
/** One part of a run, as a dossier keeps it: the whole of it, or a shard. */
export type SeriePart = z.infer<typeof part>;
/** What a dossier says of the run that it was made from. */
export type DossierSerie = z.infer<typeof dossierSerie>;

/** Reads what a run left in the folder of its reports. @throws DossierRefusal when it left nothing that can be read */
export function readSerie(folder: string): Serie {
  const path = join(folder, SERIE_FILE);
  const { target, ...rest } = checked(serie, path, {
    absent: `${folder} n’est pas le dossier des rapports d’une série : ${SERIE_FILE} n’y est pas.`,
    remedy: 'Donnez le dossier où « diapason run » a écrit ses rapports, une fois la série terminée.',
  });
  return { ...rest, target };
}

/** Reads what a dossier says of its run. @throws DossierRefusal when the folder is no dossier */
export function readDossierSerie(folder: string): DossierSerie {
  return checked(dossierSerie, join(folder, SERIE_FILE), {
    absent: `${folder} n’est pas un dossier de Diapason : ${SERIE_FILE} n’y est pas.`,
    remedy: 'Donnez le dossier écrit par « diapason report », entier.',
  });
}

function checked<T>(schema: z.ZodType<T>, path: string, words: { absent: string; remedy: string }): T {
  const result = schema.safeParse(jsonIn(path, words), { error: z.locales.fr().localeError });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DossierRefusal(
    `${path} est illisible : « ${issue?.path.join('.') || 'racine'} » : ${issue?.message}.`,
    words.remedy,
  );
}

function jsonIn(path: string, { absent, remedy }: { absent: string; remedy: string }): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const { message } =
      cause instanceof SyntaxError
        ? { message: `${path} est illisible : ce n’est pas du JSON.` }
        : { message: absent };
    throw new DossierRefusal(message, remedy);
  }
}
