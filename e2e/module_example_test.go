//go:build e2e && npm

package e2e_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// examples runs every example in JavaScript of the two READMEs, as it stands there, in a
// project with the module and a filing. What an example takes as given, a file or two,
// stands before it, and what it has read is printed after it.
func (c *consumer) examples(t *testing.T) {
	c = c.with(t)
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.dir, "form4.xml"), data, 0o666); err != nil {
		t.Fatal(err)
	}
	f := read(t, plain).filings[0]
	var rows strings.Builder
	for _, row := range f.TableI {
		fmt.Fprintf(&rows, "%s %s %s\n", row.SecurityTitle.V, cmp.Or(row.Transaction.Shares.Raw, "holding"), row.SharesFollowing.Raw)
	}
	const given = `import { readFile as readGiven } from "node:fs/promises";
const [file, other] = await Promise.all(["form4.xml", "form4.xml"].map((name) => readGiven(name)));
`
	issuer := f.Issuer.Name.V + "\n"
	wants := map[string][]struct{ after, want string }{
		"../README.md": {{`console.log(filings[0].issuer.name.value); console.log(failures.length, report.lines.length > 0);`, issuer + "0 true\n"}},
		"../cmd/module/README.md": {
			{"", rows.String()},
			{`console.log(filings[0].issuer.name.value); console.log(failures.length);`, issuer + "0\n"},
		},
	}
	block := regexp.MustCompile("(?s)```js\n(.*?)```")
	for name, all := range wants {
		text, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		found := block.FindAllSubmatch(text, -1)
		if len(found) != len(all) {
			t.Errorf("%s has %d examples in JavaScript, and this test knows %d", name, len(found), len(all))
			continue
		}
		for i, m := range found {
			script := given + string(m[1]) + all[i].after + "\n"
			if err := os.WriteFile(filepath.Join(c.dir, "example.mjs"), []byte(script), 0o666); err != nil {
				t.Fatal(err)
			}
			if got := string(c.command(nil, "node", "example.mjs")); got != all[i].want {
				t.Errorf("example %d of %s prints\n%s\nnot\n%s", i+1, name, got, all[i].want)
			}
		}
	}
}
