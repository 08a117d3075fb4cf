import { listenHttp } from './http.ts';
import { parseMail } from './parse.ts';
import { listenSmtp } from './smtp.ts';

const HOST = '127.0.0.1';

/** A mailbox of our own, which speaks the part of Mailpit's API that we use. */
export interface EmbeddedMailbox {
  readonly smtp: { readonly host: string; readonly port: number };
  readonly url: string;
  close(): Promise<void>;
}

export interface EmbeddedMailboxOptions {
  /** 0, the default, takes a free port. */
  readonly smtpPort?: number;
  readonly httpPort?: number;
}

/** Starts a mailbox on this machine only, kept in memory. */
export async function startEmbeddedMailbox(options: EmbeddedMailboxOptions = {}): Promise<EmbeddedMailbox> {
  const http = await listenHttp(HOST, options.httpPort ?? 0);
  try {
    const smtp = await listenSmtp(HOST, options.smtpPort ?? 0, (source, envelope) => {
      const mail = parseMail(source, envelope);
      if (mail !== undefined) http.store.add(mail);
      return mail?.id;
    });
    const close = async () => void (await Promise.all([smtp.close(), http.close()]));
    return { smtp: { host: HOST, port: smtp.port }, url: `http://${HOST}:${http.port}`, close };
  } catch (error) {
    await http.close();
    throw error;
  }
}
