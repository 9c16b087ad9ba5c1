// Prints what pdf.js reads of a PDF, a line each: the pages' labels, the outline, the links, and the
// types of the structure's elements. `node read_with_pdf_js.mjs FOLDER FILE.pdf`: FOLDER has
// node_modules/pdfjs-dist, or the status is 77.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const findReader = () => {
  try {
    return createRequire(`${folder}/`).resolve("pdfjs-dist/legacy/build/pdf.mjs");
  } catch {
    process.exit(77);
  }
};
const path = findReader();
const { getDocument } = await import(pathToFileURL(path));
const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;

console.log(`labels ${JSON.stringify(await pdf.getPageLabels())}`);

const printOutline = (items, depth) => {
  for (const { title, items: children, count } of items) {
    console.log(`outline ${depth} ${count ?? 0} ${title}`);
    printOutline(children, depth + 1);
  }
};
printOutline((await pdf.getOutline()) ?? [], 0);

const printTree = (node) => {
  if (node.role && node.role !== "Root") {
    console.log(node.role);
  }
  for (const child of node.children ?? []) {
    printTree(child);
  }
};
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  for (const { subtype, url, dest } of await page.getAnnotations()) {
    if (subtype === "Link") {
      console.log(`link ${number} ${url ?? JSON.stringify(dest)}`);
    }
  }
  const tree = await page.getStructTree();
  if (tree) {
    console.log(`page ${number}`);
    printTree(tree);
  }
}
