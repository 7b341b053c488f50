import type { Plugin } from 'vite';

/** What a room has for the server alone. A browser folds what it was given; it decides nothing. */
const RULES = new Set(['brief', 'decide', 'react', 'hears', 'guards', 'alarms', 'card']);
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

/** Leaves the rules out of every `…Room` of the engine, so that what only they call is not loaded by a browser. */
export function onlyFolding(): Plugin {
  return {
    name: 'only-folding',
    apply: 'build',
    transform: {
      order: 'post',
      handler(code, id) {
        if (!ENGINE.test(id) || !code.includes('Room = {')) return;
        const { body } = this.parse(code) as unknown as { body: readonly Declared[] };
        const rooms = body
          .flatMap((node) => node.declaration?.declarations ?? [])
          .filter(({ id, init }) => id.name.endsWith('Room') && init?.type === 'ObjectExpression');
        const rules = rooms
          .flatMap(({ init }) => (init as unknown as { readonly properties: readonly Property[] }).properties)
          .filter(({ key }) => RULES.has(key?.name ?? ''));
        let folding = code;
        for (const { key, start, end } of [...rules].sort((a, b) => b.start - a.start))
          folding = `${folding.slice(0, start)}${key?.name}: undefined${folding.slice(end)}`;
        return { code: folding, map: null };
      },
    },
  };
}
