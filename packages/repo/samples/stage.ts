// What stands around the examples of doc comments: the names that they use and do not declare.
import type { Example } from '@sigil/spec';
import { FakeLM } from '@sigil/testing';
import { Predict } from 'sigil';
import { Ticket } from './ticket.js';

export { Ticket } from './ticket.js';

export const lm = new FakeLM((call) => (call.messages.length > 0 ? 'team: billing' : ''));
export const cheap = lm;
export const message = 'I was charged twice.';
export const inputs = { message };

export const predict = new Predict(Ticket);
export const program = predict;
export const programId = 'src/ticket.ts#Ticket';

export const rows: readonly Example[] = [{ message, team: 'billing' }];
export const trainset = rows;
export const valset = rows;
export const root = process.cwd();
