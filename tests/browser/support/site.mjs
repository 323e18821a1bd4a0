// A Praktijkbank of its own for a file of tests: an index of the example corpus in a temporary folder, served on a free port.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const project = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = join(project, "build/praktijkbank");
const corpus = join(project, "corpus/example");
// Longer than anything takes, so that a busy machine does not fail a test.
const kPatience = 60_000;

/** Indexes the example corpus and `documents` (objects as in a .jsonl file) and serves them: `{url, index, stop}`. */
export async function startSite(documents = []) {
  if (!existsSync(program)) throw new Error(`${program} is not there: run tools/build`);
  const folder = mkdtempSync(join(tmpdir(), "praktijkbank-browser-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    const paths = [corpus];
    if (documents.length) {
      paths.push(join(folder, "extra.jsonl"));
      writeFileSync(paths.at(-1), documents.map((document) => JSON.stringify(document) + "\n").join(""));
    }
    makeIndex(paths, join(folder, "index"));
    const server = await serve(join(folder, "index"), join(folder, "data"));
    return { url: server.url, index: join(folder, "index"), stop: () => server.stop().finally(removeFolder) };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

function makeIndex(paths, index) {
  const corpus = paths.flatMap((path) => ["--corpus", path]);
  const { status, stderr, error } = spawnSync(program, ["index", ...corpus, "--index", index, "--quiet"], { encoding: "utf8", timeout: kPatience });
  if (status !== 0) throw new Error(`index ended with ${status}: ${error ?? stderr}`);
}

function serve(index, data) {
  const child = spawn(program, ["serve", "--index", index, "--data", data, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((done) => child.once("close", (code) => done(code)));
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), kPatience);
    const code = await ended;
    clearTimeout(late);
    if (code !== 0) throw new Error(`serve ended with ${code}`);
  };
  return new Promise((found, failed) => {
    let output = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), kPatience);
    const read = (text) => {
      output += text;
      const url = /Serving on (http:\/\/\S+)\s/.exec(output)?.[1];
      if (!url) return;
      clearTimeout(timer);
      found({ url, stop });
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("error", failed);
    ended.then(() => failed(new Error(`serve stopped before it answered:\n${output}`)));
  });
}
