import { type Address, split } from '../audience.ts';
import type { Writing, Written } from '../room.ts';
import type { Message } from './language.ts';

const written = ({ id, at, subject, text }: Message): Written => ({
  id,
  since: at,
  version: 0,
  title: subject,
  texts: [text],
  over: false,
});

export const messageWriting: Writing = {
  one({ messages }, id) {
    const message = messages.messages.get(id);
    return message && written(message);
  },
  *all({ world, roster }, viewer) {
    const told = (m: Message): boolean => split(viewer)[0] !== 'seat' || m.from === viewer || roster.reaches(m.to, viewer);
    for (const m of world.messages.messages.values())
      if ((typeof m.text === 'object' || typeof m.subject === 'object') && told(m)) yield written(m);
  },
  author({ world, roster }, id): Address {
    const message = world.messages.messages.get(id);
    if (!message) return 'control';
    if (message.spokenFor) return message.spokenFor.by;
    return split(message.from)[0] === 'entity' || roster.isPlayed(message.from) ? 'control' : message.from;
  },
  translate(ctx, message, { language, title, texts: [text = ''] }) {
    return [{ event: { type: 'MessageTranslated', message, language, subject: title, text }, to: ctx.holdersAmong(['public'], message) }];
  },
};
