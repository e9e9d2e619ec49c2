// Times the engine in WebAssembly. Started as `node -e <this> <module>`; a line like “lanes 800” on the
// standard input is answered with the seconds it took.
const engine = require(process.argv[1]);
const lines = require('node:readline').createInterface({ input: process.stdin });
lines.on('line', line => {
  const [what, futures] = line.split(' ');
  const began = performance.now();
  engine[what](Number(futures));
  console.log((performance.now() - began) / 1000);
});
