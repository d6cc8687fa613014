// Imported first by main.ts: older versions fail later, with a message nobody understands.
const major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
  console.error(
    `需要 Node 24 或更高版本，当前为 ${process.versions.node}；请用 npm start 启动。` +
      ` | Node 24 or newer is needed; this is ${process.versions.node}. Use npm start.`,
  );
  process.exit(1);
}
