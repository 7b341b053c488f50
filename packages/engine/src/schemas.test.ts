import { describe, expect, it } from 'vitest';
import { atomNames, atomOf } from './atoms.ts';
import { COMMANDS } from './commands.ts';
import { roomEntries } from './exercise.ts';
import { conditionSchema, questions } from './schemas.ts';

describe('the two lists of rooms', () => {
  it('agree on the commands: what a room decides has a schema, and nothing else has', () => {
    const decided = roomEntries.flatMap(([, room]) => Object.keys(room.commands));
    expect(Object.keys(COMMANDS).sort()).toEqual(decided.sort());
  });

  it('agree on conditions: what may be asked is answered, and nothing else is', () => {
    expect(Object.keys(questions).sort()).toEqual(atomNames().sort());
    expect(atomNames()).toContain('milestone');
    const asked = conditionSchema.parse({ inject: { id: 'one' } });
    expect(atomOf(asked)).toMatchObject({ name: 'inject', args: { id: 'one', is: 'released' } });
  });
});
