/** `npm run conformance -- FOLDER`: how often the server answers as Google did. */
import { conformance } from './command.ts';

const { exitCode, text } = await conformance(process.argv.slice(2));
if (exitCode === 0) console.log(text);
else console.error(text);
process.exitCode = exitCode;
