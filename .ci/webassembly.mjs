// Runs the tests by the Python that the npm package pyodide carries, and leaves with pytest's exit code:
//
//     node webassembly.mjs FOLDER_OF_PYODIDE CHECKOUT SITE_PACKAGES [WORDS OF PYTEST...]

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, checkout, site, ...words] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(pyodide, "pyodide.mjs")));
// The names of the tests that were left out come to lie next to the packages.
const env = {
  HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1", IPSU_LEFT_OUT: "/site/left_out",
  IPSU_SHARE: process.env.IPSU_SHARE ?? "",
};
const python = await loadPyodide({ env });
for (const [inside, outside] of [["/checkout", checkout], ["/site", site]]) {
  python.FS.mkdir(inside);
  python.mountNodeFS(inside, resolve(outside));
}
python.globals.set("words", python.toPy(["-p", "no:cacheprovider", "-p", "tests.webassembly", ...words]));
process.exitCode = python.runPython(`
import importlib, os, sys
os.chdir("/checkout")
sys.path[:0] = ["/checkout", "/site"]
importlib.invalidate_caches()
import pytest
print("Python", sys.version, sys.platform, flush=True)
int(pytest.main(words))
`);
