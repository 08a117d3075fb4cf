import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MailboxUnavailable } from '../unavailable.ts';
import { spawnGuarded } from './guarded.ts';

const HOST = '127.0.0.1';
const READY_MS = 10_000;
const LOOK_MS = 5;
/** Between the choice of a free port and its use, another process may take it. */
const TRIES = 3;

/** A Mailpit of our own, which ends with us. */
export interface LocalMailpit {
  readonly url: string;
  readonly smtp: { readonly host: string; readonly port: number };
  /** Why it no longer runs, if it ended by itself. */
  ended(): string | undefined;
  close(): Promise<void>;
}

/** What a Mailpit is started with beside what the harness needs. */
export interface LocalMailpitOptions {
  /** Environment variables of Mailpit's own, `MP_UI_AUTH` and the like. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Free ones unless given. */
  readonly ports?: { readonly http: number; readonly smtp: number };
}

/** Starts a Mailpit on free ports, its mails in a folder of its own. @throws MailboxUnavailable when it does not */
export async function startMailpit(
  executable: string,
  { settings = {}, ports }: LocalMailpitOptions = {},
): Promise<LocalMailpit> {
  for (let turn = 1; ; turn += 1) {
    const started = new Started(executable, ports ?? (await freePorts()), settings);
    try {
      await started.ready();
      const { url, smtp } = started;
      return { url, smtp, ended: () => started.end, close: () => started.close() };
    } catch (error) {
      await started.close();
      if (ports !== undefined || turn === TRIES || !started.foundPortTaken) throw error;
    }
  }
}

class Started {
  readonly url: string;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly #executable: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'diapason-mailpit-'));
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  #said = '';
  #end: string | undefined;

  constructor(
    executable: string,
    ports: { readonly http: number; readonly smtp: number },
    settings: Readonly<Record<string, string>>,
  ) {
    this.#executable = executable;
    this.url = `http://${HOST}:${ports.http}`;
    this.smtp = { host: HOST, port: ports.smtp };
    const environment = { ...withoutMailpitSettings(process.env), ...settings };
    this.#child = spawnGuarded(executable, argumentsFor(ports), { environment, folder: this.#folder });
    for (const output of outputsOf(this.#child)) {
      output?.setEncoding('utf8').on('data', (text: string) => {
        this.#said = `${this.#said}${text}`.slice(-2_000);
      });
    }
    this.#exited = new Promise<void>((resolve) => {
      this.#child.once('error', (error) => {
        this.#end = error.message;
        resolve();
      });
      // Once all that it said is read, its reason last of all.
      this.#child.once('close', (code) => {
        this.#end ??= lastLineOf(this.#said) ?? `il s’est terminé, code ${code}`;
        resolve();
      });
    });
    unref(this.#child);
  }

  get foundPortTaken(): boolean {
    return /address already in use/i.test(this.#said);
  }

  /** Why it no longer runs. */
  get end(): string | undefined {
    return this.#end;
  }

  async ready(): Promise<void> {
    const end = performance.now() + READY_MS;
    while (!(await this.#answers())) {
      if (this.#end !== undefined) throw this.#unavailable(this.#end);
      if (performance.now() > end) throw this.#unavailable(`rien ne répond en ${READY_MS / 1_000} s`);
      await delay(LOOK_MS);
    }
  }

  async close(): Promise<void> {
    this.#child.ref();
    for (const pipe of outputsOf(this.#child)) pipe?.ref();
    this.#child.stdin?.destroy();
    if (process.platform === 'win32') this.#child.kill();
    await this.#exited;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Web and mail start side by side; the greeting says that the second is there too. */
  async #answers(): Promise<boolean> {
    const ready = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(READY_MS) }).catch(
      () => undefined,
    );
    await ready?.arrayBuffer();
    return ready?.ok === true && (await greets(this.smtp.port));
  }

  #unavailable(why: string): MailboxUnavailable {
    return new MailboxUnavailable(
      `Le Mailpit du PATH, ${this.#executable}, n’a pas démarré : ${why}. Mettez-le à jour ou retirez-le du PATH, ou choisissez la boîte embarquée (DIAPASON_MAILBOX=embarquée).`,
    );
  }
}

function argumentsFor({ http, smtp }: { http: number; smtp: number }): string[] {
  return [
    '--quiet',
    `--listen=${HOST}:${http}`,
    `--smtp=${HOST}:${smtp}`,
    // Every mail is kept: the usual 500 are soon passed.
    '--max=0',
    '--disable-version-check',
    '--smtp-disable-rdns',
    '--smtp-auth-accept-any',
    '--smtp-auth-allow-insecure',
  ];
}

/** What a person set for a Mailpit of theirs, a password or a database, is not for this one. */
function withoutMailpitSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('MP_')));
}

async function freePorts(): Promise<{ http: number; smtp: number }> {
  const servers = [createServer(), createServer()];
  const [http = 0, smtp = 0] = await Promise.all(
    servers.map(async (server) => {
      await once(server.listen(0, HOST), 'listening');
      return (server.address() as AddressInfo).port;
    }),
  );
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return { http, smtp };
}

async function greets(port: number): Promise<boolean> {
  const socket = connect(port, HOST);
  try {
    const [greeting] = await once(socket, 'data', { signal: AbortSignal.timeout(READY_MS) });
    return String(greeting).startsWith('220');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Whoever uses it closes it; a mistake there must not keep the process alive. */
function unref(child: ChildProcess): void {
  child.unref();
  for (const pipe of [child.stdin as Socket | null, ...outputsOf(child)]) pipe?.unref();
}

function outputsOf({ stdout, stderr }: ChildProcess): (Socket | null)[] {
  return [stdout as Socket | null, stderr as Socket | null];
}

function lastLineOf(text: string): string | undefined {
  return text.trim().split('\n').at(-1) || undefined;
}
