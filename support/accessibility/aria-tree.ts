/** A thing as a technology of assistance is told of it. */
export interface AriaNode {
  readonly role: string;
  readonly name: string;
  /** What is said beside its name: « checked », « pressed », « disabled ». */
  readonly states: readonly string[];
  /** The names of the groups it stands in, the nearest last. */
  readonly groups: readonly string[];
}

const LINE =
  /^(?<indent>\s*)- (?<role>[a-z]+)(?: "(?<name>(?:[^"\\]|\\.)*)")?(?<states>(?: \[[^\]]+\])*)(?:: ?(?<text>.*))?$/;

/** Roles that give a name to what they hold. */
const GROUPS = ['group', 'radiogroup', 'combobox', 'listbox'];

/** Returns the things that a snapshot of Playwright (`ariaSnapshot`) lists, each with the groups around it. */
export function ariaNodes(snapshot: string): AriaNode[] {
  const around: Array<{ indent: number; role: string; name: string }> = [];
  return snapshot.split('\n').flatMap((written) => {
    // A key that holds a colon or a quote is written in quotes.
    const line = written.replace(
      /^(\s*)- '(.*)'(:?.*)$/,
      (_, indent, key, rest) => `${indent}- ${key.replaceAll("''", "'")}${rest}`,
    );
    const { indent = '', role = '', name = '', states = '' } = LINE.exec(line)?.groups ?? {};
    if (role === '') return [];
    while ((around.at(-1)?.indent ?? -1) >= indent.length) around.pop();
    const groups = around.filter((one) => GROUPS.includes(one.role)).map((one) => one.name);
    const own = name.replaceAll('\\"', '"');
    around.push({ indent: indent.length, role, name: own });
    return [{ role, name: own, states: states.match(/[^\s[\]]+/g) ?? [], groups }];
  });
}
