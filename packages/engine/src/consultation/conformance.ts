/** A rule of a procedure, as docs/consultation-rules.md has it. */
export interface Rule {
  readonly id: string;
  readonly procedure: string;
  /** The name of the procedure’s file, without its ending. */
  readonly file: string;
  readonly source: string;
}

export function rulesOf(rules: string): Rule[] {
  return rules
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const procedure = (section.split('\n', 1)[0] ?? '').replace(/ \(.*/, '');
      const file = procedure === 'For every procedure' ? 'procedure' : procedure.toLowerCase().replaceAll(' ', '-');
      const source = /^Source: (.*)\.$/m.exec(section)?.[1] ?? '';
      return [...section.matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, id = '']) => ({ id, procedure, file, source }));
    });
}

/** The names of the tests that begin with a rule’s id, by rule. */
export function testsOf(tests: string): Map<string, string[]> {
  const of = new Map<string, string[]>();
  for (const [, id = '', says = ''] of tests.matchAll(/^\s*it\('([A-Z]\d+): (.*)', \(/gm)) of.set(id, [...(of.get(id) ?? []), says]);
  return of;
}

/** Each rule with its source and what shows it, as docs/consultation.md has it. */
export function printed(rules: string, tests: string): string {
  const shown = testsOf(tests);
  const rows = rulesOf(rules).flatMap(({ id, procedure, source }) =>
    (shown.get(id) ?? []).map((says) => `| ${procedure} | ${id} | ${source} | ${says} |`),
  );
  return ['| procedure | rule | source | what a test of that name shows |', '|---|---|---|---|', ...rows].join('\n');
}

const BEGIN = '<!-- printed by tools/conformance.ts -->\n';
const END = '\n<!-- end of print -->';

/** The page with the table in its place. */
export function withTable(page: string, table: string): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  return `${before}${BEGIN}${table}${END}${rest.split(END)[1] ?? ''}`;
}
