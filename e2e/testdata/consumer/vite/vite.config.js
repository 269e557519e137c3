export default { base: "./", worker: { format: "es" }, build: { outDir: "dist", modulePreload: false } };
