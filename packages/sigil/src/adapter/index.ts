export { chatAdapter } from './chat-adapter.js';
export { adapterById } from './adapter-by-id.js';
