import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Finding } from '../failures.ts';
import type { Decision, Sent } from '../portal/decision.ts';
import type { Field } from '../portal/field.ts';
import { type Round, Rounds } from '../rounds.ts';
import { expectEachAccepted, expectRefusedInWords } from './accepted.ts';
import { confirm, expect, expectEachRefused, expectUsable } from './expect.ts';

const ACCEPTED: Decision = { outcome: 'accepted' };
const REFUSED: Decision = { outcome: 'refused', signs: ['trop court'] };
const UNDECIDED: Decision = { outcome: 'undecided', seen: 'ni l’un ni l’autre' };

function answered(decision: Decision | undefined): Sent {
  return { sent: 'Étape 4 : « Mot de passe » rempli, puis envoi', decision };
}

function rounds(...answers: Round[]): Rounds {
  const played = new Rounds();
  played.answers.push(...answers);
  return played;
}

function findingOf(action: () => void): Finding {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof Finding, String(error));
    return error;
  }
  assert.fail('nothing was thrown');
}

describe('expect', () => {
  it('lets what was demanded pass', () => {
    expect(answered(REFUSED)).toBeRefused();
    expect(answered(ACCEPTED)).toBeAccepted();
  });

  it('finds an acceptance where a refusal was demanded', () => {
    assert.deepEqual(findingOf(() => expect(answered(ACCEPTED)).toBeRefused()).observation, {
      done: 'Étape 4 : « Mot de passe » rempli, puis envoi',
      expected: 'refus',
      seen: "accepté, l'étape suivante s'affiche",
    });
  });

  it('finds a refusal where an acceptance was demanded, with its message', () => {
    const { observation } = findingOf(() => expect(answered(REFUSED)).toBeAccepted());
    assert.equal(observation.expected, 'acceptation');
    assert.equal(observation.seen, 'refusé, avec « trop court »');
  });

  it('takes no answer, and nothing sent, for neither', () => {
    for (const decision of [UNDECIDED, undefined]) {
      findingOf(() => expect(answered(decision)).toBeRefused());
      findingOf(() => expect(answered(decision)).toBeAccepted());
    }
  });
});

describe('confirm', () => {
  it('throws the finding unless the fact holds', async () => {
    const observation = { done: 'lu', expected: 'un', seen: 'deux' };
    await assert.rejects(
      () => confirm(false, async () => observation),
      (error) => error instanceof Finding && assert.deepEqual(error.observation, observation) === undefined,
    );
  });

  it('looks at nothing when the fact holds', async () => {
    await confirm(true, () => assert.fail('looked'));
  });
});

describe('expectEachRefused', () => {
  it('is a fault of ours, not a finding, when there is no row', () => {
    assert.throws(
      () => expectEachRefused(rounds()),
      (error) => error instanceof Error && !(error instanceof Finding) && error.constructor === Error,
    );
  });

  it('lets a table of refusals pass', () => {
    expectEachRefused(rounds({ row: 'vide', typed: 'rien', decision: REFUSED }));
  });

  it('names every row that was not refused, and no other', () => {
    const { observation } = findingOf(() =>
      expectEachRefused(
        rounds(
          { row: 'court', typed: '« a »', decision: ACCEPTED },
          { row: 'vide', typed: 'rien', decision: REFUSED },
          { row: 'long', typed: '« aaa »', decision: UNDECIDED },
          { row: 'rien', typed: 'rien', decision: undefined },
        ),
      ),
    );
    assert.match(observation.done, /, 4 valeurs essayées/);
    assert.equal(
      observation.seen,
      "court, « a » : accepté, l'étape suivante s'affiche / long, « aaa » : ni l’un ni l’autre / rien, rien : rien n'a été envoyé",
    );
  });
});

describe('expectUsable', () => {
  const field = (usable: boolean) =>
    ({ isUsable: async () => usable, search: { where: 'Étape 1', name: 'SIRET' } }) as unknown as Field;

  it('finds a field that only shows', async () => {
    await expectUsable(field(true));
    await assert.rejects(expectUsable(field(false)), /« SIRET » a été cherché.*lecture seule/);
  });
});

describe('expectEachAccepted', () => {
  it('names each row that was not', () => {
    const typed = '« a » (1 caractères)';
    expectEachAccepted(rounds({ row: 'tiret', typed, decision: ACCEPTED }));
    const mixed = rounds(
      { row: 'tiret', typed, decision: ACCEPTED },
      { row: 'plus', typed, decision: REFUSED },
    );
    const { observation } = findingOf(() => expectEachAccepted(mixed));
    assert.equal(observation.seen, 'plus, « a » (1 caractères) : refusé, avec « trop court »');
    assert.throws(() => expectEachAccepted(rounds()), /Aucune ligne à vérifier/);
  });
});

describe('expectRefusedInWords', () => {
  it('wants a refusal, and words', () => {
    expectRefusedInWords(answered(REFUSED));
    const mute: Decision[] = [
      { outcome: 'refused', signs: ['un champ marqué invalide, sans message'] },
      { outcome: 'refused', signs: ['le bouton « Valider » reste désactivé'] },
    ];
    for (const decision of [...mute, ACCEPTED, UNDECIDED, undefined])
      findingOf(() => expectRefusedInWords(answered(decision)));
  });
});
