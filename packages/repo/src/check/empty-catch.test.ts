import { expect, it } from 'vitest';
import { samplePackage } from '../tree/sample.js';
import { emptyCatchCheck } from './empty-catch.js';

it.each([
  'try { f(); } catch {}',
  'try { f(); } catch (error) { /* fine */ }',
  'p.catch(() => {});',
  'p.catch(function () {});',
])('finds %s', (text) => {
  expect(emptyCatchCheck.find(samplePackage({ 'a.ts': `\n${text}` }))).toEqual([
    expect.objectContaining({ line: 2 }),
  ]);
});

it.each([
  'try { f(); } catch { return undefined; }',
  'p.catch(() => undefined);',
  'p.catch((error) => { log(error); });',
])('accepts %s', (text) => {
  expect(emptyCatchCheck.find(samplePackage({ 'a.ts': text }))).toEqual([]);
});
