export { FolderError, makeFolder } from './make-folder.js';
