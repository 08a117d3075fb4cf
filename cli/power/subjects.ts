import { blindDefects } from '../../fixtures/defects/blind/index.ts';
import { defects } from '../../fixtures/defects/index.ts';
import { sentinels } from '../../fixtures/sentinels/index.ts';
import { variants } from '../../fixtures/variants/index.ts';
import type { Kind, Subject } from '../../reports/power/diagnosis.ts';

const LISTS: Readonly<Record<Kind, () => Promise<readonly Subject[]>>> = {
  defects: async () => defects,
  blind: blindDefects,
  sentinels: async () => sentinels,
  variants: async () => variants,
};

/** The variable by which the embedded portal is given one of them. */
export const VARIABLES: Readonly<Record<Kind, string>> = {
  defects: 'DIAPASON_DEFECT',
  blind: 'DIAPASON_DEFECT',
  sentinels: 'DIAPASON_SENTINEL',
  variants: 'DIAPASON_VARIANT',
};

/** Returns what a kind of campaign gives the suite to judge, as plain data: it goes from process to process. */
export async function subjectsOf(kind: Kind): Promise<Subject[]> {
  return (await LISTS[kind]()).map(({ id, sentence, breaks, alsoBreaks, keeps, equivalent }) => ({
    id,
    sentence,
    ...(breaks === undefined ? {} : { breaks }),
    ...(alsoBreaks === undefined ? {} : { alsoBreaks }),
    ...(keeps === undefined ? {} : { keeps }),
    ...(equivalent === undefined ? {} : { equivalent }),
  }));
}
