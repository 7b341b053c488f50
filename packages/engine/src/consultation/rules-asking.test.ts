import { describe, expect, it } from 'vitest';
import type { Proceeding } from './procedure.ts';
import { PROCEDURES } from './procedures/index.ts';
import { Trial } from './trial.ts';

/** The rules of the procedures that bind nobody: notification and consultation. Korea asks and is in the chair; due is 100. */
const of = (name: keyof typeof PROCEDURES, m: Partial<Proceeding> = {}): Trial => new Trial(PROCEDURES[name], m);

describe('notification', () => {
  it('N1: each party asked acknowledges once, and the asker is not asked', () => {
    const t = of('notification').at(10);
    expect(['K', 'U', 'U'].map((party) => t.does(party, 'acknowledge'))).toEqual(['not-asked', 'done', 'done-already']);
    expect(t.needs).toEqual({ what: 'acknowledgement', from: ['C'] });
  });

  it('N2: it is acknowledged when all have done so', () => {
    const t = of('notification').at(10);
    t.does('U', 'acknowledge');
    expect(t.outcome).toBe('open');
    t.does('C', 'acknowledge');
    expect(t.outcome).toBe('acknowledged');
  });

  it('N3: at due those missing are escalated, it stays open, and who is late still acknowledges', () => {
    const t = of('notification').at(10);
    t.does('U', 'acknowledge');
    expect(['K', 'U', 'C'].map((party) => t.ifNothing(party))).toEqual(['waits', 'waits', 'escalates']);
    expect(t.at(101).outcome).toBe('open');
    expect([t.does('C', 'acknowledge'), t.outcome]).toEqual(['done', 'acknowledged']);
  });
});

describe('consultation', () => {
  it('C1: each party asked gives one position, a view or that it is without instructions', () => {
    const t = of('consultation').at(10);
    expect([t.does('U', 'view'), t.does('U', 'view'), t.does('U', 'no-instructions')]).toEqual(['done', 'done-already', 'done-already']);
    expect(t.needs).toEqual({ what: 'position', from: ['C'] });
    expect([t.does('K', 'view'), t.does('C', 'no-instructions')]).toEqual(['not-asked', 'done']);
  });

  it('C2: it is answered when all have given theirs', () => {
    const t = of('consultation').at(10);
    t.does('U', 'no-instructions');
    expect(t.outcome).toBe('open');
    t.does('C', 'view');
    expect(t.outcome).toBe('answered');
  });

  it('C3: at due those missing are late, and it stays open for them', () => {
    const t = of('consultation').at(10);
    t.does('U', 'view');
    expect(['K', 'U', 'C'].map((party) => t.ifNothing(party))).toEqual(['waits', 'waits', 'late']);
    expect(t.at(101).outcome).toBe('open');
    expect([t.does('C', 'view'), t.outcome]).toEqual(['done', 'answered']);
  });

  it('C4: a chair, and nobody else, closes it with a summary, before due or after', () => {
    for (const moment of [10, 101]) {
      const t = of('consultation', { asker: 'U' }).at(moment);
      expect([t.does('U', 'summarise'), t.does('K', 'summarise'), t.outcome]).toEqual(['not-the-chair', 'done', 'summarised']);
    }
  });
});

describe('consultation on a text', () => {
  const onD1 = () => of('consultation', { terms: { digest: 'd1' } }).at(10);

  it('C5: a new version asks each party asked again, even if the old text comes back, and nobody else', () => {
    const t = onD1();
    t.does('U', 'view');
    t.does(undefined, 'new-version', 'd2');
    t.does(undefined, 'new-version', 'd1');
    expect(t.needs).toEqual({ what: 'position', from: ['U', 'C'] });
    expect(['K', 'U', 'C'].map((party) => t.ifNothing(party))).toEqual(['waits', 'late', 'late']);
    expect([t.does('C', 'no-instructions'), t.outcome]).toEqual(['done', 'open']);
    expect([t.does('K', 'view'), t.does('U', 'view'), t.outcome]).toEqual(['not-asked', 'done', 'answered']);
  });

  it('C6: who names the text names the one that stands, or is refused', () => {
    const t = onD1();
    t.does(undefined, 'new-version', 'd2');
    for (const act of ['view', 'no-instructions']) expect(t.does('U', act, 'd1')).toBe('other-text');
    expect([t.does('U', 'view', 'd2'), t.does('C', 'no-instructions'), t.outcome]).toEqual(['done', 'done', 'answered']);
  });
});
