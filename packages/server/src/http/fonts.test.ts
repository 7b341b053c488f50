import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { houseFonts } from './fonts.ts';

it('reads the fonts of a built app once, and anew once it is built anew', () => {
  const root = mkdtempSync(join(tmpdir(), 'entente-fonts-'));
  try {
    expect([houseFonts(undefined), houseFonts(root)]).toEqual(['', '']);
    mkdirSync(join(root, 'assets'));
    const face = (name: string) => `@font-face { font-family: ${name} }`;
    const style = join(root, 'assets', 'a.css');
    writeFileSync(style, `p { color: red } ${face('First')} q {}`);
    utimesSync(join(root, 'assets'), 1_000, 1_000);
    expect(houseFonts(root)).toBe(face('First'));
    // To write into a file leaves its folder as it was: it is not read again.
    writeFileSync(style, face('Other'));
    expect(houseFonts(root)).toBe(face('First'));
    renameSync(style, join(root, 'assets', 'b.css'));
    utimesSync(join(root, 'assets'), 2_000, 2_000);
    expect(houseFonts(root)).toBe(face('Other'));
  } finally {
    rmSync(root, { recursive: true });
  }
});
