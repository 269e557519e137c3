package agreement_test

import (
	"filingview/parser/ownership"

	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// truth is what a synthetic PDF was made from, as printed.
type truth struct {
	Form, Owner, Street, City, State, Zip string
	Issuer, Ticker, Event, AmendDate      string
	Director, TenPct, Officer, Other      bool
	OfficerTitle, Remarks, Sig, SigDate   string
	Table1, Table2                        []map[string]printed
	Footnotes                             map[string]string
	ScannedPages                          string `json:"_scannedPages"` // of how many, if not all
}

// printed is a cell with the numbers of its notes.
type printed struct {
	V  string
	FN []int
}

// tables puts what is printed into the SEC's tables.
func (x *truth) tables() tables {
	out := tables{}
	plain := func(pairs ...string) row {
		r := row{}
		for i := 0; i < len(pairs); i += 2 {
			r.put(pairs[i], pairs[i+1])
		}
		return r
	}
	var is []string
	for _, f := range []struct {
		name string
		yes  bool
	}{{"Director", x.Director}, {"Officer", x.Officer}, {"TenPercentOwner", x.TenPct}, {"Other", x.Other}} {
		if f.yes {
			is = append(is, f.name)
		}
	}
	out["SUBMISSION"] = []row{plain("DOCUMENT_TYPE", x.Form, "PERIOD_OF_REPORT", x.Event, "DATE_OF_ORIG_SUB", x.AmendDate,
		"ISSUERNAME", x.Issuer, "ISSUERTRADINGSYMBOL", x.Ticker, "REMARKS", x.Remarks)}
	out["REPORTINGOWNER"] = []row{plain("RPTOWNERNAME", x.Owner, "RPTOWNER_STREET1", x.Street, "RPTOWNER_CITY", x.City, "RPTOWNER_STATE", x.State,
		"RPTOWNER_ZIPCODE", x.Zip, "RPTOWNER_RELATIONSHIP", strings.Join(is, ", "), "RPTOWNER_TITLE", x.OfficerTitle)}
	out["OWNER_SIGNATURE"] = []row{plain("OWNERSIGNATURENAME", x.Sig, "OWNERSIGNATUREDATE", x.SigDate)}
	for _, n := range slices.SortedFunc(maps.Keys(x.Footnotes), func(a, b string) int { return atoi(a) - atoi(b) }) {
		out["FOOTNOTES"] = append(out["FOOTNOTES"], plain("FOOTNOTE_ID", "F"+n, "FOOTNOTE_TXT", x.Footnotes[n]))
	}
	for _, t := range []struct {
		name  string
		lines []map[string]printed
	}{{"NONDERIV", x.Table1}, {"DERIV", x.Table2}} {
		for _, line := range t.lines {
			r := lineOf(line)
			table := t.name + "_HOLDING"
			if r["TRANS_DATE"].text != "" || r["TRANS_CODE"].text != "" {
				table = t.name + "_TRANS"
			}
			out[table] = append(out[table], r)
		}
	}
	return out
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // notes have numbers
	return n
}

func (r row) put(column, s string) {
	for _, c := range columns() {
		if c.name == column {
			if s = normal(c.kind, s); s != "" {
				r[column] = cell{text: s}
			}
			return
		}
	}
	panic("no such column: " + column)
}

// lineOf puts a line into the columns of the SEC.
func lineOf(line map[string]printed) row {
	r := row{}
	put := func(column string, c printed) {
		r.put(column, c.V)
		var ids []string
		for _, n := range c.FN {
			ids = append(ids, "F"+strconv.Itoa(n))
		}
		notes := column + "_FN"
		if column == "TRANS_CODE" {
			notes = "EQUITY_SWAP_TRANS_CD_FN"
		}
		r.put(notes, strings.Join(ids, " "))
	}
	exercise := "EXERCISE_DATE"
	if line["code"].V != "" || line["date"].V != "" {
		exercise = "EXCERCISE_DATE"
	}
	for name, c := range line {
		switch name {
		case "v":
			if c.V == "V" {
				c.V = "E"
			}
			put("TRANS_TIMELINESS", c)
		case "a", "d":
			if c.V == "" && len(c.FN) == 0 {
				continue
			}
			put("TRANS_SHARES", c)
			r.put("TRANS_ACQUIRED_DISP_CD", strings.ToUpper(name))
		default:
			put(map[string]string{"title": "SECURITY_TITLE", "exprice": "CONV_EXERCISE_PRICE", "date": "TRANS_DATE", "deemed": "DEEMED_EXECUTION_DATE",
				"code": "TRANS_CODE", "amount": "TRANS_SHARES", "ad": "TRANS_ACQUIRED_DISP_CD", "price": "TRANS_PRICEPERSHARE",
				"exdate": exercise, "expdate": "EXPIRATION_DATE", "utitle": "UNDLYNG_SEC_TITLE", "ushares": "UNDLYNG_SEC_SHARES",
				"following": "SHRS_OWND_FOLWNG_TRANS", "di": "DIRECT_INDIRECT_OWNERSHIP", "nature": "NATURE_OF_OWNERSHIP"}[name], c)
		}
	}
	return r
}

// cut leaves out the lines at the end of the truth that the reading has not: they
// are on pages that are not in the file.
func cut(want, got tables) tables {
	out := tables{}
	for name, rows := range want {
		pairs := align(rows, got[name], func(string) bool { return true })
		for len(pairs) > 0 && pairs[len(pairs)-1].got < 0 {
			pairs = pairs[:len(pairs)-1]
		}
		for _, p := range pairs {
			if p.want >= 0 {
				out[name] = append(out[name], rows[p.want])
			}
		}
	}
	return out
}

// printsBox4 reports whether the word that names the box of the original's date is on
// the pages.
func printsBox4(f *ownership.Filing) bool {
	for _, p := range f.Source.Pages {
		for _, w := range p.Words {
			if strings.HasPrefix(w.Text, "Amendment") {
				return true
			}
		}
	}
	return false
}

// TestPDFs: the synthetic PDFs against what they were made from. One that cannot be
// read has a sentence of its own, and scores nothing.
func TestPDFs(t *testing.T) {
	var results []result
	var refused []string
	asked := map[string]bool{"AFF10B5ONE": false, "NOT_SUBJECT_SEC16": false} // the truth does not say
	for _, file := range files(t, "pdf/*.pdf", "pdf/raw/*.pdf", "pdf/var/*.pdf", "pdf/scan/*-ocr.pdf") {
		stem := strings.TrimSuffix(strings.TrimSuffix(file, ".pdf"), "-ocr")
		data, err := os.ReadFile(stem + ".truth.json")
		if err != nil {
			t.Fatal(err)
		}
		var x truth
		if err := json.Unmarshal(data, &x); err != nil {
			t.Fatalf("%s: %v", stem, err)
		}
		group := filepath.Base(filepath.Dir(file))
		name := group + "/" + filepath.Base(file)
		if group == "scan" && (strings.Contains(name, "s150") || strings.Contains(name, "fax")) {
			group = "scan 150 dpi"
		}
		f, said := open(t, file)
		if said != "" {
			refused = append(refused, fmt.Sprintf("%s: %s", name, strings.TrimPrefix(said, filepath.Base(file)+": ")))
			continue
		}
		want, got := x.tables(), tablesOf(t, f)
		if x.ScannedPages != "" {
			want = cut(want, got)
		}
		r := result{name: name, group: group}
		r.score, r.misses = compare(want, got, func(_, column string) bool {
			if column == "DATE_OF_ORIG_SUB" && group == "raw" {
				return printsBox4(f) // the pages written by hand leave that box out
			}
			yes, listed := asked[column]
			return yes || !listed
		})
		results = append(results, r)
	}
	show(os.Stdout, "synthetic PDFs (shared/pdf)", results)
	if *report {
		fmt.Printf("-- not read, %d files\n%s\n", len(refused), strings.Join(refused, "\n"))
	}
	if len(results) < 30 && *only == "" {
		t.Errorf("only %d files are read; the others:\n%s", len(results), strings.Join(refused, "\n"))
	}
	hold(t, results, map[string]bound{
		"pdf":          {right: 99.8, keys: true},
		"raw":          {right: 99.8, keys: true},
		"var":          {right: 99.8, keys: true},
		"scan":         {right: 89},
		"scan 150 dpi": {right: 57},
	})
}
