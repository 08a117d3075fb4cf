import type { Command, CommanderError } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Emploi :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'Arguments:': 'Arguments :',
};

/** What is wrong with a command line, by commander's own code; what it quotes is kept. */
const MISTAKES: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'Option inconnue',
  'commander.unknownCommand': 'Commande inconnue',
  'commander.excessArguments': 'Argument en trop',
  'commander.missingArgument': 'Argument manquant',
  'commander.missingMandatoryOptionValue': 'Option manquante',
  'commander.optionMissingArgument': 'Valeur manquante pour l’option',
  'commander.invalidArgument': 'Valeur refusée',
  'commander.conflictingOption': 'Option incompatible avec une autre',
};

/** Makes commander speak French, and throw instead of ending the process. */
export function inFrench(program: Command): Command {
  for (const command of [program, ...program.commands]) {
    command
      .usage(`[options]${command === program ? ' [commande]' : argumentsOf(command)}`)
      .configureHelp({
        styleTitle: (title) => TITLES[title] ?? title,
        styleOptionDescription: (text) => text.replace('(choices: ', '(au choix : '),
      })
      .configureOutput({ outputError: () => undefined })
      .helpOption('-h, --help', 'affiche cette aide')
      .exitOverride();
  }
  return program.helpCommand('help [commande]', 'affiche l’aide d’une commande');
}

/** As commander itself shows the arguments of a command. */
function argumentsOf({ registeredArguments }: Command): string {
  return registeredArguments.map((each) => ` <${each.name()}${each.variadic ? '...' : ''}>`).join('');
}

/** Returns the French sentence for a mistake in the command line; `undefined` when help was asked for. */
export function mistakeIn({ code, message }: CommanderError): string | undefined {
  if (code === 'commander.helpDisplayed' || code === 'commander.help') return undefined;
  const quoted = /'([^']+)'/.exec(message)?.[1];
  const mistake = MISTAKES[code] ?? 'Ligne de commande incomprise';
  return `✗ ${mistake}${quoted === undefined ? '' : ` : ${quoted}`}\n  → Voyez « diapason --help ».`;
}
