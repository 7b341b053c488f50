import type { Plugin } from 'vite';

/** What is for the server alone, of rooms and of what they list. A browser folds what it was given; it decides nothing. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  Room: [
    'brief',
    'decide',
    'react',
    'hears',
    'guards',
    'alarms',
    'card',
    'circle',
    'settle',
    'from',
    'touches',
    'introduces',
    'waitsAmong',
  ],
  Writing: ['translate'],
  Atom: ['holds', 'keys', 'fires', 'time', 'readable', 'implies', 'excludes', 'mayAll'],
};
const kindOf = (name: string): string | undefined => Object.keys(RULES).find((kind) => name.endsWith(kind));
const RULED = new RegExp(`(?:${Object.keys(RULES).join('|')}) = \\{`);
const ENGINE = /[/\\]packages[/\\]engine[/\\]src[/\\].+\.ts$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Declared extends Node {
  readonly declaration?: { readonly declarations?: readonly { readonly id: { readonly name: string }; readonly init?: Node }[] };
}
interface Property extends Node {
  readonly key?: { readonly name?: string };
}

/** Leaves the rules out of every `…Room`, `…Writing` and `…Atom` of the engine, so that what only they call is not loaded by a browser. */
export function onlyFolding(): Plugin {
  return {
    name: 'only-folding',
    apply: 'build',
    transform: {
      order: 'post',
      handler(code, id) {
        if (!ENGINE.test(id) || !RULED.test(code)) return;
        const { body } = this.parse(code) as unknown as { body: readonly Declared[] };
        const rules = body
          .flatMap((node) => node.declaration?.declarations ?? [])
          .flatMap(({ id, init }) => {
            const kind = kindOf(id.name);
            if (kind === undefined || init?.type !== 'ObjectExpression') return [];
            const { properties } = init as unknown as { readonly properties: readonly Property[] };
            return properties.filter(({ key }) => RULES[kind]?.includes(key?.name ?? ''));
          });
        let folding = code;
        for (const { key, start, end } of [...rules].sort((a, b) => b.start - a.start))
          folding = `${folding.slice(0, start)}${key?.name}: undefined${folding.slice(end)}`;
        return { code: folding, map: null };
      },
    },
  };
}
