import { expect, it } from 'vitest';
import { defineConfig } from './sigil-config.js';
import { forTarget } from './for-target.js';

const config = defineConfig({
  settings: { temperature: 0, seed: 1 },
  maxReasks: 2,
  targets: {
    'src/ticket.ts#Ticket': { settings: { seed: 2, stopSequences: ['\n'] }, maxReasks: 0 },
    Review: { settings: { maxOutputTokens: 20 } },
  },
});

it('puts what is said of one class before what is said of all', () => {
  expect(forTarget(config, 'src/ticket.ts#Ticket')).toMatchObject({
    settings: { temperature: 0, seed: 2, stopSequences: ['\n'] },
    maxReasks: 0,
  });
});

it('knows a class by its name alone, and leaves others as they are', () => {
  expect(forTarget(config, 'src/deep/review.ts#Review')).toMatchObject({
    settings: { temperature: 0, seed: 1, maxOutputTokens: 20 },
    maxReasks: 2,
  });
  expect(forTarget(config, 'src/a.ts#constructor')).toMatchObject({
    settings: config.settings,
    maxReasks: 2,
  });
});
