export { default as Reply, Ticket as Routed } from './signatures.js';
