import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { githubAnnotations } from '../../reports/ci/github.ts';
import { jobSummary } from '../../reports/ci/job-summary.ts';
import type { FormatInput } from '../../reports/formats/input.ts';
import { ROOT } from '../root.ts';

/** What the continuous integration that runs us is told, in its own way; nothing where none does. */
export interface ContinuousIntegration {
  /** To be called once nothing more that a portal may have written is printed. */
  readonly told: (input: FormatInput, baseline: readonly string[], mask: (text: string) => string) => void;
}

/**
 * Begins to speak to the continuous integration, if there is one. GitHub's takes any line of the output that begins with
 * « :: » for an order: until the end, it is told to take none, for a portal's words may stand anywhere there.
 */
export function continuousIntegration(
  out: string,
  environment: NodeJS.ProcessEnv = process.env,
  write: (text: string) => void = (text) => process.stdout.write(text),
): ContinuousIntegration {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, GITHUB_WORKSPACE, GITLAB_CI, CI_PROJECT_DIR } = environment;
  const isGitHub = GITHUB_ACTIONS === 'true';
  const token = randomUUID();
  if (isGitHub) write(`::stop-commands::${token}\n`);
  return {
    told: (input, baseline, mask) => {
      if (isGitHub) {
        const annotations = githubAnnotations(
          input,
          (file) => within(GITHUB_WORKSPACE, join(ROOT, file)) ?? file,
        );
        write(`\n::${token}::\n${annotations.map((line) => `${mask(line)}\n`).join('')}`);
      }
      if (GITHUB_STEP_SUMMARY) append(GITHUB_STEP_SUMMARY, mask(jobSummary(input, baseline)), write);
      if (GITLAB_CI === 'true') write(`\n${gitlabHint(within(CI_PROJECT_DIR, join(out, 'junit.xml')))}\n`);
    },
  };
}

/** A page that can't be written takes nothing from the verdict. */
function append(file: string, text: string, write: (text: string) => void): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    write(`Le résumé de la tâche n’a pas pu être écrit (${(error as NodeJS.ErrnoException).code}).\n`);
  }
}

/**
 * GitLab shows tests from JUnit, which it documents and which is here already. Its other report, Code Quality, speaks
 * of lines of the repository that was pushed: a finding is about a portal, and its feature is not in that repository.
 */
function gitlabHint(junit: string | undefined): string {
  return junit === undefined
    ? 'GitLab : les rapports sont hors du projet ; donnez à DIAPASON_OUT un dossier du projet pour que la demande de fusion montre junit.xml.'
    : `GitLab : la demande de fusion montre ces résultats si la tâche déclare « artifacts: { when: always, reports: { junit: ${junit} } } ».`;
}

/** A path from a folder, with slashes, if it is in it. */
function within(folder: string | undefined, path: string): string | undefined {
  if (!folder) return undefined;
  const near = relative(folder, path).replaceAll('\\', '/');
  return near.startsWith('..') ? undefined : near;
}
