import type { Page, Request, Response, Route } from '@playwright/test';
import { MeansMissing } from '../failures.ts';
import type { Decision, Sent } from './decision.ts';
import type { Field } from './field.ts';
import type { Gate } from './gate.ts';
import { replaceInBody } from './sent-body.ts';

/** One value to replace on its way to the server. */
export interface Interception {
  /** The field it is typed in, on the page already. */
  readonly field: Field;
  readonly faulty: string;
  /** Whether every value like the typed one is replaced (a password and its confirmation), or the field's alone. */
  readonly everywhere: boolean;
}

/** What a browser sends with one value replaced on the way: the server then decides without the browser's checks. */
export class Transit implements Sent {
  private readonly page: Page;
  private field: Field | undefined;
  private faulty = '';
  private readonly replaced = new Set<Request>();
  private isSending = false;
  private status: number | undefined;

  constructor(page: Page) {
    this.page = page;
  }

  /** Says in French what reached the server. */
  get sent(): string {
    const { where, name } = this.field?.search ?? { where: '', name: '' };
    const value = this.faulty === '' ? 'une valeur vide' : `« ${this.faulty} »`;
    return `${where} : « ${name} » rempli avec ${this.field?.typed}, puis remplacé à l'envoi par ${value}, sans les contrôles du navigateur`;
  }

  /** How the server answered: one that says nothing to a person may still say no by its HTTP status. */
  get decision(): Decision | undefined {
    const shown = this.field?.decision;
    const isHttpRefusal = this.status !== undefined && this.status >= 400 && this.status < 500;
    if (shown?.outcome !== 'undecided' || !isHttpRefusal) return shown;
    return { outcome: 'refused', signs: [`réponse HTTP ${this.status}`] };
  }

  /** Takes note that the form is being sent: what left before was only what a page asks as one types. */
  begins(): void {
    this.isSending = true;
  }

  /**
   * Plays an action whose typed value never reaches the server: the faulty one does in its place.
   * @throws MeansMissing when what the browser sends doesn't hold the value as it was typed
   */
  async replacing({ field, faulty, everywhere }: Interception, action: () => Promise<void>): Promise<void> {
    this.field = field;
    this.faulty = faulty;
    this.replaced.clear();
    this.status = undefined;
    this.isSending = false;
    const names = everywhere ? {} : { names: await field.sentNames() };
    const change = (route: Route): Promise<void> =>
      this.change(route, { typed: field.lastTyped, faulty, ...names });
    const note = (response: Response): void => {
      if (this.replaced.has(response.request())) this.status = response.status();
    };
    await this.page.route('**/*', change);
    this.page.on('response', note);
    try {
      await action();
    } finally {
      this.page.off('response', note);
      await this.page.unroute('**/*', change);
    }
    if (this.replaced.size === 0) throw unseen(field);
  }

  /** Plays an action whose sending leaves only when the gate opens: at the same moment as the others'. */
  async holding(gate: Gate, action: () => Promise<void>): Promise<void> {
    let hasPassed = false;
    this.isSending = false;
    const hold = async (route: Route): Promise<void> => {
      if (hasPassed || !this.isSending || route.request().method() === 'GET') return route.fallback();
      hasPassed = true;
      await gate.pass();
      return route.fallback();
    };
    await this.page.route('**/*', hold);
    try {
      await action();
    } finally {
      await this.page.unroute('**/*', hold);
    }
  }

  private async change(route: Route, replacement: Parameters<typeof replaceInBody>[1]): Promise<void> {
    const request = route.request();
    // A page passed on the way to the field's own sends nothing of what is typed there.
    const isTyped = this.field?.given !== undefined;
    const isSent = request.method() !== 'GET' && this.isSending && isTyped;
    const body = isSent ? request.postData() : null;
    const postData = body === null ? undefined : replaceInBody(body, replacement);
    if (postData === undefined) return route.fallback();
    this.replaced.add(request);
    // Not « continue »: the headers that a target asks for are added by whoever comes after.
    return route.fallback({ postData });
  }
}

function unseen({ search: { where, name } }: Field): MeansMissing {
  return new MeansMissing(
    `${where} : « ${name} » tel qu'il a été saisi, dans ce que le navigateur envoie`,
    'Le portail ne l’envoie pas en clair dans un formulaire ou du JSON : montrez autrement que le serveur vérifie.',
  );
}
