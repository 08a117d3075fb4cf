import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES } from '../reports/formats/names.ts';
import { explained } from '../support/runner/start.ts';
import { HARNESS_ERROR_EXIT_CODE } from '../support/setup-error.ts';
import { inFrench, mistakeIn } from './in-french.ts';

/** A port, 0 for a free one. */
const port = (text: string): number => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number < 65_536) return number;
  throw new InvalidArgumentError('');
};

/** Who may sign a dossier. */
const ROLES = ['éditeur', 'laboratoire'];

const program = new Command('diapason').description(
  "Certifie un portail qui suit le parcours d'inscription « Chorus Pro » des fournisseurs.",
);

program
  .command('init')
  .description('écrit le premier fichier cible d’un portail, après quelques questions')
  .addOption(new Option('--target <fichier>', 'fichier à écrire (cible.json sans précision)'))
  .addOption(new Option('--name <nom>', 'nom du portail, pour les rapports'))
  .addOption(new Option('--url <adresse>', 'adresse de son accueil'))
  .addOption(
    new Option('--mailpit <adresse>', 'Mailpit qui attrape ses courriels (« diapason serve » sinon)'),
  )
  .addOption(
    new Option('--captcha <réponse>', 'réponse de test que son captcha accepte toujours').conflicts(
      'withoutCaptcha',
    ),
  )
  .addOption(new Option('--without-captcha <raison>', 'pourquoi il n’a pas de captcha'))
  .addOption(new Option('--activation <moyen>', 'ce que porte le courriel').choices(['lien', 'code']))
  .addOption(new Option('--insee <qui>', 'qui interroge l’INSEE').choices(['double', 'page']))
  .addOption(
    new Option('--authorised-by <qui>', 'qui autorise d’y créer des comptes, hors d’une recette locale'),
  )
  .addOption(new Option('--authorised-until <jour>', 'dernier jour de cet accord, par exemple 2026-12-31'))
  .addOption(new Option('--yes', 'ne pose aucune question'))
  .action(async (options) => {
    const { init } = await import('./init.ts');
    process.exitCode = await init(options, process.stdin.isTTY ? {} : undefined);
  });

/** What a person may have written for other tools. */
const formatOption = (): Option =>
  new Option(
    '--format <formats...>',
    'écrit aussi ces formats : ctrf, earl (junit et badge le sont toujours)',
  ).choices(FORMAT_NAMES);

program
  .command('run')
  .description('joue la suite et rend un verdict')
  .addOption(new Option('--target <fichier>', 'fichier cible ; sans lui, le portail de référence embarqué'))
  .addOption(new Option('--requirement <ids...>', 'seulement ces exigences, par exemple EX-4.04'))
  .addOption(
    new Option(
      '--level <niveaux...>',
      'seulement ces niveaux : essentiel, robuste, securite, accessible (les deux premiers sans précision)',
    ),
  )
  .addOption(
    new Option(
      '--last-failed',
      'rejoue les exigences que la dernière série de cette cible n’a pas laissées vertes',
    ).conflicts(['requirement', 'level']),
  )
  .addOption(new Option('--workers <n>', 'nombre de scénarios joués de front (2 sans précision)'))
  .addOption(
    new Option('--wait-expiry', 'attend pour de bon la fin de validité d’un lien (cible sans « clock »)'),
  )
  .addOption(new Option('--shard <i/n>', 'seulement la tranche i de la suite, sur n'))
  .addOption(formatOption())
  .addOption(
    new Option(
      '--baseline <fichier>',
      'référence connue : code 0 si seules ses exigences ne sont pas vertes, sans changer le verdict',
    ),
  )
  .addOption(
    new Option(
      '--challenge <texte>',
      'ce qu’un auditeur a choisi pour cette série : il entre dans les tirages',
    ),
  )
  .action(async (options) => {
    const { run } = await import('./run.ts');
    process.exitCode = await run(options);
  });

program
  .command('doctor')
  .description('parcourt le portail une fois, et dit ce que le fichier cible doit encore dire de lui')
  .addOption(new Option('--target <fichier>', 'fichier cible ; sans lui, le portail de référence embarqué'))
  .addOption(new Option('--fix', 'écrit dans le fichier cible les noms trouvés, puis parcourt de nouveau'))
  .action(async (options) => {
    const { doctor } = await import('./doctor.ts');
    process.exitCode = await doctor(options);
  });

program
  .command('verdict')
  .description('juge ensemble les messages de séries déjà jouées, par exemple de toutes les tranches')
  .argument('<messages...>', 'fichiers messages.ndjson, ou dossiers de rapports qui en contiennent un')
  .addOption(new Option('--target <fichier>', 'fichier cible des séries lancées sans « diapason run »'))
  .addOption(new Option('--baseline <fichier>', 'référence connue, comme pour « diapason run »'))
  .action(async (messages, options) => {
    const { verdictOf } = await import('./verdict.ts');
    process.exitCode = await verdictOf(messages, options);
  });

program
  .command('baseline')
  .description('écrit une première référence connue, pour « run --baseline », d’après un verdict')
  .addOption(
    new Option('--from <verdict>', 'verdict.json, ou dossier de rapports (la dernière série sans précision)'),
  )
  .addOption(new Option('--file <fichier>', 'fichier à écrire (reference.json sans précision)'))
  .addOption(new Option('--owner <qui>', 'qui doit guérir ces exigences'))
  .addOption(new Option('--until <jour>', 'dernier jour où elles sont admises, par exemple 2026-12-31'))
  .action(async (options) => {
    const { baseline } = await import('./baseline.ts');
    process.exitCode = await baseline(options, process.stdin.isTTY ? {} : undefined);
  });

program
  .command('compare')
  .description('compare les verdicts de plusieurs séries : exigence par environnement, ou par date')
  .argument('<dossiers...>', 'dossiers de rapports ou de preuves, deux au moins')
  .addOption(new Option('--html <fichier>', 'écrit aussi le tableau en une page'))
  .addOption(new Option('--json <fichier>', 'écrit aussi le tableau en JSON'))
  .action(async (folders, options) => {
    const { compare } = await import('./compare.ts');
    process.exitCode = compare(folders, options);
  });

program
  .command('report')
  .description('réunit en un dossier les rapports d’une série, ou de toutes ses tranches')
  .argument('[rapports...]', 'dossiers de rapports (celui de la dernière série sans précision)')
  .addOption(new Option('--out <dossier>', 'où l’écrire (« dossier », dans le premier, sans précision)'))
  .addOption(formatOption())
  .addOption(new Option('--key <fichier>', 'clé privée qui le signe'))
  .addOption(new Option('--role <rôle>', 'qui signe (éditeur sans précision)').choices(ROLES))
  .action(async (folders, options) => {
    const { report } = await import('./report.ts');
    process.exitCode = await report(folders, options);
  });

program
  .command('sign')
  .description('contresigne un dossier, après l’avoir vérifié')
  .argument('<dossier>')
  .requiredOption('--key <fichier>', 'clé privée qui le signe')
  .addOption(new Option('--role <rôle>', 'qui signe (éditeur sans précision)').choices(ROLES))
  .action(async (folder, options) => {
    const { signDossier } = await import('./sign.ts');
    process.exitCode = await signDossier(folder, options);
  });

program
  .command('verify')
  .description('vérifie un dossier, hors ligne : signatures, empreintes, tirages, et le verdict recalculé')
  .argument('<dossier>')
  .addOption(
    new Option('--public-key <fichiers...>', 'clés publiques que l’on connaît : chacune doit l’avoir signé'),
  )
  .action(async (folder, options) => {
    const { verifyDossier } = await import('./verify.ts');
    process.exitCode = await verifyDossier(folder, options);
  });

program
  .command('keygen')
  .description('fait une clé pour signer des dossiers, et sa clé publique à côté')
  .addOption(new Option('--out <fichier>', 'clé à écrire (diapason-cle.pem sans précision)'))
  .action(async (options) => {
    const { keygen } = await import('./keygen.ts');
    process.exitCode = keygen(options);
  });

program
  .command('specification')
  .description('écrit la spécification en une page à lire, à imprimer et à signer')
  .addOption(
    new Option(
      '--since <version>',
      'montre ce qui a changé depuis : un dossier, un catalogue.json ou une copie de Diapason',
    ),
  )
  .addOption(new Option('--out <fichier>', 'page à écrire (reports/out/specification.html sans précision)'))
  .action(async (options) => {
    const { specification } = await import('./specification.ts');
    process.exitCode = specification(options);
  });

program
  .command('serve')
  .description(
    'sert le double de l’INSEE et la boîte de courriel à un portail, et un portail à visiter si on le demande',
  )
  .addOption(
    new Option('--insee-port <port>', 'port du double de l’INSEE (8021 sans précision)').argParser(port),
  )
  .addOption(
    new Option('--mail-port <port>', 'port où lire les courriels (8025 sans précision)').argParser(port),
  )
  .addOption(new Option('--smtp-port <port>', 'port où les envoyer (1025 sans précision)').argParser(port))
  .addOption(new Option('--portal [nom]', 'sert aussi le portail de référence, ou un autre portail livré'))
  .addOption(new Option('--portal-port <port>', 'port de ce portail (8020 sans précision)').argParser(port))
  .action(async (options) => {
    const { serve } = await import('./serve.ts');
    process.exitCode = await serve(options);
  });

program
  .command('power')
  .description('mesure la suite : chaque défaut du portail de référence doit être pris par son exigence')
  .addOption(new Option('--full', 'toute la suite sur chacun : donne aussi la précision'))
  .addOption(new Option('--blind', 'les défauts aveugles, faits par règle'))
  .addOption(new Option('--sentinels', 'les portails à ne jamais certifier').conflicts(['blind', 'variants']))
  .addOption(new Option('--variants', 'les portails conformes bâtis autrement').conflicts('blind'))
  .addOption(
    new Option('--portal <nom>', 'les défauts d’un portail livré').conflicts([
      'blind',
      'sentinels',
      'variants',
    ]),
  )
  .addOption(
    new Option(
      '--level <niveaux...>',
      'les défauts de ces seuls niveaux (tous sans précision ; avec --full, essentiel et robuste)',
    ).conflicts(['sentinels', 'variants']),
  )
  .addOption(new Option('--only <id>', 'celui-là seul'))
  .addOption(new Option('--shard <i/n>', 'une part de la campagne, par exemple 1/3'))
  .addOption(new Option('--workers <n>', 'nombre de processus (2 au plus sans précision)'))
  .addOption(new Option('--restart', 'oublie la campagne interrompue'))
  .addOption(new Option('--record', 'enregistre les chiffres, à livrer avec ce qui les change'))
  .action(async (options) => {
    const { power } = await import('./power.ts');
    process.exitCode = await power(options);
  });

program
  .command('parity')
  .description('compare les deux lanceurs, scénario par scénario')
  .addOption(new Option('--portal <nom>', 'sur un portail livré, servi pour l’occasion'))
  .option('--level <niveaux...>', 'à ces seuls niveaux (essentiel et robuste sans précision)')
  .action(async (options) => {
    const { parity } = await import('./parity.ts');
    process.exitCode = await parity(options);
  });

program
  .command('certify')
  .description('certifie un portail livré, servi pour l’occasion, sous cucumber-js seul')
  .requiredOption('--portal <nom>', 'le portail livré')
  .option('--level <niveaux...>', 'à ces seuls niveaux (essentiel et robuste sans précision)')
  .option('--shard <i/n>', 'seulement la tranche i de la suite, sur n')
  .action(async (options) => {
    const { certify } = await import('./certify.ts');
    process.exitCode = await certify(options);
  });

program
  .command('coverage')
  .description('montre les scénarios de chaque exigence, et celles qui n’en ont pas')
  .action(async () => {
    const { coverage } = await import('./coverage.ts');
    process.exitCode = await coverage();
  });

program
  .command('test')
  .description('vérifie Diapason lui-même : style, types, imports, tests, parité, puissance')
  .action(async () => {
    const { test } = await import('./test.ts');
    process.exitCode = await test();
  });

program
  .command('portals')
  .description('vérifie chaque portail livré sous les deux lanceurs, et que chacun de ses défauts est pris')
  .action(async () => {
    const { portals } = await import('./portals.ts');
    process.exitCode = await portals();
  });

program
  .command('lock')
  .description('écrit le verrou des exigences d’après les scénarios')
  .action(async () => {
    const { writeLock } = await import('./lock.ts');
    writeLock();
  });

program
  .command('contract')
  .description('écrit le schéma JSON et la page de référence des fichiers cibles, d’après le contrat')
  .action(async () => {
    const { writeContract } = await import('./contract.ts');
    writeContract();
  });

try {
  await inFrench(program).parseAsync();
} catch (error) {
  const sentence = error instanceof CommanderError ? mistakeIn(error) : explained(error);
  if (sentence !== undefined) {
    process.stderr.write(`\n${sentence}\n`);
    process.exitCode = HARNESS_ERROR_EXIT_CODE;
  }
}
