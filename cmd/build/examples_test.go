package main

import (
	"encoding/json"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"
)

// exampleBlocks finds the examples in JavaScript of a document, in Markdown or HTML.
var exampleBlocks = regexp.MustCompile("(?s)\n```js\n(.*?)\n```|<pre [^>]*><code>(.*?)</code>")

// TestExamplesNameMembers holds every member of a filing that an example reads against
// the schema. That the examples run, the tests in e2e show; this needs no Node.
func TestExamplesNameMembers(t *testing.T) {
	data, err := os.ReadFile("../../web/filing.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root schema
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	for file, least := range map[string]int{"../../README.md": 0, "../module/README.md": 4, "../../web/embed.html": 1} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks := exampleBlocks.FindAllStringSubmatch(string(text), -1)
		if len(blocks) == 0 {
			t.Errorf("%s has no example", file)
		}
		read := 0
		for _, block := range blocks {
			chains := filingChains(block[1] + html.UnescapeString(block[2]))
			read += len(chains)
			for _, chain := range chains {
				if wrong := notIn(root, chain); wrong != "" {
					t.Errorf("%s: the schema has no %s in filings%s", file, wrong, chain)
				}
			}
		}
		if read < least {
			t.Errorf("%s: %d members were found, of at least %d", file, read, least)
		}
	}
	// It can fail.
	for _, wrong := range []string{
		`for (const row of filings[0]?.tableI ?? []) { console.log(row.title?.value); }`,
		`const [filing] = await viewer.data(); filing.issuer.value;`,
		`filings[0].tableI.kind`,
	} {
		missing := ""
		for _, chain := range filingChains(wrong) {
			missing += notIn(root, chain)
		}
		if missing == "" {
			t.Errorf("nothing is missed in %s", wrong)
		}
	}
}

var (
	filingList  = regexp.MustCompile(`const \[(\w+)\] = await \w+\.data\(\)`)
	filingLoop  = regexp.MustCompile(`for \(const (\w+) of (\w+)((?:\??\.\w+|\[\d+\])*)`)
	memberChain = regexp.MustCompile(`(^|[^.\w])(\w+)((?:\??\.\w+|\[\d+\])+)`)
)

// filingChains returns what a script reads of filings, as a path below filings, such as
// "[0].tableI[0].kind": of filings itself, of the first of data(), and of what a loop
// goes through.
func filingChains(script string) []string {
	below := map[string]string{"filings": ""}
	for _, m := range filingList.FindAllStringSubmatch(script, -1) {
		below[m[1]] = "[0]"
	}
	for _, m := range filingLoop.FindAllStringSubmatch(script, -1) {
		if start, ok := below[m[2]]; ok {
			below[m[1]] = start + m[3] + "[0]"
		}
	}
	var chains []string
	for _, m := range memberChain.FindAllStringSubmatch(script, -1) {
		if start, ok := below[m[2]]; ok {
			chains = append(chains, strings.ReplaceAll(start+m[3], "?.", "."))
		}
	}
	return chains
}

// notIn returns the first step of a path below filings that the schema of a filing does
// not have, or "".
func notIn(root schema, chain string) string {
	at, ok := schema{Type: "array", Items: &root}, true
	for _, step := range regexp.MustCompile(`\.\w+|\[\d+\]`).FindAllString(chain, -1) {
		if at, ok = member(root, at, step); !ok {
			return step
		}
	}
	return ""
}

// member returns what ".name" or "[0]" leads to in values of a schema.
func member(root, s schema, step string) (schema, bool) {
	if name, ok := strings.CutPrefix(s.Ref, defsPrefix); ok {
		for _, def := range root.Defs {
			if def.name == name {
				return member(root, def.schema, step)
			}
		}
		return schema{}, false
	}
	if s.Type == "array" {
		if step[0] == '[' {
			return *s.Items, true
		}
		return schema{}, step == ".length"
	}
	for _, p := range s.Properties {
		if "."+p.name == step {
			return p.schema, true
		}
	}
	for _, all := range s.AllOf {
		if found, ok := member(root, schema{Ref: all.Ref}, step); ok {
			return found, true
		}
	}
	return schema{}, false
}
