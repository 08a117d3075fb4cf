import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Bench } from '../bench.ts';
import type { Clause } from '../clause.ts';

/** Speaks to a server line by line, up to DATA. */
async function dialogue({
  server,
}: Bench): Promise<{ say: (line: string) => Promise<string>; end: () => void }> {
  const socket = connect(server.smtp.port, server.smtp.host);
  const say = async (line: string) => {
    socket.write(`${line}\r\n`);
    return String((await once(socket, 'data'))[0]);
  };
  await once(socket, 'data');
  for (const line of ['HELO x', 'MAIL FROM:<a@b.fr>', 'RCPT TO:<c@d.fr>', 'DATA']) await say(line);
  return { say, end: () => socket.destroy() };
}

/** How mails are taken. */
export const smtpClauses: readonly Clause[] = [
  {
    name: 'SMTP : tout expéditeur, tout destinataire, avec ou sans identification, et l’identifiant du courriel',
    play: async ({ server, send, json }) => {
      assert.match(await send({ to: 'a@b.fr' }), /^250 2\.0\.0 Ok: queued as [0-9A-Za-z]{22}$/);
      await send({ envelope: { from: '', to: ['x@sous-domaine.test'] }, to: 'x@sous-domaine.test' });
      const logged = createTransport({
        ...server.smtp,
        ignoreTLS: true,
        auth: { user: 'portail', pass: 'peu importe' },
      });
      const { response } = await logged.sendMail({ from: 'a@b.fr', to: 'c@d.fr', text: 'x' });
      logged.close();
      assert.match(response, /queued as/);
      assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), { Username: 'portail' });
    },
  },
  {
    name: 'SMTP : un en-tête qui n’en est pas un est refusé, et rien n’est gardé',
    play: async (bench) => {
      const { say, end } = await dialogue(bench);
      assert.match(await say('pas un champ\r\nSubject: x\r\n\r\ncorps\r\n.'), /^451 /);
      end();
      assert.partialDeepStrictEqual(await bench.json('/api/v1/messages'), { total: 0 });
    },
  },
  {
    name: 'SMTP : plus de 50 Mo est refusé, et rien n’est gardé',
    play: async (bench) => {
      const { say, end } = await dialogue(bench);
      const body = `Subject: gros\r\n\r\n${`${'x'.repeat(998)}\r\n`.repeat(51 * 1049)}`;
      assert.match(await say(`${body}.`), /^552 /);
      end();
      assert.partialDeepStrictEqual(await bench.json('/api/v1/messages'), { total: 0 });
    },
  },
  {
    name: 'SMTP : accepté sans être gardé, quand ses parties n’ont pas de frontière',
    play: async ({ send, json }) => {
      const raw = 'Subject: x\r\nContent-Type: multipart/alternative\r\n\r\nx\r\n';
      assert.equal(await send({ raw, envelope: { from: 'a@b.fr', to: ['c@d.fr'] } }), '250 2.0.0 Ok: queued');
      assert.partialDeepStrictEqual(await json('/api/v1/messages'), { total: 0 });
    },
  },
];
