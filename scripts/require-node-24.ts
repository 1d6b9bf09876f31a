/** Stops a check that would silently run on another Node: the `node` dev dependency is absent after `--ignore-scripts`. */
const major = Number(process.version.slice(1).split('.')[0]);
if (major !== 24) {
  console.error(`Node 24 is needed, this is ${process.version}. Run "npm ci" again, without --ignore-scripts.`);
  process.exit(1);
}
