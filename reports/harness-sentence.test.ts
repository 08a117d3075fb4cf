import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { harnessSentence } from './harness-sentence.ts';

describe('why the harness broke', () => {
  const table: [string, string | undefined, string | undefined, string | undefined][] = [
    [
      'is what the step says of it',
      'La boîte refuse.',
      'MailboxUnavailable: La boîte refuse.',
      'La boîte refuse.',
    ],
    [
      'is else the first line of the error, without its class',
      undefined,
      '\nError: boum\n    at a.ts:1',
      'boum',
    ],
    ['is not told by an error without words', undefined, undefined, undefined],
    [
      'is a browser that closed',
      'page.fill: Target page, context or browser has been closed\nCall log:',
      undefined,
      "le navigateur s'est arrêté en cours de scénario",
    ],
    [
      'is a page that crashed',
      undefined,
      'Error: page.goto: Page crashed',
      "le navigateur s'est arrêté en cours de scénario",
    ],
    [
      'is a mistake of ours, with its place in the sources',
      "Cannot read properties of undefined (reading 'trim')",
      "TypeError: Cannot read properties of undefined (reading 'trim')\n    at World.<anonymous> (file:///x/y/steps/espaces.ts:37:9)",
      "erreur de programmation du banc (TypeError, steps/espaces.ts:37) : Cannot read properties of undefined (reading 'trim')",
    ],
    [
      'is a scenario without end',
      undefined,
      '\u001b[31mTest timeout of 120000ms exceeded.\u001b[39m',
      "le scénario n'a pas fini en 120 s",
    ],
    [
      'is a step without end',
      undefined,
      'Error: function timed out, ensure the promise resolves within 60000 milliseconds',
      "l'étape n'a pas fini en 60 s",
    ],
    [
      'is a full disk',
      undefined,
      'Error: ENOSPC: no space left on device, write',
      "il n'y a plus de place sur le disque",
    ],
    [
      'is a sentence without definition',
      undefined,
      'Error: Missing step: Quand il vole',
      "l'étape n'a pas de définition : « Quand il vole »",
    ],
  ];
  for (const [title, said, error, sentence] of table) {
    it(title, () => assert.equal(harnessSentence(said, error), sentence));
  }
});
