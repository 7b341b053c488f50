import type { FastifyInstance } from 'fastify';
import type { House } from './app.ts';

/** Takes a planner's sheet and puts the scenario made of it on the shelf. */
export function importRoute(_app: FastifyInstance, _house: House): void {}
