// Asks generated scorers: `node ask.mjs REQUEST`, where REQUEST is a JSON file of
//   modules   the scorers
//   files     the texts of assessments, each with whether it may be incomplete: [text, partial]
//   expected  what is to be said of each file; may be left out
// Prints a line of JSON for each scorer: what it says of each file, or, with `expected`, the first file of which it says something else
// (-1: none). What is said is the JSON text of a result, or of every problem its code, its place, and its message in both languages.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const request = JSON.parse(readFileSync(process.argv[2], "utf8"));

function said(scorer, [text, partial]) {
  let result;
  try {
    result = scorer.score(scorer.load(text), { partial });
  } catch (error) {
    if (!(error instanceof scorer.AssessmentError)) return `${error}`;
    const problems = error.problems.map((one) => [one.code, one.path, one.message("zh"), one.message("en")]);
    if (error.message !== problems.map(([, , zh]) => zh).join("\n")) return "the error says something else than its problems";
    return JSON.stringify(problems);
  }
  const told = scorer.textOf(result);
  return JSON.stringify(result) === JSON.stringify(JSON.parse(told)) ? told : "the object and its text differ";
}

for (const path of request.modules) {
  let answer;
  try {
    const scorer = await import(pathToFileURL(path));
    answer = request.expected
      ? request.files.findIndex((file, at) => said(scorer, file) !== request.expected[at])
      : request.files.map((file) => said(scorer, file));
  } catch (error) {
    answer = request.expected ? 0 : `${error}`;
  }
  console.log(JSON.stringify(answer));
}
