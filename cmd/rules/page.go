package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// pages makes a page for each rule, and one that lists them. A rule that has neither
// words nor examples is one by which nothing is said yet, and has no page. It is an error
// if a rule has no example that it speaks of and one that it does not, or if one is not as
// its name says.
func pages(root string) ([]output, error) {
	words, err := readWords(wordList)
	if err != nil {
		return nil, err
	}
	var all []output
	for _, r := range ownership.Rules() {
		cases, err := examples(root, r)
		if err != nil {
			return nil, err
		}
		says := words[r.String()]
		switch {
		case says == "" && len(cases) == 0:
			continue
		case says == "":
			return nil, fmt.Errorf("cmd/rules/words.txt: there is no word on the rule %s; say in one or two sentences what it says", r)
		}
		page, err := rulePage(r, says, cases)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r, err)
		}
		all = append(all, output{r.String() + ".md", []byte(page)})
	}
	return append(all, output{"README.md", []byte(contents(words))}), nil
}

// rulePage writes the page of a rule.
func rulePage(r ownership.Rule, says string, cases []*example) (string, error) {
	fires, nearly, err := pick(r, cases)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n\n", r, escaped(says))
	fmt.Fprintf(&b, "- **Severity:** %s\n- **Looks at:** %s\n- **Ground:** %s\n", severityWord(r.Severity()), scopeWords(r.Scope()), escaped(r.Ground()))
	fmt.Fprintf(&b, "\n## It speaks of this\n\n%s\n", fires.about())
	fires.write(&b, r, nearly)
	fmt.Fprintf(&b, "\n## It does not speak of this\n\n%s\n", nearly.about())
	nearly.write(&b, r, fires)
	return b.String(), nil
}

// pick returns the example that the rule speaks of and the one that it does not which
// differ least, so that a reader sees what makes the difference.
func pick(r ownership.Rule, all []*example) (fires, nearly *example, err error) {
	least := 0
	for _, f := range all {
		if s := f.by(r); f.fires() == s.nothing() {
			return nil, nil, fmt.Errorf("the example %s of %s is not as its name says: is something said of it by the rule: %t", f.name, f.files[0], !s.nothing())
		}
		for _, n := range all {
			if !f.fires() || n.fires() || (f.ledger == nil) != (n.ledger == nil) {
				continue
			}
			if d := len(differences(f, n)); fires == nil || d > 0 && d < least {
				fires, nearly, least = f, n, d
			}
		}
	}
	if fires == nil {
		return nil, nil, fmt.Errorf("it has no example that it speaks of, or none that it does not, in %s or %s", filingCases, ledgerCases)
	}
	return fires, nearly, nil
}

// about links to the files of an example.
func (e *example) about() string {
	var links []string
	for _, f := range e.files {
		links = append(links, fmt.Sprintf("[%s](../../%s)", escaped(f[strings.LastIndexByte(f, '/')+1:]), f))
	}
	if e.ledger == nil {
		return "The file " + strings.Join(links, ", ") + "."
	}
	if len(links) == 1 {
		return "The filing " + links[0] + " by itself."
	}
	return "The filings " + strings.Join(links, ", ") + ", reconciled together."
}

// contents lists the rules by what they look at, in the order of the catalogue.
func contents(words map[string]string) string {
	var b strings.Builder
	b.WriteString(`# The rules

Each finding of the viewer, and each state that it gives a line, names the rule that it goes by.
There is a page on each: what the rule says, the ground that it stands on, a filing that it speaks
of and one like it that it does not. What the pages tell of these filings is what the program says
of them: ` + "`make generate`" + ` writes it, and a test holds it current. The filings are invented.

An **error** breaks a rule of the SEC's or contradicts itself. A **warning** is likely a mistake. A
**remark** is unusual and allowed. A **hint** is worth a look. None is a verdict on a person.
`)
	scope := ""
	for _, r := range byScope(words) {
		if s := scopeWords(r.Scope()); s != scope {
			scope = s
			fmt.Fprintf(&b, "\n## %s\n\n", strings.ToUpper(s[:1])+s[1:])
		}
		fmt.Fprintf(&b, "- [%s](%s.md): %s\n", r, r, escaped(words[r.String()]))
	}
	return b.String()
}

// byScope returns the rules with words, those that look at the same thing together.
func byScope(words map[string]string) []ownership.Rule {
	all := slices.DeleteFunc(ownership.Rules(), func(r ownership.Rule) bool { return words[r.String()] == "" })
	slices.SortStableFunc(all, func(a, b ownership.Rule) int {
		return cmp.Compare(slices.Index(scopes[:], scopeWords(a.Scope())), slices.Index(scopes[:], scopeWords(b.Scope())))
	})
	return all
}

// scopes are what rules look at, in the order in which they are listed.
var scopes = [...]string{"the balances of an account", "lines that belong together", "several filings", "a line", "a cell", "the filing", "an owner", "a footnote", "the text of scans and prints", "the XML"}

func scopeWords(scope string) string {
	switch scope {
	case "bucket":
		return scopes[0]
	case "link":
		return scopes[1]
	case "cross-filing":
		return scopes[2]
	case "row", "row-I", "row-II":
		return scopes[3]
	case "field":
		return scopes[4]
	case "owner":
		return scopes[6]
	case "footnote":
		return scopes[7]
	case "text":
		return scopes[8]
	case "source":
		return scopes[9]
	}
	return scopes[5]
}

func severityWord(s ownership.Severity) string {
	if s == ownership.Info {
		return "remark"
	}
	return s.String()
}

// escaped keeps what filings say from being read as marks of Markdown.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "<", "&lt;", "&", "&amp;").Replace(strings.Join(strings.Fields(s), " "))
}
