/** Why no dossier can be made of what was given, or why a folder is none, and what to do about it; both in French. */
export class DossierRefusal extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'DossierRefusal';
    this.remedy = remedy;
  }
}
