/**
 * The portal stopped answering, or a gateway answers for it: nothing may be concluded about what it does. The run
 * re-checks the target, and goes on only if it is there again.
 */
export class PortalLost extends Error {
  override readonly name = 'PortalLost';

  constructor(cause: string) {
    super(`Le portail ne répond plus (${cause}) : rien ne peut être conclu de ce scénario.`);
  }
}

/** The network errors of a portal that is not there; an abandoned navigation (ERR_ABORTED) is not one. */
const GONE = /net::ERR_(CONNECTION_\w+|EMPTY_RESPONSE|ADDRESS_\w+|NAME_NOT_RESOLVED|TIMED_OUT|SOCKET_\w+)/;

/** Returns the network error named in a text, when it is one of a portal that is gone. */
export function goneIn(text: string | undefined): string | undefined {
  return GONE.exec(text ?? '')?.[0];
}

/** Returns whether a status is that of a gateway that finds no portal behind it. */
export function isGatewayError(status: number): boolean {
  return status >= 502 && status <= 504;
}
