export { wrappedModel, type Answers } from './wrapped-model.js';
