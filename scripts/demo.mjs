// npm run demo -- county|city: npm start with invented data of that size, in a folder of its own.
const [size = 'county'] = process.argv.slice(2);
if (size === 'county' || size === 'city') {
  process.env.LUDAO_DEMO ||= 'local';
  process.env.LUDAO_DEMO_SIZE = size;
  process.env.LUDAO_DATA ||= `data/demo-${size}`;
  await import('./start.mjs');
} else {
  console.error(
    `npm run demo -- county|city\n没有“${size}”这种演示。There is no demonstration “${size}”.`,
  );
  process.exitCode = 2;
}
