// A chat completions server in a process of its own, so that its CPU time is not counted with the clients'.
import { FakeServer } from '@sigil/testing';
import { ANSWER } from './ticket.js';

const server = await FakeServer.start(() => ANSWER);
process.send?.(server.baseURL);
process.once('disconnect', () => void server.close());
