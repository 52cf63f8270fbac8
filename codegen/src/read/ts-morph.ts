/**
 * The door to ts-morph and to the compiler it carries. Loaded by `require`: an ES import would first scan nine
 * megabytes for the names of exports (0.2 s).
 */
import morph = require('ts-morph');

export import ts = morph.ts;
export import Project = morph.Project;
