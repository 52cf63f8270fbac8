export { FakeLM } from './fake-lm/fake-lm.js';
export type { FakeLMOptions } from './fake-lm/fake-lm.js';
export type { FakeReply, FakeScript } from './fake-lm/fake-reply.js';
export type { Scripted, ScriptedOutputs } from './fake-lm/scripted-outputs.js';
export { FakeServer } from './fake-server/fake-server.js';
export type { FakeRequest, FakeServerOptions, FakeServerScript } from './fake-server/fake-server.js';
export { strictSchemaProblems } from './strict-schema/strict-schema-problems.js';
export { respond } from './fake-server/respond.js';
export type {
  BrokenResponse,
  CompletionResponse,
  FakeResponse,
  Pieces,
  PiecesResponse,
  RawResponse,
} from './fake-server/fake-response.js';
