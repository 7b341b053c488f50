import { describe, expect, it } from 'vitest';
import { actOf, COMMANDS } from './commands.ts';
import { keyOf, leavesOf } from './meaning.ts';
import { WORDS } from './references.ts';
import { smallScenario } from './testing/fixture.ts';
import { Table } from './testing/table.ts';
import type { Command } from './world.ts';

const commands = Object.entries(COMMANDS);
const leaves = commands.flatMap(([type, schema]) => leavesOf(schema).map((leaf) => ({ ...leaf, at: `${type}.${leaf.path.join('.')}` })));

describe('a field of a command', () => {
  it('says what it means if it takes a string', () => {
    const mute = leaves.filter(({ schema, means }) => schema.def.type === 'string' && means === undefined);
    expect(mute.map(({ at }) => at)).toEqual([]);
  });

  it('is of a kind that those who walk commands know', () => {
    const kinds = new Set(leaves.filter((l) => l.means === undefined).map((l) => l.schema.def.type));
    expect([...kinds].sort()).toEqual(['boolean', 'enum', 'literal', 'number']);
  });

  it('is reached however deep it lies', () => {
    const at = (path: string) => leaves.find((l) => l.at === path)?.means;
    expect(at('DecideRequest.items.[].item')).toEqual({ is: 'ref', to: 'item' });
    expect(at('ReviseItem.basedOn.[]')).toEqual({ is: 'ref', to: 'item' });
    expect(at('SanitiseItem.portions.[].cuts.{key}')).toEqual({ is: 'language' });
    expect(at('WriteItem.portions.[].text.|1.{}')).toEqual({ is: 'words' });
    expect(at('RaiseEmergency.text.|1')).toEqual({ is: 'words' });
    expect(at('JumpClock.to')).toEqual({ is: 'moment' });
  });

  it('holds people’s own words exactly where the audience check looks past it', () => {
    const own = leaves.filter(({ means }) => means?.is === 'words' || means?.is === 'value').map(keyOf);
    expect(own.filter((key) => !WORDS.has(key))).toEqual([]);
    // A subject goes by the name that the scenario gave it: the check looks for ids.
    const named = leaves.filter(({ means }) => means?.is === 'ref' && means.to !== 'subject').map(keyOf);
    expect(named.filter((key) => WORDS.has(key))).toEqual([]);
  });
});

describe('a command', () => {
  it('that is control’s alone is taken from no player, whatever it says', () => {
    const t = new Table(smallScenario()).start();
    const person = t.sit('seat:a-lead');
    const theirs = Object.keys(COMMANDS).filter((type) => actOf(type).control);
    expect(theirs).toContain('CorrectInject');
    const taken = theirs.filter((type) => {
      const turn = { by: { seat: 'seat:a-lead', person }, commandId: type, command: { type } as Command, wall: t.wall };
      return t.exercise.take(turn).answer.ok;
    });
    expect(taken).toEqual([]);
  });

  it('that nobody has described is like any other', () => {
    expect(actOf('SendMessage')).toEqual({});
    expect(actOf('constructor')).toEqual({});
  });
});
