import type { Catalogue } from '../catalogue.ts';
import type { Play } from '../messages.ts';
import type { RunVerdict } from '../verdict.ts';

/**
 * All that a dossier says of one target: what was judged, with what, and the proofs. Pages, formats and the attestation
 * are pure functions of it. Paths are relative to the dossier's folder, with slashes; digests are SHA-256, in hex.
 */
export interface Dossier {
  readonly verdict: RunVerdict;
  readonly catalogue: Catalogue;
  readonly features: readonly FeatureSource[];
  /** The first play of all shards together, then the play again of what failed. */
  readonly plays: readonly Play[];
  readonly suite: Suite;
  readonly run: RunFacts;
  readonly evidence: readonly Proof[];
  /** Who has signed; none but the vendor makes it an « auto-évaluation ». */
  readonly signers: readonly Signer[];
}

/** One feature as it was played. */
export interface FeatureSource {
  /** `features/4-activation.feature` */
  readonly path: string;
  readonly text: string;
}

/** The instrument that made the dossier. */
export interface Suite {
  readonly name: 'Diapason';
  readonly version: string;
  /** What is known of its power for just these rules, in French. */
  readonly power: string;
}

/** What a run was, besides its verdict. */
export interface RunFacts {
  readonly seed: number;
  readonly nonce: string;
  /** What an auditor chose to enter the draws. */
  readonly challenge?: string;
  /** ISO 8601, in UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** In French, which mailbox was read. */
  readonly mailbox: string;
  /** How many shards were merged; 1 for a run played whole. */
  readonly shards: number;
  /** What the target's version probe read, before and after. */
  readonly version?: { readonly before?: string; readonly after?: string };
}

/** A piece kept beside the pages: a picture, a mail. */
export interface Proof {
  readonly path: string;
  readonly mediaType: string;
  /** How it is called, in French: « Au moment du constat ». */
  readonly title: string;
  /** The name of the scenario as played, and the requirements that it proves. */
  readonly scenario: string;
  readonly requirements: readonly string[];
  readonly sha256: string;
  readonly bytes: number;
  /** A small PNG as a data URI, for the page; pictures only. */
  readonly thumbnail?: string;
}

/** Who has signed the attestation. */
export interface Signer {
  readonly keyid: string;
  readonly role: 'éditeur' | 'laboratoire';
}
