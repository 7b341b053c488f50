import type { ControlPart } from '../../../kit/control/part.ts';
import { calledHere } from '../look/entries.ts';
import { look } from '../look/index.ts';
import { saidCards } from './cards.tsx';
import { publicPalette } from './palette.ts';
import {
  ConferencePanel,
  DraftDesk,
  JointDesk,
  PublicDesk,
  QuestionDesk,
  QuestionPanel,
  QueuePanel,
  ReportPanel,
  SaidDesk,
  SpeakPanel,
  TellPanel,
} from './parts.ts';
import { UndoCoding } from './UndoCoding.tsx';

export const control: ControlPart = {
  ...look,
  cards: saidCards,
  AboveHand: UndoCoding,
  panels: {
    speak: SpeakPanel,
    report: ReportPanel,
    'press-question': QuestionPanel,
    'tell-pair': TellPanel,
    conference: ConferencePanel,
    'press-queue': QueuePanel,
  },
  palette: publicPalette,
  centre: { ...look.centre, Place: PublicDesk },
  details: { said: SaidDesk, 'press-question': QuestionDesk, 'press-draft': DraftDesk, joint: JointDesk },
  made: (world, events) => events.flatMap((id) => calledHere(world, id)?.target ?? [])[0],
};
