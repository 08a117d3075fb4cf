/** What makes a text no JSON, and where: said in French, for whoever wrote it by hand. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
  /** From 1. */
  readonly line: number;

  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}

/**
 * Returns the value that a JSON text holds.
 * @throws JsonFault saying what is wrong and on which line; a key given twice is wrong too, for one of them is lost
 */
export function readJson(text: string): unknown {
  const whole = text.replace(/^\uFEFF/, '');
  new Inspector(whole).inspect();
  return JSON.parse(whole);
}

const SPACES = /[ \t\r\n]*/y;
/** No control character stands in a string as it is; those of Latin-1's second half may. */
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const WORD = /[\p{L}\p{N}_$.-]+/uy;

const COMMENT = 'le JSON n’a pas de commentaires : retirez celui-ci, ou écrivez la cible en « cible.mjs »';

/** Reads a JSON text for its faults alone: Node's own messages are English, and some name no line. */
class Inspector {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  inspect(): void {
    this.value();
    this.spaces();
    if (this.at < this.text.length) throw this.fault('il reste du texte après la fin de l’objet');
  }

  private value(): void {
    this.spaces();
    const sign = this.text[this.at];
    if (sign === '{') this.object();
    else if (sign === '[') this.list();
    else if (sign === '"') this.string();
    else if (this.take(SCALAR) === undefined) throw this.fault(this.strange('une valeur'));
  }

  private object(): void {
    const opened = this.at;
    const seen = new Map<string, number>();
    this.each('}', opened, () => {
      const line = this.line();
      const key = this.key();
      const before = seen.get(key);
      if (before !== undefined)
        throw this.fault(`la clé « ${key} » est donnée deux fois dans le même objet (déjà ligne ${before})`);
      seen.set(key, line);
      this.spaces();
      if (this.text[this.at] !== ':') throw this.fault(`« : » est attendu après la clé « ${key} »`);
      this.at += 1;
      this.value();
    });
  }

  private list(): void {
    this.each(']', this.at, () => this.value());
  }

  /** What stands between two brackets, separated by commas. */
  private each(end: '}' | ']', opened: number, item: () => void): void {
    this.at += 1;
    this.spaces();
    if (this.text[this.at] === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      item();
      const after = this.at;
      this.spaces();
      const sign = this.text[this.at];
      if (sign !== ',' && sign !== end) throw this.unseparated(end, opened, after);
      this.at += 1;
      if (sign === end) return;
      const comma = this.at - 1;
      this.spaces();
      if (this.text[this.at] === end) throw this.fault(`virgule en trop avant « ${end} »`, comma);
    }
  }

  private unseparated(end: string, opened: number, after: number): JsonFault {
    if (this.at >= this.text.length)
      return this.fault(`« ${end} » manque : « ${this.text[opened]} » n’est pas refermé`, opened);
    if (this.text.startsWith('//', this.at) || this.text.startsWith('/*', this.at))
      return this.fault(COMMENT);
    return this.fault(`une virgule, ou « ${end} », manque après cette valeur`, after);
  }

  private key(): string {
    this.spaces();
    if (this.text[this.at] !== '"') throw this.fault(this.strange('une clé'));
    return this.string();
  }

  private string(): string {
    const found = this.take(STRING);
    if (found === undefined)
      throw this.fault(
        'ce texte n’est pas refermé sur sa ligne, ou contient « \\ » ou un caractère de contrôle mal écrits',
      );
    return JSON.parse(found);
  }

  private strange(awaited: string): string {
    const sign = this.text[this.at];
    if (sign === undefined) return `le fichier s’arrête là où ${awaited} est attendue`;
    if (sign === '/' || sign === '#') return COMMENT;
    if (/['‘’“”«]/.test(sign))
      return `${awaited} s’écrit entre guillemets droits ("…"), et non avec « ${sign} »`;
    const word = this.take(WORD) ?? sign;
    return `« ${word} » n’est pas ${awaited} : ${awaited === 'une clé' ? 'une clé' : 'un texte'} s’écrit entre guillemets droits ("…")`;
  }

  private spaces(): void {
    this.take(SPACES);
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private fault(reason: string, at = this.at): JsonFault {
    return new JsonFault(reason, this.line(at));
  }

  private line(at = this.at): number {
    return this.text.slice(0, at).split('\n').length;
  }
}
