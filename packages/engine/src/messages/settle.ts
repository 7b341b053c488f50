import { type Address, split } from '../audience.ts';
import type { Id, Text } from '../fact.ts';
import type { Settling } from '../room.ts';
import { answeringVoice } from '../voice.ts';
import type { World } from '../world.ts';

/** What settles what waits here: a line to whoever asked, from control in the voice of whoever was asked. */
export const messageSettling = {
  answer(world: World, viewer: Address, about: Id, line: Text): Settling | undefined {
    const question = world.messages.messages.get(about);
    if (!question) return undefined;
    const speaker = split(viewer)[0] === 'control' ? answeringVoice(world, question.to) : undefined;
    return {
      type: 'SendMessage',
      to: [question.from],
      text: line,
      purpose: 'inform',
      channel: 'message',
      about,
      ...(speaker === undefined ? {} : { speaker }),
    };
  },
};
