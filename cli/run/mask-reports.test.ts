import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import AdmZip from 'adm-zip';
import { maskReports } from './mask-reports.ts';

const SECRET = 'clef-secrète';

function zipped(text: string): Buffer {
  const zip = new AdmZip();
  zip.addFile('0-trace.network', Buffer.from(text));
  zip.addFile('image.png', Buffer.from([0x89, 0x50, 0xff, 0x00]));
  return zip.toBuffer();
}

it('masks secrets in texts, in traces and in the data of Playwright’s page, and leaves the rest as it is', (t) => {
  const out = mkdtempSync(join(tmpdir(), 'diapason-masque-'));
  t.after(() => rmSync(out, { recursive: true }));
  mkdirSync(join(out, 'artefacts'));
  const picture = Buffer.from([0x89, 0x50, 0xff, 0x00, 0xc3]);
  writeFileSync(join(out, 'messages.ndjson'), `{"a":"${SECRET} et é"}\n`);
  writeFileSync(join(out, 'image.png'), picture);
  writeFileSync(join(out, 'artefacts/trace.zip'), zipped(`authorization: ${SECRET}`));
  const page = `<script>data:application/zip;base64,${zipped(`{"title":"${SECRET}"}`).toString('base64')}</script>`;
  writeFileSync(join(out, 'index.html'), page);
  maskReports(out, [SECRET]);
  assert.equal(readFileSync(join(out, 'messages.ndjson'), 'utf8'), '{"a":"••• et é"}\n');
  assert.deepEqual(readFileSync(join(out, 'image.png')), picture);
  const trace = new AdmZip(join(out, 'artefacts/trace.zip'));
  assert.equal(trace.readAsText('0-trace.network'), 'authorization: •••');
  assert.deepEqual(trace.readFile('image.png'), Buffer.from([0x89, 0x50, 0xff, 0x00]));
  const [, data = ''] = /base64,([^<]+)</.exec(readFileSync(join(out, 'index.html'), 'utf8')) ?? [];
  assert.equal(new AdmZip(Buffer.from(data, 'base64')).readAsText('0-trace.network'), '{"title":"•••"}');
});
