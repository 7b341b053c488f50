import { Compiler, Story } from 'inkjs/full';
import { assign, createActor, createMachine } from 'xstate';

/** Choices in a story, and ways to choose at each. */
export const CHOICES = 20;
export const WAYS = ['agree', 'decline', 'wait'] as const;
const TRUST = { agree: 1, decline: -1, wait: 0 } as const;

/** Which way is chosen at each of a story's choices: the same in every telling. */
export function chosen(choice: number): number {
  return (choice * 7) % WAYS.length;
}

/** The story in ink: twenty passages, three choices each, one variable. Compiled once; each telling begins anew. */
export function inkStory(): () => void {
  const passages = Array.from({ length: CHOICES }, (_, i) => {
    const next = i + 1 < CHOICES ? `p${i + 2}` : 'END';
    const choices = WAYS.map((way) => `+ [${way}]\n  You ${way}.\n  ~ trust = trust + ${TRUST[way]}\n  -> ${next}\n`);
    return `=== p${i + 1} ===\nThe other side waits for an answer. Trust stands at {trust}.\n${choices.join('')}`;
  });
  const compiled = new Compiler(`VAR trust = 0\n-> p1\n${passages.join('')}`).Compile().ToJson();
  const story = new Story(compiled as string);
  return () => {
    story.ResetState();
    for (let choice = 0; ; choice++) {
      while (story.canContinue) story.Continue();
      if (story.currentChoices.length > 0) story.ChooseChoiceIndex(chosen(choice));
      else if (choice === CHOICES) return;
      else throw new Error(`the story ended after ${choice} choices`);
    }
  };
}

/** The same as a state machine: twenty states, three events each, one variable. */
export function machineStory(): () => void {
  const more = (by: number) => assign({ trust: ({ context }: { context: { trust: number } }) => context.trust + by });
  const state = (i: number) => ({
    on: Object.fromEntries(WAYS.map((way) => [way, { target: `p${i + 1}`, ...(TRUST[way] === 0 ? {} : { actions: more(TRUST[way]) }) }])),
  });
  const states = Object.fromEntries(Array.from({ length: CHOICES }, (_, i) => [`p${i}`, state(i)]));
  const machine = createMachine({
    context: { trust: 0 },
    initial: 'p0',
    states: { ...states, [`p${CHOICES}`]: { type: 'final' } },
  } as never);
  return () => {
    const actor = createActor(machine).start();
    for (let choice = 0; choice < CHOICES; choice++) actor.send({ type: WAYS[chosen(choice)] } as never);
    if ((actor.getSnapshot() as { status: string }).status !== 'done') throw new Error('the machine did not come to its end');
  };
}
