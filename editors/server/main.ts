// The language server over stdio: `node dist/server.js --stdio`.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { policiesBeside } from './policies-beside.ts';
import { serve } from './server.ts';

serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), policiesBeside());
