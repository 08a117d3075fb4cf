import { type Alteration, startedWith } from '../fixtures/portal/alteration.ts';
import { startPortal } from '../fixtures/portal/server.ts';
import { type SireneServer, startSirene } from '../fixtures/sirene/server.ts';

/** How the reference portal differs from itself, where a campaign or a person asks for it. */
export interface Alterations {
  readonly variant?: Alteration;
  readonly sentinel?: Alteration;
  readonly defect?: Alteration;
}

/** What the reference portal is started with; ports are free ones unless given. */
export interface EmbeddedPortalOptions extends Alterations {
  readonly smtp: { readonly host: string; readonly port: number };
  readonly captchaAnswer: string;
  /** Offers `POST /essais/horloge` to a harness in another process. */
  readonly clockHook?: boolean;
  readonly port?: number;
  readonly sirenePort?: number;
}

/** A portal that a worker starts for itself, and the INSEE double it asks. */
export interface EmbeddedPortal {
  readonly url: string;
  readonly sirene: Pick<SireneServer, 'url' | 'apiKey'>;
  /** Resolves, with its last words, if it ends by itself, where it is a process of its own. */
  readonly gone?: Promise<string>;
  /** Moves the portal's clock forward, by so many milliseconds. */
  advanceClock(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts the INSEE double, then the reference portal wired to it and to the given SMTP server. */
export async function startEmbeddedPortal(options: EmbeddedPortalOptions): Promise<EmbeddedPortal> {
  const sirene = await startSirene(options.sirenePort === undefined ? {} : { port: options.sirenePort });
  const { smtp, captchaAnswer, variant, sentinel, defect, port } = options;
  let ahead = 0;
  const portal = await startPortal({
    sirene: { url: sirene.url, apiKey: sirene.apiKey },
    smtp,
    captchaAnswer,
    clock: () => new Date(Date.now() + ahead),
    clockHook: options.clockHook ?? false,
    ...(port === undefined ? {} : { port }),
    ...startedWith([variant, sentinel, defect].filter((alteration) => alteration !== undefined)),
  }).catch(async (error) => {
    await sirene.close();
    throw error;
  });
  return {
    url: portal.url,
    sirene,
    advanceClock: async (milliseconds) => {
      ahead += milliseconds;
    },
    close: async () => {
      await portal.close();
      await sirene.close();
    },
  };
}
