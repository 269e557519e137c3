package dataset_test

import (
	"embed"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

//go:embed testdata
var testdata embed.FS

// two is a data set of two filings.
func two(t testing.TB) tables {
	t.Helper()
	all := tables{}
	for _, name := range order {
		text, err := testdata.ReadFile("testdata/two/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(text)
	}
	return all
}

// opened is what a file gives: filings, and the sentences of errors and findings.
type opened struct {
	filings   []*ownership.Filing
	refusals  []string
	sentences string // all of them, and the findings of the rules on data sets
	cells     string // each with its path
}

func open(t testing.TB, data []byte) opened {
	t.Helper()
	var o opened
	var sentences, cells strings.Builder
	for f, err := range parser.Open("form345.zip", data) {
		if err != nil {
			o.refusals = append(o.refusals, err.Error())
			sentences.WriteString(err.Error() + "\n")
			continue
		}
		o.filings = append(o.filings, f)
		for _, x := range f.Findings {
			sentences.WriteString(f.Source.Name + ": " + x.Rule.String() + ": " + x.Message + "\n")
		}
		for c := range f.Cells() {
			cells.WriteString(f.Source.Name + " " + c.Path + " " + c.State.String() + " " + c.Text() + " " + strings.Join(c.Notes, ",") + "\n")
			checkPlace(t, f, c)
		}
	}
	o.sentences, o.cells = sentences.String(), cells.String()
	return o
}

const first, second = "form345.zip/0009000000-24-000012", "form345.zip/0009000000-24-000013"

// TestTwo reads the small set cell by cell.
func TestTwo(t *testing.T) {
	o := open(t, zipped(t, two(t).members()...))
	if len(o.filings) != 2 || o.refusals != nil {
		t.Fatalf("%d filings, %q", len(o.filings), o.refusals)
	}
	for _, want := range []string{
		first + " header.accessionNumber known 0009000000-24-000012",
		first + " header.filedAt known 2024-03-06",
		first + " header.parties[0].fileNumber known 001-90000",
		first + " owners[0].relationship.isDirector known true",
		first + " owners[0].relationship.isOfficer known true",
		first + " tableI[0].transaction.shares known 900 ",
		first + " tableI[0].transaction.price known 6.02 F1",
		first + " tableI[2].natureOfOwnership known By spouse",
		second + " documentType known 4/A",
		second + " dateOfOriginalSubmission known 2024-03-06",
		second + " notSubjectToSection16 known false",
		second + " plan10b51 known true",
		second + ` remarks known Exhibit 24 is attached, and says "by power".`,
		second + " owners[1].relationship.isOther known true",
		second + " owners[1].relationship.otherText known Trustee",
		second + ` tableI[0].securityTitle known "A" Common Stock F1,F2`,
		second + " tableI[0].transaction.code known M F2",
		second + " tableI[0].transaction.shares known 12500000 ",
		second + " tableI[0].transaction.price known 0 ",
		second + " tableII[0].conversionOrExercisePrice known 0.0001 ",
		second + " tableII[0].exerciseDate blank  F2",
		second + " tableII[0].expirationDate known 2030-12-31",
		second + " tableII[1].formType known 3 F2",
		second + " tableII[1].exerciseDate known 2024-06-09",
		second + " signatures[1].name known /s/ Orla Ames, trustee",
	} {
		if !strings.Contains(o.cells, want) {
			t.Errorf("there is no cell %s", want)
		}
	}
	for _, not := range []string{"owners[0].relationship.isOther", "noSecuritiesOwned", "tableI[0].valueFollowing", "tableI[0].transaction.deemedExecutionDate", "schemaVersion"} {
		if strings.Contains(o.cells, first+" "+not) {
			t.Errorf("%s is there, of which the tables say nothing", not)
		}
	}
	for _, want := range []string{
		"SUBMISSION.tsv, line 2\nACCESSION_NUMBER\tFILING_DATE\t",
		"\n\nNONDERIV_TRANS.tsv, lines 2-3\nACCESSION_NUMBER\tNONDERIV_TRANS_SK\t",
		"\n0009000000-24-000012\t72\tCommon Stock\t\t05-MAR-2024\t",
		"\n\nNONDERIV_HOLDING.tsv, line 2\n",
	} {
		if !strings.Contains(o.filings[0].Source.Text, want) {
			t.Errorf("the excerpt lacks %q:\n%s", want, o.filings[0].Source.Text)
		}
	}
	if strings.Contains(o.filings[0].Source.Text, "DERIV_HOLDING.tsv, line 2\nACCESSION_NUMBER\tDERIV_HOLDING_SK") {
		t.Error("the excerpt has a table without a line")
	}
	if want := first + ": data-set-order: "; strings.Count(o.sentences, want) != 1 || strings.Contains(o.sentences, "data-set-damaged") {
		t.Errorf("it is said:\n%s", o.sentences)
	}
}

// TestSpellings: sets that say the same in another way give the same cells.
func TestSpellings(t *testing.T) {
	whole := two(t)
	want := open(t, zipped(t, whole.members()...))
	each := func(change func(name, text string) (string, string)) []member {
		all := whole.members()
		for i, m := range all {
			all[i].name, all[i].data = change(m.name, m.data)
		}
		return all
	}
	text := func(change func(string) string) []member {
		return each(func(name, text string) (string, string) { return name, change(text) })
	}
	quotedCells := func(line string, need string) string {
		cells := strings.Split(line, "\t")
		for i, c := range cells {
			if need == "" || strings.ContainsAny(c, need) {
				cells[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
		}
		return strings.Join(cells, "\t")
	}
	quoted := func(need string) func(string) string {
		return func(text string) string {
			lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
			for i := range lines {
				lines[i] = quotedCells(lines[i], need)
			}
			return strings.Join(lines, "\n") + "\n"
		}
	}
	for name, members := range map[string][]member{
		"a folder and small letters": each(func(name, text string) (string, string) { return strings.ToLower(name), text }),
		"a mark and CR LF":           text(func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") }),
		"CR":                         text(func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }),
		"no last line break":         text(func(s string) string { return strings.TrimSuffix(s, "\n") }),
		"empty lines":                text(func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") }),
		"small headings":             text(func(s string) string { h, rest, _ := strings.Cut(s, "\n"); return strings.ToLower(h) + "\n" + rest }),
		"a tab at each end":          text(func(s string) string { return strings.ReplaceAll(s, "\n", "\t\n") }),
		"both spellings": text(func(s string) string {
			return strings.NewReplacer("EXCERCISE", "EXERCISE", "EXERCISE_DATE", "EXCERCISE_DATE").Replace(s)
		}),
		"months in small letters":      text(func(s string) string { return strings.NewReplacer("MAR-", "Mar-", "JUN-", "jun-").Replace(s) }),
		"dates of other programs":      text(func(s string) string { return strings.NewReplacer("05-MAR-2024", "2024-03-05").Replace(s) }),
		"all in quotation marks":       text(quoted("")),
		"quotes where they are needed": text(quoted("\"\t")),
		"quotes of a spreadsheet":      text(quoted("\"\t,")),
		"metadata beside":              append(whole.members(), member{"FORM_345_metadata.json", `{"a": 1}`}, member{"FORM_345_readme.htm", "<html><body>This describes the data.</body></html>"}),
		"the other way round":          func() []member { all := whole.members(); slices.Reverse(all); return all }(),
	} {
		got := open(t, zipped(t, members...))
		if got.cells != want.cells || got.sentences != want.sentences {
			t.Errorf("%s: the cells are\n%s\nit is said\n%s", name, firstDifference(want.cells, got.cells), firstDifference(want.sentences, got.sentences))
		}
	}
	// The place of a cell is the line of its table, whatever is around it.
	scattered := two(t).with("NONDERIV_TRANS", func(s string) string {
		lines := strings.SplitAfter(s, "\n")
		return lines[0] + lines[2] + lines[3] + lines[1]
	})
	got := open(t, zipped(t, scattered.members()...))
	if got.cells != want.cells {
		t.Errorf("lines in another order: %s", firstDifference(want.cells, got.cells))
	}
	if !strings.Contains(got.filings[0].Source.Text, "NONDERIV_TRANS.tsv, lines 4, 2\n") {
		t.Errorf("the excerpt begins\n%s", got.filings[0].Source.Text)
	}
}

// drop takes a line out, counted from 0.
func drop(n int) func(string) string {
	return func(s string) string {
		lines := strings.SplitAfter(s, "\n")
		return strings.Join(slices.Delete(lines, n, n+1), "")
	}
}

func replace(old, new string) func(string) string {
	return func(s string) string {
		if !strings.Contains(s, old) {
			panic(old)
		}
		return strings.Replace(s, old, new, 1)
	}
}

// TestOdd: what is odd is said, and never a shorter filing shown as a whole one.
func TestOdd(t *testing.T) {
	whole := two(t)
	cut := func(n int) func(string) string { return func(s string) string { return s[:len(s)-n] } }
	for _, c := range []struct {
		name    string
		table   string
		change  func(string) string
		filings int
		want    []string // sentences
		not     []string
	}{
		{"a cell less", "NONDERIV_TRANS", replace("\t100.0\t", "\t"), 2, []string{first + ": data-set-damaged: Line 3 of NONDERIV_TRANS.tsv has 27 cells, and the table 28 headings"}, []string{"code-unknown", "following-missing"}},
		{"a cell more", "NONDERIV_TRANS", replace("\t100.0\t", "\t100.0\t7\t"), 2, []string{"Line 3 of NONDERIV_TRANS.tsv has 29 cells"}, nil},
		{"an empty cell more in a table of one line", "DERIV_TRANS", replace("\t1.25E7\t", "\t\t1.25E7\t"), 2, []string{"Line 2 of DERIV_TRANS.tsv has 43 cells, and the table 42 headings"}, nil},
		{"a cell without a heading", "FOOTNOTES", func(s string) string {
			return strings.Replace(strings.ReplaceAll(s, "\n", "\t\n"), "trustee.\t", "trustee.\tmore", 1)
		}, 2, []string{second + ": data-set-damaged: Line 3 of FOOTNOTES.tsv has"}, nil},
		{"a note of two lines", "FOOTNOTES", replace("Trust, of which", "Trust,\nof which"), 2, []string{second + ": data-set-damaged: What follows line 3 of FOOTNOTES.tsv is no line of the table and may be the rest of it, so its end is not read.",
			second + ": value-malformed: “Held by the Ames Family Trust,”", "(the first is FOOTNOTES.tsv, line 4: “of which Orla Ames is the trustee.”)"}, nil},
		{"a title of two lines", "NONDERIV_HOLDING", replace("Common Stock", "Common\nStock"), 2, []string{first + ": data-set-damaged: Line 2 of NONDERIV_HOLDING.tsv has 3 cells, and the table 14 headings"}, nil},
		{"a cell less of a note", "FOOTNOTES", replace("\tF2\t", "\t"), 2, []string{second + ": data-set-damaged: Line 4 of FOOTNOTES.tsv has 2 cells"}, []string{"footnote-dangling"}},
		{"a cell less of an owner", "REPORTINGOWNER", replace("\tAMES ORLA\t", "\t"), 2, []string{second + ": data-set-damaged: Line 3 of REPORTINGOWNER.tsv has 12 cells"}, []string{"relationship-missing"}},
		{"a cell less of a signature", "OWNER_SIGNATURE", replace("\t06-MAR-2024", ""), 2, []string{first + ": data-set-damaged: Line 2 of OWNER_SIGNATURE.tsv has 2 cells"}, []string{first + ": signature"}},
		{"a cell less of a submission", "SUBMISSION", replace("\tQUILLMARK CORP\t", "\t"), 1, []string{"form345.zip/SUBMISSION.tsv: Read as no filing: 1 line of SUBMISSION.tsv without an accession number, or with more or fewer cells", "line 2"}, nil},
		{"no accession number", "SUBMISSION", replace("0009000000-24-000012", ""), 1, []string{"form345.zip: Read as part of no filing, since SUBMISSION.tsv has not their accession number: 1 line of REPORTINGOWNER.tsv, 2 lines of NONDERIV_TRANS.tsv, 1 line of NONDERIV_HOLDING.tsv, 1 line of FOOTNOTES.tsv, 1 line of OWNER_SIGNATURE.tsv"}, nil},
		{"an orphan", "FOOTNOTES", replace("0009000000-24-000013\tF2", "0009000000-24-000031\tF2"), 2, []string{"form345.zip: Read as part of no filing, since SUBMISSION.tsv has not their accession number: 1 line of FOOTNOTES.tsv (", "line 4"}, nil},
		{"tables of another quarter", "SUBMISSION", func(s string) string { return strings.ReplaceAll(s, "0009000000-24-", "0009000000-23-") }, 0, []string{"form345.zip: This is one of the SEC's Insider Transactions Data Sets (form345.zip), but its tables do not belong together: 15 lines of 15"}, nil},
		{"a submission twice", "SUBMISSION", func(s string) string { return s + strings.SplitAfter(s, "\n")[1] }, 2, []string{first + ": data-set-damaged: The data set has the same line of this filing more than once: line 4 of SUBMISSION.tsv is left out."}, nil},
		{"a submission twice, and not the same", "SUBMISSION", func(s string) string {
			return s + strings.Replace(strings.SplitAfter(s, "\n")[1], "QUILLMARK", "QUILMARK", 1)
		}, 1, []string{"which are read as no filing: 1 (the first is “0009000000-24-000012”)"}, nil},
		{"a line twice", "NONDERIV_TRANS", func(s string) string { return s + strings.SplitAfter(s, "\n")[1] }, 2, []string{first + ": data-set-damaged: The data set has the same line of this filing more than once: line 5 of NONDERIV_TRANS.tsv is left out."}, nil},
		{"a table that breaks off", "NONDERIV_TRANS", cut(30), 0, []string{"NONDERIV_TRANS.tsv breaks off in the middle of its last line, so lines of any filing may be missing"}, nil},
		{"a table that breaks off in its last cell", "FOOTNOTES", cut(8), 0, []string{"FOOTNOTES.tsv does not end with a line break, as its other tables do"}, nil},
		{"headings that break off", "DERIV_HOLDING", func(s string) string { return s[:300] }, 0, []string{"DERIV_HOLDING.tsv"}, nil},
		{"no headings", "SUBMISSION", drop(0), 0, []string{"no heading of SUBMISSION.tsv says ACCESSION_NUMBER"}, nil},
		{"an empty table", "FOOTNOTES", func(string) string { return "" }, 0, []string{"FOOTNOTES.tsv"}, nil},
		{"no line", "SUBMISSION", func(s string) string { return strings.SplitAfter(s, "\n")[0] }, 0, []string{"SUBMISSION.tsv"}, nil},
		{"the table of the 13F", "SUBMISSION", func(string) string {
			return "ACCESSION_NUMBER\tFILING_DATE\tSUBMISSIONTYPE\tCIK\tPERIODOFREPORT\n0009000000-24-000012\t06-MAR-2024\t13F-HR\t9000001\t31-DEC-2023\n"
		}, 0, []string{"SUBMISSION.tsv lacks", "may be of another data set"}, nil},
		{"a column less", "NONDERIV_TRANS", without("SHRS_OWND_FOLWNG_TRANS"), 2, []string{first + ": data-set-damaged: The data set's NONDERIV_TRANS.tsv has no column SHRS_OWND_FOLWNG_TRANS, so what this filing has there is not known."}, []string{"following-missing"}},
		{"a box less", "SUBMISSION", without("AFF10B5ONE"), 2, []string{first + ": data-set-damaged: The data set's SUBMISSION.tsv has no column AFF10B5ONE"}, nil},
		{"a box that was not there before April 2023", "SUBMISSION", func(s string) string {
			return strings.ReplaceAll(without("AFF10B5ONE")(s), "-MAR-2024", "-MAR-2023")
		}, 2, nil, []string{"data-set-damaged"}},
		{"a date less", "SUBMISSION", without("DATE_OF_ORIG_SUB"), 2, []string{second + ": data-set-damaged: The data set's SUBMISSION.tsv has no column DATE_OF_ORIG_SUB"}, []string{"original-date-missing"}},
		{"a name that steers a terminal", "SUBMISSION", func(s string) string { return strings.ReplaceAll(s, "0009000000-24-000012", "\x1b[2J/..") }, 2, []string{"form345.zip/�[2J_..: data-set-damaged"}, nil},
		{"an unknown column", "SUBMISSION", replace("\tREMARKS", "\tNEWBOX"), 2, []string{"form345.zip/SUBMISSION.tsv: SUBMISSION.tsv of this data set has columns that are not known here, and are not read: “NEWBOX”", "has no column REMARKS"}, nil},
		{"a column twice", "SUBMISSION", replace("\tREMARKS", "\tISSUERNAME"), 0, []string{"SUBMISSION.tsv has two columns called “ISSUERNAME”"}, nil},
		{"no transaction", "NONDERIV_TRANS", func(s string) string {
			lines := strings.SplitAfter(s, "\n")
			return lines[0] + lines[3]
		}, 2, []string{first + ": data-set-damaged: The data set has no line of this filing in the two tables of transactions: whether"}, []string{"form4-empty"}},
		{"no owner", "REPORTINGOWNER", drop(1), 2, []string{first + ": data-set-damaged: The data set has no line of this filing in REPORTINGOWNER.tsv: whether"}, nil},
		{"no signature", "OWNER_SIGNATURE", drop(1), 2, []string{first + ": data-set-damaged: The data set has no line of this filing in OWNER_SIGNATURE.tsv"}, []string{"signature-missing"}},
		{"a date with two digits of a year", "NONDERIV_TRANS", replace("\t04-MAR-2024\t", "\t04-MAR-24\t"), 2, []string{first + ": value-malformed: “04-MAR-24” cannot be read"}, nil},
		{"a number with words", "NONDERIV_TRANS", replace("\t900.0\t", "\t900 shares\t"), 2, []string{"“900 shares” cannot be read"}, nil},
		{"a number of another notation", "NONDERIV_TRANS", replace("\t900.0\t", "\t9E\t"), 2, []string{"“9E” cannot be read"}, nil},
		{"a word of no relationship", "REPORTINGOWNER", replace("Director,Officer", "Director,Adviser"), 2, []string{"Which boxes of the relationship are ticked cannot be read"}, nil},
		{"bytes that are no UTF-8", "FOOTNOTES", replace("Held by", "Held \x96 by"), 2, []string{second + ": charset-windows-1252: "}, nil},
		{"quotation marks around a date", "OWNER_SIGNATURE", replace("06-MAR-2024", `"06-MAR-2024"`), 2, []string{`“"06-MAR-2024"” cannot be read`}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t, zipped(t, whole.with(c.table, c.change).members()...))
			if len(o.filings) != c.filings {
				t.Errorf("%d filings, want %d", len(o.filings), c.filings)
			}
			if c.filings == 0 && len(o.refusals) != 1 {
				t.Errorf("%d sentences, want one", len(o.refusals))
			}
			for _, want := range c.want {
				if !strings.Contains(o.sentences, want) {
					t.Errorf("it is not said: %s", want)
				}
			}
			for _, not := range c.not {
				if strings.Contains(o.sentences, not) {
					t.Errorf("it is said: %s", not)
				}
			}
			if t.Failed() {
				t.Logf("it is said:\n%s", o.sentences)
			}
		})
	}
}

// without takes a column out of a table.
func without(name string) func(string) string {
	return func(s string) string {
		lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
		at := slices.Index(strings.Split(lines[0], "\t"), name)
		for i, line := range lines {
			lines[i] = strings.Join(slices.Delete(strings.Split(line, "\t"), at, at+1), "\t")
		}
		return strings.Join(lines, "\n") + "\n"
	}
}
