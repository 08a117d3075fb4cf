import type { Page } from '@playwright/test';

/** The characters of the image, or how they are read on the page that shows it. */
export type CaptchaAnswer = string | ((page: Page) => Promise<string>);

/** What a person says of themself at step 2. */
export interface PersonalInformation {
  readonly email: string;
  readonly nom: string;
  readonly prenom: string;
  /** Left as the portal prefilled it when absent. */
  readonly contactEmail?: string;
  /** Absent when the target has no captcha. */
  readonly captcha?: CaptchaAnswer;
  /** Typed over what the portal prefilled; what is absent stays as it is. */
  readonly structure?: TypedStructure;
  /** Boxes to tick or untick; what is absent stays as it is. */
  readonly boxes?: Partial<Record<Box, boolean>>;
}

/** Fields of « Je crée ma structure » with what is typed in them. */
export type TypedStructure = Partial<Record<StructureField, string>>;

/** The boxes of step 2. */
export type Box = (typeof BOXES)[number];

/** What the portal knows of the structure, field by field. */
export type StructureField = (typeof STRUCTURE_FIELDS)[number];

export const BOXES = ['survey', 'paymentRequests', 'dume'] as const;

export const STRUCTURE_FIELDS = [
  'identifiant',
  'raisonSociale',
  'libelle',
  'adresse',
  'complement',
  'codePostal',
  'ville',
  'pays',
] as const;

/** What step 2 asks of the person. */
export const PERSON_FIELDS = ['confirmEmail', 'nom', 'prenom', 'contactEmail', 'captcha'] as const;

/** All that step 2 asks for. */
export type Asked = (typeof PERSON_FIELDS)[number] | StructureField | Box;

/** What is typed, or read first and then typed, or ticked. */
export type Answer = CaptchaAnswer | boolean;

/** One thing that a person says at step 2. */
export interface Said {
  readonly part: Asked;
  readonly value: Answer;
}

/** Returns what a person says, one thing after the other, the characters of the image last: they may expire. */
export function saidIn(information: Partial<PersonalInformation>): Said[] {
  const { email, nom, prenom, contactEmail, captcha, structure, boxes } = information;
  const said = { confirmEmail: email, nom, prenom, contactEmail, ...structure, ...boxes, captcha };
  return Object.entries(said).flatMap(([part, value]) =>
    value === undefined ? [] : [{ part: part as Asked, value }],
  );
}

/** Says whether it is ticked rather than typed. */
export function isBox(part: Asked): part is Box {
  return BOXES.some((box) => box === part);
}
