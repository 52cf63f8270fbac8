import { describe, expect, it } from 'vitest';
import { matchTarget } from './match-target.js';

const ids = ['src/ticket.ts#Ticket', 'src/ticket.ts#Answer', 'src/review.ts#Review', 'lib/review.ts#Review2'];
const match = (text: string, cwd = '/app'): string => matchTarget(text, ids, '/app', cwd);

describe('matchTarget', () => {
  it.each([
    ['src/ticket.ts#Ticket', '/app'],
    ['./src/ticket.ts#Ticket', '/app'],
    ['ticket.ts#Ticket', '/app/src'],
    ['/app/src/ticket.ts#Ticket', '/elsewhere'],
    ['Ticket', '/app'],
  ])('finds %s from %s', (text, cwd) => {
    expect(match(text, cwd)).toBe('src/ticket.ts#Ticket');
  });

  it('takes a file alone where it has one class', () => {
    expect(match('src/review.ts')).toBe('src/review.ts#Review');
  });

  it('names what it could be where several fit, and what there is where none does', () => {
    expect(() => match('src/ticket.ts')).toThrow('src/ticket.ts#Ticket, src/ticket.ts#Answer');
    expect(() => match('src/ticket.ts#Tickets')).toThrow(
      "Cannot find the class 'src/ticket.ts#Tickets': there is no such decorated class. There are: src/ticket.ts#Ticket,",
    );
    expect(() => matchTarget('x', [], '/app', '/app')).toThrow("run 'sigil init'");
  });
});
