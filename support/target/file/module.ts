import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { HarnessSetupError } from '../../setup-error.ts';

/**
 * Returns what a `cible.ts` or `.mjs` exports by default.
 * @throws HarnessSetupError naming the file, the line where that is known, and the fix
 */
export async function readModule(path: string, shown: string): Promise<unknown> {
  const module = await imported(path, shown);
  // Playwright's loader makes a CommonJS module of a file whose folder does not say that it is of the other kind.
  const whole = isObject(module.default) && '__esModule' in module ? module.default : module;
  if (whole.default !== undefined) return whole.default;
  const others = Object.keys(whole).filter((name) => name !== 'default' && name !== 'module.exports');
  throw new HarnessSetupError(
    `Le fichier cible ${shown} n’exporte rien par défaut${others.length === 0 ? '' : ` (il exporte ${others.join(', ')})`}.`,
    'Écrivez « export default { name: …, url: … }; ».',
  );
}

async function imported(path: string, shown: string): Promise<Record<string, unknown>> {
  const { emitWarning } = process;
  // A vendor's folder need not say of what kind its modules are: Node finds out, and would warn that this takes a moment.
  process.emitWarning = (...said: unknown[]) => {
    if (!JSON.stringify(said).includes(TYPELESS)) Reflect.apply(emitWarning, process, said);
  };
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    throw unreadable(path, shown, error);
  } finally {
    process.emitWarning = emitWarning;
  }
}

const TYPELESS = 'MODULE_TYPELESS_PACKAGE_JSON';

function unreadable(path: string, shown: string, error: unknown): HarnessSetupError {
  const line = lineIn(path, error);
  const where = line === undefined ? shown : `${shown}, ligne ${line} (« ${lineOf(path, line)} »),`;
  if (!(error instanceof Error))
    return new HarnessSetupError(
      `Le fichier cible ${where} lève « ${String(error)} ».`,
      'Corrigez-le, puis relancez.',
    );
  const [reason = ''] = error.message.replace(`${path}: `, '').split('\n');
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(error.message)?.[1];
  if (missing !== undefined) return unknownImport(shown, missing);
  if (error instanceof SyntaxError)
    return new HarnessSetupError(
      `Le fichier cible ${where} n’est pas du ${/\.m?ts$/.test(path) ? 'TypeScript' : 'JavaScript'} valide.`,
      'Corrigez la syntaxe de cette ligne (virgule ou accolade oubliée, « enum » et « namespace » exclus).',
    );
  return new HarnessSetupError(
    `Le fichier cible ${where} lève une erreur quand il est lu : ${reason}`,
    'Corrigez cette ligne ; seul l’export par défaut compte, rien n’a besoin d’être exécuté.',
  );
}

function unknownImport(shown: string, name: string): HarnessSetupError {
  const remedy =
    name === 'diapason'
      ? '« defineTarget » ne sert qu’aux types : exportez l’objet tel quel, ou importez-la par le chemin de Diapason (« …/support/target/define-target.ts »).'
      : 'Corrigez l’import, ou installez ce paquet près du fichier cible.';
  return new HarnessSetupError(`Le fichier cible ${shown} importe « ${name} », qui est introuvable.`, remedy);
}

/** Node says the line of a TypeScript file in the stack, Playwright in the message, and of JavaScript only `--check` does. */
function lineIn(path: string, error: unknown): string | undefined {
  const { stack = '', message = '' } = error instanceof Error ? error : {};
  const said = afterPath(path, stack) ?? /\((\d+):\d+\)/.exec(message)?.[1];
  if (said !== undefined || !(error instanceof SyntaxError)) return said;
  return afterPath(path, spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' }).stderr);
}

function lineOf(path: string, line: string): string {
  return readFileSync(path, 'utf8').split('\n')[Number(line) - 1]?.trim() ?? '';
}

function afterPath(path: string, text: string): string | undefined {
  const [, after = ''] = text.split(path, 2);
  return /^:(\d+)/.exec(after)?.[1];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
