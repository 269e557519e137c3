package main

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// rulebook is the page on the rules that is served with the viewer, which its findings
// lead to. Its name stays, since the program knows it.
const rulebook = "rules.html"

// rulebookPlace is where the pages of docs/rules go in it.
const rulebookPlace = "<!-- cmd/build puts the pages of docs/rules here. -->"

// fillRulebook puts the pages of docs/rules, which cmd/rules writes, into the page on
// the rules: the list of them first, then each as a section with the rule's name as its
// id, in the order of the list.
func fillRulebook(root string, sources map[string][]byte) error {
	if bytes.Count(sources[rulebook], []byte(rulebookPlace)) != 1 {
		return fmt.Errorf("web/%s must hold, once, %s", rulebook, rulebookPlace)
	}
	folder := filepath.Join(root, "docs", "rules")
	list, err := os.ReadFile(filepath.Join(folder, "README.md"))
	if err != nil {
		return err
	}
	out, names, err := markdown(string(list), 1)
	if err != nil {
		return fmt.Errorf("docs/rules/README.md: %w", err)
	}
	for _, name := range names {
		page, err := os.ReadFile(filepath.Join(folder, name+".md"))
		if err != nil {
			return err
		}
		text, leads, err := markdown(string(page), 2)
		for _, other := range leads {
			if !slices.Contains(names, other) {
				err = errors.Join(err, fmt.Errorf("it leads to %s, which the list of rules does not have", other))
			}
		}
		if err != nil {
			return fmt.Errorf("docs/rules/%s.md: %w", name, err)
		}
		out += `<section id="` + name + `">` + "\n" + text + "</section>\n"
	}
	sources[rulebook] = bytes.Replace(sources[rulebook], []byte(rulebookPlace), []byte(out), 1)
	return nil
}

// markdown makes HTML of what cmd/rules writes, and no more than that: headings, lists,
// tables and paragraphs, in which words are strong, are links or are code. The first
// heading is of the level. It returns the rules that the text leads to, too.
func markdown(text string, level int) (out string, rules []string, err error) {
	var b strings.Builder
	write := func(before, line, after string) {
		made, leads, wrong := inline(line)
		b.WriteString(before + made + after)
		rules, err = append(rules, leads...), errors.Join(err, wrong)
	}
	kind := byte(0) // of the lines before: - of a list, | of a table, p of a paragraph
	ends := map[byte]string{'-': "</ul>\n", '|': "</table></div>\n", 'p': "</p>\n"}
	for line := range strings.Lines(text + "\n") {
		line = strings.TrimSuffix(line, "\n")
		is := byte('p')
		switch {
		case line == "":
			is = 0
		case strings.HasPrefix(line, "- "), line[0] == '|', line[0] == '#':
			is = line[0]
		}
		began := is != kind
		if began {
			b.WriteString(ends[kind])
		}
		kind = is
		switch is {
		case '#':
			words := strings.TrimLeft(line, "#")
			h := fmt.Sprint("h", level+len(line)-len(words)-1)
			write("<"+h+">", strings.TrimSpace(words), "</"+h+">\n")
		case '-':
			if began {
				b.WriteString("<ul>\n")
			}
			write("<li>", line[len("- "):], "</li>\n")
		case '|':
			tag := "td"
			if began {
				b.WriteString(`<div class="scroll" tabindex="0" role="group" aria-label="Example"><table>` + "\n")
				tag = "th"
			} else if strings.Trim(line, "|-") == "" {
				continue
			}
			b.WriteString("<tr>")
			for _, cell := range tableBar.Split(strings.Trim(strings.ReplaceAll(line, `\|`, escapedBar), "| "), -1) {
				write("<"+tag+">", strings.ReplaceAll(cell, escapedBar, `\|`), "</"+tag+">")
			}
			b.WriteString("</tr>\n")
		case 'p':
			if began {
				b.WriteString("<p>")
			} else {
				b.WriteString("\n")
			}
			write("", line, "")
		}
	}
	return b.String() + ends[kind], rules, err
}

var tableBar = regexp.MustCompile(` *\| *`)

// escapedBar stands for a bar in a cell while the cells are taken apart.
const escapedBar = "\x00"

var (
	inlineMark = regexp.MustCompile("\\\\(.)|`([^`]*)`|\\*\\*(.*?)\\*\\*|\\[((?:\\\\.|[^\\]])*)\\]\\(([^)]*)\\)")
	ruleFile   = regexp.MustCompile(`^([a-z0-9-]+)\.md$`)
)

// inline makes HTML of the words of a line. A link to the page of a rule leads to its
// section. One to a file of the sources is its name alone, since they are not served.
func inline(line string) (out string, rules []string, err error) {
	var b strings.Builder
	end := 0
	for _, m := range inlineMark.FindAllStringSubmatchIndex(line, -1) {
		group := func(i int) string { return line[m[2*i]:m[2*i+1]] }
		b.WriteString(plain(line[end:m[0]]))
		end = m[1]
		switch {
		case m[2] >= 0:
			b.WriteString(html.EscapeString(group(1)))
		case m[4] >= 0:
			b.WriteString("<code>" + html.EscapeString(group(2)) + "</code>")
		case m[6] >= 0:
			words, leads, wrong := inline(group(3))
			b.WriteString("<strong>" + words + "</strong>")
			rules, err = append(rules, leads...), errors.Join(err, wrong)
		default:
			words, _, wrong := inline(group(4))
			to := group(5)
			if rule := ruleFile.FindStringSubmatch(to); rule != nil {
				rules = append(rules, rule[1])
				words = `<a href="#` + rule[1] + `">` + words + `</a>`
			} else if !strings.HasPrefix(to, "../../") {
				wrong = errors.Join(wrong, fmt.Errorf("the link to %q leads neither to a rule nor to a file of the sources", to))
			}
			b.WriteString(words)
			err = errors.Join(err, wrong)
		}
	}
	b.WriteString(plain(line[end:]))
	return b.String(), rules, err
}

// plain is text that Markdown shows as it stands: of the marks of HTML it may hold
// references to characters.
func plain(s string) string { return strings.ReplaceAll(s, ">", "&gt;") }
