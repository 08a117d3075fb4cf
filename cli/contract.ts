import { writeFileSync } from 'node:fs';
import { JSON_SCHEMA_FILE, jsonSchema } from '../support/target/contract/json-schema.ts';
import { PAGE_FILE, page } from '../support/target/contract/page.ts';
import { inProject } from './root.ts';

/** Writes the JSON schema and the reference page of target files from the contract: a person reads the difference. */
export function writeContract(): void {
  writeFileSync(inProject(JSON_SCHEMA_FILE), jsonSchema());
  writeFileSync(inProject(PAGE_FILE), page());
  process.stdout.write(`Contrat écrit : ${JSON_SCHEMA_FILE}, ${PAGE_FILE}\n`);
}
