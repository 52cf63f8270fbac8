/**
 * The door to ts-morph, of which only the compiler that it carries is used. Loaded by `require`: an ES import would first scan nine
 * megabytes for the names of exports (0.2 s).
 */
import morph = require('ts-morph');

export import ts = morph.ts;
