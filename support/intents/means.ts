import type { Answers } from '../answers.ts';
import type { Correspondence } from '../correspondence.ts';
import type { Journey } from '../journey.ts';
import type { Person } from '../person.ts';
import type { Portal } from '../portal/portal.ts';
import type { Target } from '../target/target.ts';

/** What an intent is carried out with. */
export interface Means {
  readonly person: Person;
  readonly answers: Answers;
  readonly journey: Journey;
  readonly portal: Portal;
  readonly mail: Correspondence;
  readonly target: Target;
}
