package filing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// repaired is a cell that is read as something other than what the document says,
// or that nothing in the document confirms.
type repaired struct {
	path string
	text string // as read; empty unless known
	*ownership.Reading
}

// doubtful reports whether a cell carries a mark that tells how it was read.
func doubtful(r *ownership.Reading) bool {
	return r.How == ownership.Repaired || r.How == ownership.Guessed || len(r.Repairs) > 0
}

// repairs are the cells of a filing that were not read as they stand.
type repairs struct {
	*contents
	list   []repaired        // those that were repaired, then those that were guessed
	of     map[string]int    // in list, by path
	values map[string]string // of all known cells, if there are repairs
}

// newRepairs finds them. Of XML there are none, so the paths are only made if there is
// one.
func newRepairs(c *contents) *repairs {
	s := &repairs{contents: c}
	any := false
	for r := range s.f.Readings() {
		if any = doubtful(r); any {
			break
		}
	}
	if !any {
		return s
	}
	s.values = map[string]string{}
	s.of = map[string]int{}
	for c := range s.f.Cells() {
		if c.State == ownership.Known {
			s.values[c.Path] = plainWords(c.Text())
		}
		if doubtful(c.Reading) {
			s.list = append(s.list, repaired{c.Path, plainWords(c.Text()), c.Reading})
		}
	}
	slices.SortStableFunc(s.list, func(a, b repaired) int {
		return cmp.Compare(max(a.How, ownership.Repaired), max(b.How, ownership.Repaired))
	})
	for i := range s.list {
		s.of[s.list[i].path] = i
	}
	return s
}

// plainWords writes a value whose kind is not known: a flag by its word.
func plainWords(text string) string {
	switch text {
	case "true":
		return "Yes"
	case "false":
		return "No"
	}
	return markup.Visible(text)
}

// Signs of a cell that was not read as it stands. A sign that looks like one of
// arithmetic would change the number beside it.
const (
	repairedSign = "†"
	guessedSign  = "?"
)

// repairID is the id of what is told of a cell's reading.
func repairID(path string) string { return "repair-" + path }

// mark is the sign after a cell that was not read as it stands. It leads to what
// is told of it, which is also its preview.
func (s *repairs) mark(path string, d field.Datum) app.UI {
	n, ok := s.of[path]
	if !ok || !doubtful(d.Reading) {
		return nil
	}
	sign, say := repairedSign, "Repaired: what the document says, and why it is read so"
	if d.How == ownership.Guessed {
		sign, say = guessedSign, "Not confirmed: how this was read"
	}
	return markup.Link("#"+repairID(path), "how", sign).Attr("aria-label", say).Attr("data-tip", s.because(&s.list[n]))
}

// reads says in a sentence what the document says and what it is read as.
func (r *repaired) reads() string {
	said := "The document has nothing here"
	if r.Raw != "" {
		said = "The document says “" + markup.Visible(r.Raw) + "”" + foreign(r.Raw)
	}
	switch {
	case r.State == ownership.Known && r.text == r.Raw:
		return said + "."
	case r.State == ownership.Known:
		return said + "; it is read as “" + r.text + "”."
	case r.State == ownership.Blank:
		return said + "; the cell is read as empty."
	}
	return said + "; it cannot be read for certain and is left as it stands."
}

// foreign names the Greek and Cyrillic letters of a text, which may look like others.
func foreign(text string) string {
	var names []string
	for _, r := range text {
		if r >= 0x370 && r < 0x530 && len(names) < 5 {
			names = append(names, fmt.Sprintf("U+%04X", r))
		}
	}
	if names == nil {
		return ""
	}
	return ", with " + format.List(names) + ","
}

// reason gives a repair's reason as a sentence.
func reason(r *ownership.Repair) string {
	t := strings.TrimSpace(markup.Visible(r.Reason))
	if t == "" {
		return ""
	}
	return format.Capital(t) + fullStop(t)
}

func fullStop(t string) string {
	if strings.HasSuffix(t, ".") || strings.HasSuffix(t, ".”") {
		return ""
	}
	return "."
}

// surety says what a word of confidence means for the reader.
func (r *repaired) surety(fix *ownership.Repair) string {
	switch word := fix.Confidence; word {
	case "":
		return ""
	case ownership.Certain:
		return "Certain."
	case ownership.Likely:
		return "Likely."
	case ownership.Possible:
		if fix.Cause == ownership.CauseOneReading {
			return "Possible." // the reason says so already
		}
		return "Possible: it rests on one reading."
	default:
		return format.Capital(string(word)) + "."
	}
}

// unconfirmed is said of a guess that has no reason of its own.
const unconfirmed = "Nothing else in the document confirms it."

// because tells it all in words, for the preview.
func (s *repairs) because(r *repaired) string {
	told := []string{r.reads()}
	for i := range r.Repairs {
		fix := &r.Repairs[i]
		if t := reason(fix); t != "" {
			told = append(told, t)
		}
		var evidence []string
		for _, e := range fix.Evidence[:min(len(fix.Evidence), maxEvidence)] {
			evidence = append(evidence, s.evidenceWords(e))
		}
		if len(evidence) > 0 {
			told = append(told, "Evidence: "+strings.Join(evidence, "; ")+".")
		}
		if t := r.surety(fix); t != "" {
			told = append(told, t)
		}
	}
	if len(r.Repairs) == 0 && r.How == ownership.Guessed {
		told = append(told, unconfirmed)
	}
	return strings.Join(told, " ")
}

// maxEvidence is how many pieces of evidence are named for one repair.
const maxEvidence = 20

// evidenceWords names a piece of evidence: a cell with what it says, or words.
func (s *repairs) evidenceWords(e string) string {
	if s.elementOf(e) == "" {
		return strings.TrimSuffix(markup.Visible(e), ".")
	}
	text := s.label(e)
	if v := s.values[e]; v != "" {
		text += " (" + shortened(v, 60) + ")"
	}
	return text
}

// shortened cuts a long text between letters.
func shortened(text string, most int) string {
	n := 0
	for i := range text {
		if n++; n > most {
			return strings.TrimSpace(text[:i]) + " …"
		}
	}
	return text
}

// items draws what is told of the cells from and to.
func (s *repairs) items(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, s.item(&s.list[i]))
	}
	return markup.El("ul", "findings repairs", items...).Attr("role", "list")
}

func (s *repairs) item(r *repaired) app.UI {
	class, sign := "mended", repairedSign
	if r.How == ownership.Guessed {
		class, sign = "guessed", guessedSign
	}
	body := []app.UI{
		markup.Text("span", "sign", sign).Attr("aria-hidden", "true"),
		markup.El("p", "", markup.Link("#"+s.elementOf(r.path), "", s.label(r.path))),
		markup.Text("p", "text", r.reads()).Attr("dir", "auto"),
	}
	for i := range r.Repairs {
		body = append(body, markup.El("p", "cited", s.grounds(r, &r.Repairs[i])...))
	}
	if len(r.Repairs) == 0 && r.How == ownership.Guessed {
		body = append(body, markup.Text("p", "cited", unconfirmed))
	}
	return markup.El("li", class, body...).Attr("id", repairID(r.path)).Attr("tabindex", "-1")
}

// grounds draws why a cell is read so, with links to the cells that support it.
func (s *repairs) grounds(r *repaired, fix *ownership.Repair) []app.UI {
	var line []app.UI
	text := reason(fix)
	for i, e := range fix.Evidence {
		switch {
		case i == maxEvidence:
			text += " and " + format.Count(len(fix.Evidence)-i, "more", "more")
		case i > 0:
			text += "; "
		default:
			text += " Evidence: "
		}
		if i == maxEvidence {
			break
		}
		if id := s.elementOf(e); id != "" {
			line = append(line, app.Text(text), markup.Link("#"+id, "", s.evidenceWords(e)))
			text = ""
		} else {
			text += s.evidenceWords(e)
		}
	}
	if len(fix.Evidence) > 0 {
		text += "."
	}
	line = append(line, app.Text(text+" "))
	if t := r.surety(fix); t != "" {
		line = append(line, markup.Text("strong", "sure", t))
	}
	return line
}

// count returns how many of them were repaired and how many guessed.
func (s *repairs) count() (repaired, guessed int) {
	for i := range s.list {
		if s.list[i].How == ownership.Guessed {
			guessed++
		} else {
			repaired++
		}
	}
	return repaired, guessed
}

// summary counts them in words: 12 cells repaired, 3 not confirmed.
func (s *repairs) summary() string {
	repaired, guessed := s.count()
	var parts []string
	if repaired > 0 {
		parts = append(parts, format.Count(repaired, "cell is", "cells are")+" read from damaged text ("+repairedSign+")")
	}
	if guessed > 0 {
		parts = append(parts, format.Count(guessed, "rests", "rest")+" on one reading ("+guessedSign+")")
	}
	return format.List(parts)
}
