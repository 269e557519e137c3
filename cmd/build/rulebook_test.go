package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRulebook: each page of docs/rules is a section of the page that is served, under
// the rule's name, and no link of it leads nowhere.
func TestRulebook(t *testing.T) {
	root := filepath.Join("..", "..")
	sources, err := readSources(root)
	if err != nil {
		t.Fatal(err)
	}
	page := string(sources[rulebook])
	pages, err := filepath.Glob(filepath.Join(root, "docs", "rules", "*.md"))
	if err != nil || len(pages) < 100 {
		t.Fatalf("docs/rules has %d pages: %v", len(pages), err)
	}
	for _, p := range pages {
		name := strings.TrimSuffix(filepath.Base(p), ".md")
		if name != "README" && strings.Count(page, `<section id="`+name+`">`) != 1 {
			t.Errorf("the page has not one section on %s", name)
		}
	}
	for _, left := range []string{"**", "](", "|---", ".md", "\n# "} {
		if i := strings.Index(page, left); i >= 0 {
			t.Errorf("a mark of Markdown is left: …%s…", page[max(0, i-60):min(len(page), i+60)])
		}
	}
}

func TestMarkdown(t *testing.T) {
	text := "# The rule\n\nSaid of “a \\*b\\* &lt;c> \\[d\\](e)”,\nand **so**.\n\n- one: [x-y](x-y.md)\n- `two`\nThen:\n\n| A | B |\n|---|---|\n| 1 \\| 2 | [3](z.md) |\n\nThe [file](../../parser/testdata/a.xml).\n"
	want := `<h2>The rule</h2>
<p>Said of “a *b* &lt;c&gt; [d](e)”,
and <strong>so</strong>.</p>
<ul>
<li>one: <a href="#x-y">x-y</a></li>
<li><code>two</code></li>
</ul>
<p>Then:</p>
<div class="scroll" tabindex="0" role="group" aria-label="Example"><table>
<tr><th>A</th><th>B</th></tr>
<tr><td>1 | 2</td><td><a href="#z">3</a></td></tr>
</table></div>
<p>The file.</p>
`
	got, rules, err := markdown(text, 2)
	if err != nil || got != want {
		t.Errorf("got %s\nwant %s\nerror %v", got, want, err)
	}
	if strings.Join(rules, " ") != "x-y z" {
		t.Errorf("it leads to %q", rules)
	}
	if _, _, err := markdown("[x](https://elsewhere.example/)", 1); err == nil {
		t.Error("a link to another origin is taken")
	}
}

// TestRulebookLinks: a page that leads to a rule of which there is none is refused, and
// so is a page without its place.
func TestRulebookLinks(t *testing.T) {
	root := t.TempDir()
	folder := filepath.Join(root, "docs", "rules")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"README.md": "# Rules\n\n- [a](a.md): it says.\n", "a.md": "# a\n\nSee [b](b.md).\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := fillRulebook(root, map[string][]byte{rulebook: []byte(rulebookPlace)}); err == nil || !strings.Contains(err.Error(), "leads to b") {
		t.Errorf("the error is %v", err)
	}
	if err := fillRulebook(root, map[string][]byte{rulebook: nil}); err == nil || !strings.Contains(err.Error(), rulebookPlace) {
		t.Errorf("the error is %v", err)
	}
}
