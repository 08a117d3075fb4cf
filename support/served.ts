import { startSirene } from '../fixtures/sirene/server.ts';
import type { EmbeddedPortal, EmbeddedPortalOptions } from './embedded-portal.ts';
import { type EmbeddedMailbox, startEmbeddedMailbox } from './mailbox/embedded/embedded.ts';
import type { USUAL_PORTS } from './usual-ports.ts';

/** Ports of what is served; 0 takes a free one. */
export type ServedPorts = Readonly<Record<keyof typeof USUAL_PORTS, number>>;

/** Starts a portal, and the INSEE double it asks, when the mailbox is known. */
export type PortalStart = (
  wiring: Required<Pick<EmbeddedPortalOptions, 'smtp' | 'port' | 'sirenePort'>>,
) => Promise<EmbeddedPortal>;

/** What a portal needs of the outside, INSEE and a mailbox, and a portal where one was asked for. */
export interface Served {
  readonly sirene: EmbeddedPortal['sirene'];
  readonly mailbox: Pick<EmbeddedMailbox, 'url' | 'smtp'>;
  readonly portal?: EmbeddedPortal;
  close(): Promise<void>;
}

/** Serves the INSEE double and a mailbox, and a portal wired to both. @throws the system's error when a port is taken */
export async function startServed(ports: ServedPorts, startPortal?: PortalStart): Promise<Served> {
  const mailbox = await startEmbeddedMailbox({ httpPort: ports.mail, smtpPort: ports.smtp });
  try {
    if (startPortal === undefined) {
      const sirene = await startSirene({ port: ports.insee });
      return { sirene, mailbox, close: () => closeAll([sirene, mailbox]) };
    }
    const wiring = { smtp: mailbox.smtp, port: ports.portal, sirenePort: ports.insee };
    const portal = await startPortal(wiring);
    return { sirene: portal.sirene, mailbox, portal, close: () => closeAll([portal, mailbox]) };
  } catch (error) {
    await mailbox.close();
    throw error;
  }
}

async function closeAll(all: ReadonlyArray<{ close(): Promise<void> }>): Promise<void> {
  await Promise.all(all.map((one) => one.close()));
}
