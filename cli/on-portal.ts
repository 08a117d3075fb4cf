import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Served, startServed } from '../support/served.ts';
import { startShippedPortal } from '../support/shipped-portal.ts';
import { shippedNamed, targetFileOf } from '../support/target/shipped.ts';
import { inOut } from './root.ts';

const FREE_PORTS = { insee: 0, mail: 0, smtp: 0, portal: 0 };

/**
 * Serves one of the portals that we ship, on free ports, while something is played against it as against any target:
 * with its target file, which `TARGET` then names, where only the addresses are others.
 */
export async function onPortal<T>(id: string, play: () => Promise<T>): Promise<T> {
  const shipped = shippedNamed(id);
  const served = await startServed(FREE_PORTS, (wiring) => startShippedPortal({ shipped, ...wiring }));
  const folder = inOut('portails');
  const file = inOut('portails', `${id}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(targetAt(targetFileOf(shipped), served), undefined, 2));
  process.env.TARGET = file;
  try {
    return await play();
  } finally {
    delete process.env.TARGET;
    await served.close();
  }
}

function targetAt(file: string, { portal, mailbox }: Served): unknown {
  const target = JSON.parse(readFileSync(file, 'utf8'));
  const url = portal?.url;
  return {
    ...target,
    url: `${url}/`,
    mail: { ...target.mail, mailpit: mailbox.url },
    clock: { url: `${url}/essais/horloge` },
  };
}
