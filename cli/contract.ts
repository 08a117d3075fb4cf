import { writeFileSync } from 'node:fs';
import { JSON_SCHEMA_FILE, jsonSchema } from '../support/target/contract/json-schema.ts';
import { PAGE_FILE, page } from '../support/target/contract/page.ts';
import { BASELINE_SCHEMA_FILE, baselineJsonSchema } from './baseline/schema.ts';
import { inProject } from './root.ts';

/** Writes the JSON schemas and the reference page of target files and baselines from their contracts: a person reads the difference. */
export function writeContract(): void {
  writeFileSync(inProject(JSON_SCHEMA_FILE), jsonSchema());
  writeFileSync(inProject(PAGE_FILE), page());
  writeFileSync(inProject(BASELINE_SCHEMA_FILE), baselineJsonSchema());
  process.stdout.write(`Contrat écrit : ${JSON_SCHEMA_FILE}, ${PAGE_FILE}, ${BASELINE_SCHEMA_FILE}\n`);
}
