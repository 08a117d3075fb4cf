import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { diskTroubleIn } from './disk-trouble.ts';

describe('trouble with the disk', () => {
  it('is said in French, with the file when it is known', () => {
    assert.throws(
      () => writeFileSync(tmpdir(), 'x'),
      (error) => {
        assert.match(diskTroubleIn(error) ?? '', /un dossier porte ce nom \(.*, EISDIR\)/);
        return true;
      },
    );
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    assert.match(diskTroubleIn(full) ?? '', /plus de place sur le disque \(ENOSPC\)\.$/);
    assert.match(diskTroubleIn(new Error('Error: EFBIG: file too large, write')) ?? '', /\(EFBIG\)\.$/);
  });

  it('is not every error', () => {
    assert.equal(diskTroubleIn(new Error('boum')), undefined);
    assert.equal(diskTroubleIn(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })), undefined);
  });
});
