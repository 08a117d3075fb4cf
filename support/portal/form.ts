import type { Page } from '@playwright/test';
import { atOnce } from './at-once.ts';
import { FIELD_MS, type Field } from './field.ts';
import { fillingExpression, heldExpression } from './in-page/form.ts';

/** A field, what a person types or chooses in it, and how, where the page does not take it at once. */
export type Entered = readonly [
  field: Field,
  value: string,
  otherwise?: ((field: Field, value: string) => Promise<void>) | undefined,
];

/**
 * Fills in a form at one go, in the order given: a field at a time costs four times as much. What the page does not
 * take so (a field that comes late, a list whose answers are others, a field that rewrites what is typed) is then
 * entered by itself, with the field's own patience and its own words when it fails.
 * @throws Finding when a field is not there, or can't be filled in
 */
export async function fillForm(page: Page, entered: readonly Entered[]): Promise<void> {
  for (const [field, value] of entered) field.announce(value);
  const fillings = entered.map(([field, value]) => ({ ...field.wanted, value }));
  const isByHand = entered.some(([field]) => field.search.hands?.inUse !== undefined);
  const held = isByHand ? [] : await atOnce<boolean[]>(page, fillingExpression(fillings), FIELD_MS);
  for (const [index, [field, value, otherwise]] of entered.entries()) {
    if (held?.[index]) field.note(value);
    else await (otherwise?.(field, value) ?? field.enter(value));
  }
}

/**
 * Returns what each field holds, in the order given.
 * @throws Finding when a field is not there
 */
export async function valuesOf(page: Page, fields: readonly Field[]): Promise<string[]> {
  const wanted = fields.map((field) => field.wanted);
  const held = await atOnce<Array<string | null>>(page, heldExpression(wanted), FIELD_MS);
  const values: string[] = [];
  for (const [index, field] of fields.entries()) values.push(held?.[index] ?? (await field.value()));
  return values;
}

/** Returns, for each field, whether the page shows it: once, or several times. */
export async function areShown(page: Page, fields: readonly Field[]): Promise<boolean[]> {
  const wanted = fields.map((field) => field.wanted);
  const held = await atOnce<Array<string | null>>(page, heldExpression(wanted), FIELD_MS);
  return Promise.all(fields.map((field, index) => typeof held?.[index] === 'string' || field.isThere()));
}
