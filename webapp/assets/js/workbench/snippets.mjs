/** Models of what one often writes; `slot` is where in a question they belong, `needs` the prefixes in them. */
export const snippets = (words) => [
  { slot: "begin", label: "SELECT …", detail: words.listSnippet, needs: ["rt", "rdfs"],
    model: "SELECT DISTINCT ?${thing} ?label WHERE {\n  ?${thing} a rt:${Assignment} ;\n    rdfs:label ?label .\n}\nORDER BY ?label\nLIMIT 100" },
  { slot: "begin", label: "SELECT COUNT …", detail: words.countSnippet, needs: ["rt"],
    model: "SELECT ?${group} (COUNT(DISTINCT ?${thing}) AS ?count) WHERE {\n  ?${thing} a rt:${Activity} ;\n    rt:${statedIn} ?${group} .\n}\nGROUP BY ?${group}\nORDER BY DESC(?count)" },
  { slot: "begin", label: "CONSTRUCT …", detail: words.constructSnippet, needs: ["rt"],
    model: "CONSTRUCT { ?${one} rt:${serves} ?${other} } WHERE {\n  ?${one} rt:${serves} ?${other} .\n}\nLIMIT 100" },
  { slot: "subject", label: "rdfs:label …", detail: words.labelSnippet, needs: ["rdfs"], model: "?${thing} rdfs:label ?${label} ." },
  { slot: "subject", label: "rt:passage …", detail: words.sourceSnippet, needs: ["rt"], model: "?${thing} rt:passage ?passage .\n?passage rt:firstLine ?line ; rt:inDocument/rt:fileName ?file ." },
  { slot: "subject", label: "rt:year …", detail: words.yearSnippet, needs: ["rt"], model: "?${thing} rt:statedIn ?plan .\n?plan rt:year ${1:2027} ." },
  { slot: "subject", label: "OPTIONAL { … }", detail: words.optionalSnippet, needs: [], model: "OPTIONAL { ?${thing} ${property} ?${value} }" },
  { slot: "subject", label: "FILTER(CONTAINS …)", detail: words.filterSnippet, needs: [], model: "FILTER(CONTAINS(LCASE(STR(?${label})), \"${}\"))" },
  { slot: "subject", label: "FILTER NOT EXISTS { … }", detail: words.absentSnippet, needs: [], model: "FILTER NOT EXISTS { ?${thing} ${property} ?${any} }" },
];
