import type { ShippedPortal } from '../fixtures/portals/shipped-portal.ts';
import { startSirene } from '../fixtures/sirene/server.ts';
import { advanceByHttp } from './advance-by-http.ts';
import type { EmbeddedPortal } from './embedded-portal.ts';
import { HarnessSetupError } from './setup-error.ts';
import type { HttpCall } from './target/schema/shapes.ts';

/** One of the portals that we ship, and the defect it bears if it does. */
export interface ChosenPortal {
  readonly shipped: ShippedPortal;
  readonly defect?: string;
}

/** What it is started with; ports are free ones unless given. */
export interface ShippedPortalOptions extends ChosenPortal {
  readonly smtp: { readonly host: string; readonly port: number };
  readonly port?: number;
  readonly sirenePort?: number;
}

/** Starts the INSEE double, then one of the portals that we ship wired to it and to the given SMTP server. */
export async function startShippedPortal(options: ShippedPortalOptions): Promise<EmbeddedPortal> {
  const { shipped, sirenePort, ...given } = options;
  const sirene = await startSirene(sirenePort === undefined ? {} : { port: sirenePort });
  try {
    const { url, gone, close } = await shipped.start({ sirene, ...given });
    return {
      url,
      gone,
      sirene,
      advanceClock: (milliseconds) => advanceByHttp(OPEN, clockOf(url), milliseconds),
      close: async () => void (await Promise.all([close(), sirene.close()])),
    };
  } catch (error) {
    await sirene.close();
    throw unstarted(shipped.id, error as NodeJS.ErrnoException);
  }
}

/** Ours asks for nothing to be reached. */
const OPEN = { access: {}, origins: [] };

function clockOf(url: string): HttpCall {
  return { url: `${url}/essais/horloge`, method: 'POST' };
}

function unstarted(id: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') return error;
  return new HarnessSetupError(
    `Le portail « ${id} » n'a pas démarré : ${error.message}`,
    'Mendez ce qu’il dit, puis relancez.',
  );
}
