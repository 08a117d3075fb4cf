import type { Catalogue } from '../../catalogue.ts';
import type { RunVerdict } from '../../verdict.ts';
import type { FeatureSource } from '../dossier.ts';
import type { Version } from './changes.ts';

/** What the specification is made from: a dossier, or the features alone. */
export interface SpecificationSource {
  readonly catalogue: Catalogue;
  readonly features: readonly FeatureSource[];
  /** What a run showed of each rule; absent, the page says nothing of any portal. */
  readonly verdict?: RunVerdict;
}

export interface SpecificationOptions {
  /** What it is compared with, and how that is called, in French: « la version du 3 mars ». */
  readonly since?: Version & { readonly label: string };
  /** The version of the suite. */
  readonly suite?: string;
}
