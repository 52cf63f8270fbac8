export { standardDecorators, type DecoratorPlugin } from './decorate/standard-decorators.js';
