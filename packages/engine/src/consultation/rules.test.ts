import { describe, expect, it } from 'vitest';
import type { Proceeding } from './procedure.ts';
import { notHeard } from './procedures/consensus.ts';
import { PROCEDURES } from './procedures/index.ts';
import { Trial } from './trial.ts';

/** Korea asks and is in the chair; the United States and C are asked; due is 100. */
const of = (name: keyof typeof PROCEDURES, m: Partial<Proceeding> = {}): Trial => new Trial(PROCEDURES[name], m);

describe('for every procedure', () => {
  it('G1: who is no member may not act, and an act that the procedure does not have is refused', () => {
    for (const name of Object.keys(PROCEDURES) as (keyof typeof PROCEDURES)[]) {
      const t = of(name).at(10);
      expect(PROCEDURES[name].name).toBe(name);
      expect(t.does('X', PROCEDURES[name].acts[0] ?? '')).toBe('not-a-member');
      expect(t.does('U', 'wave')).toBe('no-such-act');
    }
    expect(of('notification').does('U', 'object')).toBe('no-such-act');
    expect(of('silence').does('K', 'summarise')).toBe('no-such-act');
  });

  it('G2: a matter has one outcome, after which every act is refused', () => {
    const broken = of('silence').at(10);
    broken.does('U', 'object');
    for (const act of ['object', 'withdraw', 'reserve', 'wave']) expect(broken.does('K', act)).toBe('closed');
    expect(broken.prolongs('K', 200)).toBe('closed');
    expect(broken.at(500).outcome).toBe('broken');
    const adopted = of('silence').at(101);
    expect([adopted.does('U', 'object'), adopted.does('K', 'withdraw'), adopted.prolongs('K', 200)]).toEqual([
      'closed',
      'closed',
      'closed',
    ]);
  });

  it('G3: a chair prolongs an open matter to a moment later than due and than now, and nobody else does', () => {
    const t = of('silence', { asker: 'U' }).at(50);
    expect([t.prolongs('U', 200), t.prolongs('C', 200), t.prolongs('X', 200)]).toEqual(['not-the-chair', 'not-the-chair', 'not-the-chair']);
    expect([t.prolongs('K', 99), t.prolongs('K', 100), t.prolongs('K', 200)]).toEqual(['no-later', 'no-later', 'done']);
    expect(t.at(150).outcome).toBe('open');
    expect(t.at(200).does('U', 'object')).toBe('done');
    const late = of('notification').at(150);
    expect([late.prolongs('K', 120), late.prolongs('K', 150), late.prolongs('K', 151)]).toEqual(['no-later', 'no-later', 'done']);
    expect(of('notification', { due: undefined }).at(5).prolongs('K', 6)).toBe('done');
  });

  it('G3: of two chairs either prolongs', () => {
    const t = of('silence', { chairs: ['K', 'U'] });
    expect([t.prolongs('U', 110), t.prolongs('K', 120)]).toEqual(['done', 'done']);
  });

  it('G4: a chair or the asker withdraws an open matter, and nobody else does', () => {
    expect(of('silence').at(10).does('U', 'withdraw')).toBe('not-the-chair');
    for (const party of ['K', 'U']) {
      const t = of('consensus', { asker: 'U', chairs: ['K'] }).at(10);
      expect([t.does('C', 'withdraw'), t.does(party, 'withdraw'), t.outcome]).toEqual(['not-the-chair', 'done', 'withdrawn']);
      expect(t.at(500).outcome).toBe('withdrawn');
    }
  });

  it('G5: asking for time, a reservation and a statement change no outcome', () => {
    const t = of('silence').at(10);
    for (const act of ['ask-time', 'reserve', 'interpret', 'reserve']) expect(t.does('U', act)).toBe('done');
    expect(t.outcome).toBe('open');
    const c = of('consensus').at(10);
    expect([c.does('U', 'reserve'), c.needs]).toEqual(['done', { what: 'position', from: ['U', 'C'] }]);
  });

  it('G6: an act exactly at due comes before what due brings', () => {
    expect(of('silence').at(100).outcome).toBe('open');
    expect(of('silence').at(100).does('U', 'object')).toBe('done');
    expect(of('silence').at(101).outcome).toBe('adopted');
    expect(of('silence', { due: undefined }).at(1e9).outcome).toBe('open');
  });
});

describe('what binds', () => {
  it('G7: what binds a party is for its head or a seat with the right to sign; to join, to give a view, to acknowledge is for all', () => {
    const binds = Object.values(PROCEDURES).map((p) => [p.name, [...p.binds].sort()]);
    expect(Object.fromEntries(binds)).toEqual({
      notification: [],
      consultation: [],
      consensus: ['object'],
      silence: ['amend', 'object'],
      'ad-referendum': ['agree', 'confirm', 'decline', 'object'],
      'joint-signature': ['refuse', 'sign'],
    });
  });
});

describe('consensus', () => {
  it('K1: the asker has joined by asking', () => {
    const t = of('consensus').at(10);
    expect(t.needs).toEqual({ what: 'position', from: ['U', 'C'] });
    expect(t.does('K', 'join')).toBe('done-already');
    expect(t.ifNothing('K')).toBe('waits');
  });

  it('K2: a member changes its mind while it is open, the asker too, and the same once more is refused', () => {
    const t = of('consensus').at(10);
    for (const act of ['object', 'abstain', 'no-instructions', 'join', 'object'])
      expect([t.does('U', act), t.does('U', act)]).toEqual(['done', 'done-already']);
    expect([t.does('K', 'object'), t.does('K', 'join')]).toEqual(['done', 'done']);
    expect(t.needs).toEqual({ what: 'objection-lifted', from: ['U'] });
  });

  it('K3: it is agreed when every member has joined or abstained from blocking', () => {
    const t = of('consensus').at(10);
    t.does('U', 'abstain');
    t.does('C', 'no-instructions');
    expect([t.outcome, t.needs]).toEqual(['open', { what: 'position', from: ['C'] }]);
    t.does('C', 'join');
    expect(t.outcome).toBe('agreed');
  });

  it('K4: at due those who have said nothing are late, and it stays open', () => {
    const t = of('consensus').at(10);
    t.does('U', 'object');
    expect(['K', 'U', 'C'].map((party) => t.ifNothing(party))).toEqual(['waits', 'waits', 'late']);
    expect(t.at(101).outcome).toBe('open');
    expect(t.does('C', 'join')).toBe('done');
  });

  it('K5: after due, over no objection, a chair concludes, and who neither joined nor abstained was not heard', () => {
    const t = of('consensus').at(100);
    t.does('U', 'abstain');
    expect([t.needs.what, t.does('K', 'conclude')]).toEqual(['position', 'not-due']);
    t.at(101);
    expect(t.needs).toEqual({ what: 'conclusion', from: ['K'] });
    expect([t.does('U', 'conclude'), t.does('K', 'conclude'), t.outcome]).toEqual(['not-the-chair', 'done', 'agreed']);
    expect(notHeard(t.m)).toEqual(['C']);
    expect(of('consensus', { due: undefined }).at(1e9).does('K', 'conclude')).toBe('not-due');
  });

  it('K5: over an objection nobody concludes, be it before due or after, until it is lifted', () => {
    const t = of('consensus').at(10);
    t.does('U', 'object');
    expect(t.does('K', 'conclude')).toBe('objection-stands');
    t.at(101);
    expect([t.does('K', 'conclude'), t.needs]).toEqual(['objection-stands', { what: 'objection-lifted', from: ['U'] }]);
    expect([t.does('U', 'no-instructions'), t.does('K', 'conclude'), t.outcome]).toEqual(['done', 'done', 'agreed']);
    expect(notHeard(t.m)).toEqual(['U', 'C']);
  });

  it('K6: a chair closes it by taking note or with a summary that binds nobody, even over an objection', () => {
    for (const [act, outcome] of [
      ['take-note', 'noted'],
      ['summarise', 'summarised'],
    ] as const) {
      const t = of('consensus').at(10);
      t.does('U', 'object');
      expect([t.does('U', act), t.does('K', act), t.outcome]).toEqual(['not-the-chair', 'done', outcome]);
    }
  });
});

describe('consensus on a text', () => {
  const onD1 = () => of('consensus', { terms: { digest: 'd1' } }).at(10);

  it('K7: a new version asks every member again, the asker too, even if the old text comes back', () => {
    const t = onD1();
    expect([t.does('U', 'join'), t.does('C', 'no-instructions')]).toEqual(['done', 'done']);
    t.does(undefined, 'new-version', 'd2');
    t.does(undefined, 'new-version', 'd1');
    expect([t.outcome, t.needs]).toEqual(['open', { what: 'position', from: ['K', 'U', 'C'] }]);
    expect(['K', 'U', 'C'].map((party) => t.ifNothing(party))).toEqual(['waits', 'late', 'late']);
    expect([t.does('C', 'join'), t.does('U', 'abstain'), t.outcome]).toEqual(['done', 'done', 'open']);
    expect([t.does('K', 'join'), t.outcome]).toEqual(['done', 'agreed']);
  });

  it('K7: an objection stands through a new version until its member says something else, and nothing before it comes back', () => {
    const t = onD1();
    for (const act of ['join', 'object']) t.does('U', act);
    for (const act of ['object', 'join']) t.does('C', act);
    t.does(undefined, 'new-version', 'd2');
    expect([t.needs, t.at(101).does('K', 'conclude')]).toEqual([{ what: 'objection-lifted', from: ['U'] }, 'objection-stands']);
    for (const party of ['K', 'U', 'C']) expect(t.does(party, 'join')).toBe('done');
    expect(t.outcome).toBe('agreed');
  });

  it('K8: who names the text names the one that stands, or is refused', () => {
    const t = onD1();
    t.does(undefined, 'new-version', 'd2');
    for (const act of ['join', 'abstain', 'object', 'no-instructions'])
      expect([t.does('U', act, 'd1'), t.does('U', act, 'd2')]).toEqual(['other-text', 'done']);
    expect([t.does('U', 'join'), t.at(101).does('K', 'conclude', 'd1'), t.does('K', 'conclude', 'd2')]).toEqual([
      'done',
      'other-text',
      'done',
    ]);
    expect(notHeard(t.m)).toEqual(['K', 'C']);
    expect(of('consensus').at(10).does('U', 'join', 'd1')).toBe('other-text');
  });
});

describe('silence', () => {
  it('S1: only a chair opens it', () => {
    const byChair = Object.values(PROCEDURES).filter((p) => p.byChair);
    expect(byChair.map((p) => p.name)).toEqual(['silence']);
  });

  it('S2: any member, the chair’s party too, breaks it until due, by an objection or an amendment', () => {
    for (const act of ['object', 'amend'])
      for (const party of ['K', 'U', 'C']) {
        const t = of('silence').at(100);
        expect([t.outcome, t.does(party, act), t.outcome]).toEqual(['open', 'done', 'broken']);
      }
  });

  it('S2: the party’s name goes to the chair alone, under silence and nowhere else', () => {
    const veiled = Object.values(PROCEDURES).flatMap((p) => p.veiled.map((act) => `${p.name}: ${act}`));
    expect(veiled.sort()).toEqual(['silence: amend', 'silence: object']);
  });

  it('S3: what nobody has broken by due is adopted, and until then nobody’s act is missing', () => {
    const t = of('silence').at(100);
    expect([t.outcome, t.needs, t.ifNothing('U')]).toEqual(['open', { what: 'silence', from: [] }, 'agreed']);
    expect(t.at(101).outcome).toBe('adopted');
    expect([t.does('U', 'amend'), t.outcome]).toEqual(['closed', 'adopted']);
  });

  it('S4: a reservation or a statement does not break it', () => {
    const t = of('silence').at(100);
    expect([t.does('U', 'reserve'), t.does('C', 'interpret'), t.outcome, t.at(101).outcome]).toEqual(['done', 'done', 'open', 'adopted']);
  });
});

describe('ad referendum', () => {
  it('A1: the asker has agreed by asking, and each party asked answers once', () => {
    const t = of('ad-referendum').at(10);
    expect(t.needs).toEqual({ what: 'agreement', from: ['U', 'C'] });
    expect(['agree', 'agree-ad-referendum', 'object', 'confirm'].map((act) => t.does('K', act))).toEqual(Array(4).fill('not-asked'));
    expect([t.does('U', 'agree'), t.does('U', 'object'), t.does('U', 'agree-ad-referendum')]).toEqual([
      'done',
      'done-already',
      'done-already',
    ]);
  });

  it('A2: who agreed ad referendum is missing until its capital confirms, and only such a one confirms or declines, once', () => {
    const t = of('ad-referendum', { members: ['K', 'U', 'C', 'D'] }).at(10);
    expect([t.does('U', 'confirm'), t.does('U', 'agree-ad-referendum')]).toEqual(['nothing-to-confirm', 'done']);
    expect([t.does('C', 'agree'), t.does('C', 'decline')]).toEqual(['done', 'nothing-to-confirm']);
    expect([t.does('D', 'agree-ad-referendum'), t.outcome, t.needs]).toEqual(['done', 'open', { what: 'confirmation', from: ['U', 'D'] }]);
    expect([t.does('U', 'confirm'), t.does('U', 'confirm'), t.does('U', 'decline')]).toEqual([
      'done',
      'nothing-to-confirm',
      'nothing-to-confirm',
    ]);
    expect(t.needs).toEqual({ what: 'confirmation', from: ['D'] });
  });

  it('A3: it is agreed when all have agreed or confirmed', () => {
    const t = of('ad-referendum').at(10);
    t.does('U', 'agree-ad-referendum');
    t.does('C', 'agree');
    expect(t.outcome).toBe('open');
    t.does('U', 'confirm');
    expect(t.outcome).toBe('agreed');
  });

  it('A4: an objection, or a capital that declines, ends it at once', () => {
    const objected = of('ad-referendum').at(10);
    objected.does('U', 'object');
    expect(objected.outcome).toBe('not-agreed');
    const declined = of('ad-referendum', { terms: { unconfirmed: 'stands' } }).at(10);
    declined.does('U', 'agree-ad-referendum');
    declined.does('U', 'decline');
    expect([declined.outcome, declined.at(101).outcome]).toEqual(['not-agreed', 'not-agreed']);
  });

  it('A5: at due it lapses, unless only confirmations are missing and it stands unless declined', () => {
    for (const [terms, answer, outcome, says] of [
      [{ unconfirmed: 'stands' }, 'agree-ad-referendum', 'agreed', 'agreed'],
      [{ unconfirmed: 'stands' }, 'reserve', 'lapsed', 'lapses'],
      [{}, 'agree-ad-referendum', 'lapsed', 'lapses'],
      [{ unconfirmed: 'lapses' }, 'agree-ad-referendum', 'lapsed', 'lapses'],
    ] as const) {
      const t = of('ad-referendum', { terms }).at(100);
      t.does('C', 'agree');
      t.does('U', answer);
      expect([t.outcome, t.ifNothing('U'), t.at(101).outcome]).toEqual(['open', says, outcome]);
    }
  });
});

describe('joint signature', () => {
  const onD1 = (m: Partial<Proceeding> = {}) => of('joint-signature', { terms: { digest: 'd1' }, ...m }).at(10);

  it('J1: a member signs the text as it stands once, by a seat with the right to sign', () => {
    const t = onD1();
    expect([t.does('U', 'sign', 'd1'), t.does('U', 'sign', 'd1')]).toEqual(['done', 'done-already']);
    expect(t.needs).toEqual({ what: 'signature', from: ['K', 'C'] });
    expect(PROCEDURES['joint-signature'].binds).toContain('sign');
  });

  it('J2: a signature on any other digest, or on none, is refused', () => {
    const t = onD1();
    expect([t.does('U', 'sign', 'd2'), t.does('U', 'sign')]).toEqual(['other-text', 'other-text']);
    expect(onD1({ terms: {} }).does('U', 'sign')).toBe('other-text');
    t.does(undefined, 'new-version', 'd2');
    expect([t.does('U', 'sign', 'd1'), t.does('U', 'sign', 'd2')]).toEqual(['other-text', 'done']);
  });

  it('J3: a new version makes every signature void, even if the old text comes back', () => {
    const t = onD1();
    t.does('U', 'sign', 'd1');
    t.does('C', 'sign', 'd1');
    t.does(undefined, 'new-version', 'd2');
    expect(t.needs).toEqual({ what: 'signature', from: ['K', 'U', 'C'] });
    t.does(undefined, 'new-version', 'd1');
    expect([t.does('K', 'sign', 'd1'), t.outcome, t.does('U', 'sign', 'd1')]).toEqual(['done', 'open', 'done']);
  });

  it('J4: it is signed when every member, the asker too, has signed the digest that stands', () => {
    const t = onD1();
    for (const party of ['U', 'C']) t.does(party, 'sign', 'd1');
    expect(t.outcome).toBe('open');
    t.does('K', 'sign', 'd1');
    expect([t.outcome, t.at(101).outcome]).toEqual(['signed', 'signed']);
  });

  it('J5: a member refuses to sign, even one that has signed: it is not signed, at once', () => {
    for (const party of ['K', 'U']) {
      const t = onD1();
      t.does('U', 'sign', 'd1');
      expect([t.does(party, 'refuse'), t.outcome, t.does('C', 'sign', 'd1')]).toEqual(['done', 'not-signed', 'closed']);
    }
  });

  it('J6: if a signature is missing at due it is not signed, and the text binds nobody', () => {
    const t = onD1().at(100);
    for (const party of ['U', 'C']) t.does(party, 'sign', 'd1');
    expect([t.outcome, t.ifNothing('U'), t.at(101).outcome]).toEqual(['open', 'lapses', 'not-signed']);
  });
});
