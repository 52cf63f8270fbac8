export { readSources } from './read/read-sources.js';
