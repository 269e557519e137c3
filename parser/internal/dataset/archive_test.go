package dataset_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"os"
	"slices"
	"strings"
	"testing"
)

// in puts members into a folder.
func in(folder string, members []member) []member {
	members = slices.Clone(members)
	for i := range members {
		members[i].name = folder + members[i].name
	}
	return members
}

// TestArchives: data sets among other files, several in one archive, packed once more or
// attached to a message; and archives that look like one.
func TestArchives(t *testing.T) {
	whole := two(t).members()
	form, err := os.ReadFile("../../testdata/xml/form4-plain.xml")
	if err != nil {
		t.Fatal(err)
	}
	filing := member{"form4.xml", string(form)}
	renamed := func(extension string) []member {
		all := slices.Clone(whole)
		for i := range all {
			all[i].name = strings.TrimSuffix(all[i].name, ".tsv") + extension
			if extension == ".csv" {
				all[i].data = strings.ReplaceAll(strings.ReplaceAll(all[i].data, ",", " "), "\t", ",")
			}
		}
		return all
	}
	other := []member{ // the tables of the 13F data set
		{"SUBMISSION.tsv", "ACCESSION_NUMBER\tFILING_DATE\tSUBMISSIONTYPE\tCIK\tPERIODOFREPORT\n0009000000-24-000012\t06-MAR-2024\t13F-HR\t9000001\t31-DEC-2023\n"},
		{"COVERPAGE.tsv", "ACCESSION_NUMBER\tREPORTCALENDARORQUARTER\tISAMENDMENT\n0009000000-24-000012\t31-DEC-2023\tN\n"},
		{"INFOTABLE.tsv", "ACCESSION_NUMBER\tINFOTABLE_SK\tNAMEOFISSUER\tTITLEOFCLASS\tCUSIP\tVALUE\n0009000000-24-000012\t7\tQUILLMARK CORP\tCOM\t900000109\t12\n"},
	}
	set := zipped(t, whole...)
	var gz, tgz bytes.Buffer
	w := gzip.NewWriter(&gz)
	_, err = w.Write(set)
	zw := gzip.NewWriter(&tgz)
	tw := tar.NewWriter(zw)
	for _, m := range whole {
		if err == nil {
			err = tw.WriteHeader(&tar.Header{Name: m.name, Mode: 0o644, Size: int64(len(m.data))})
		}
		if err == nil {
			_, err = tw.Write([]byte(m.data))
		}
	}
	if err != nil || w.Close() != nil || tw.Close() != nil || zw.Close() != nil {
		t.Fatal("the archives cannot be made")
	}
	message := "From: a@b.example\r\nTo: c@d.example\r\nSubject: the quarter\r\nMIME-Version: 1.0\r\nContent-Type: application/zip; name=form345.zip\r\nContent-Disposition: attachment; filename=form345.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64.StdEncoding.EncodeToString(set) + "\r\n"
	for _, c := range []struct {
		name    string
		data    []byte
		filings []string // their names
		refused int
		want    string // a sentence of each refusal
	}{
		{"a filing beside it", zipped(t, append(slices.Clone(whole), filing)...), []string{first, second, "form345.zip/form4.xml"}, 0, ""},
		{"a text beside it", zipped(t, append(slices.Clone(whole), member{"NOTE.tsv", "a\tb\n"})...), []string{first, second}, 1, "This is text, but no Form 3, 4 or 5"},
		{"two quarters", zipped(t, append(in("2024q1_form345/", whole), in("2024q2_form345/", whole)...)...), []string{
			"form345.zip/2024q1_form345/0009000000-24-000012", "form345.zip/2024q1_form345/0009000000-24-000013",
			"form345.zip/2024q2_form345/0009000000-24-000012", "form345.zip/2024q2_form345/0009000000-24-000013"}, 0, ""},
		{"a quarter and a part of one", zipped(t, append(in("a/", whole), in("b/", whole[:3])...)...), []string{"form345.zip/a/0009000000-24-000012", "form345.zip/a/0009000000-24-000013"}, 1, "it has no NONDERIV_HOLDING.tsv, no DERIV_TRANS.tsv, no DERIV_HOLDING.tsv, without which its filings are not whole: none of its filings is read. Place: the folder b."},
		{"two archives, one after the other", slices.Concat(set, set), []string{first, second, first, second}, 0, ""},
		{"packed once more", gz.Bytes(), []string{first, second}, 0, ""},
		{"in a message", []byte(message), []string{"form345.zip/form345.zip/0009000000-24-000012", "form345.zip/form345.zip/0009000000-24-000013"}, 0, ""},
		{"a table twice", zipped(t, append(slices.Clone(whole), whole[2])...), nil, 1, "NONDERIV_TRANS.tsv is in it twice"},
		{"no notes and no signatures", zipped(t, whole[:6]...), []string{first, second}, 0, ""},
		{"no owners", zipped(t, slices.Delete(slices.Clone(whole), 1, 2)...), nil, 1, "but it has no REPORTINGOWNER.tsv, without which its filings are not whole: none of its filings is read."},
		{"two tables", zipped(t, whole[:2]...), nil, 1, "without which its filings are not whole"},
		{"one table beside a filing", zipped(t, whole[2], filing), []string{"form345.zip/form4.xml"}, 1, "This is the table NONDERIV_TRANS of the SEC's Insider Transactions Data Sets (form345.zip) by itself"},
		{"one table", []byte(whole[6].data), nil, 1, "This is the table FOOTNOTES of"},
		{"tables as .txt", zipped(t, renamed(".txt")...), nil, 8, "by itself"},
		{"tables as CSV", zipped(t, renamed(".csv")...), nil, 8, "by itself"},
		{"tables in a tar", tgz.Bytes(), nil, 8, "by itself"},
		{"the data set of the 13F", zipped(t, other...), nil, 3, "none of the Insider Transactions Data Sets"},
		{"a data set in an archive", zipped(t, member{"form345.zip", string(set)}), nil, 1, "inside another archive"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t, c.data)
			var names []string
			for _, f := range o.filings {
				names = append(names, f.Source.Name)
			}
			if !slices.Equal(names, c.filings) || len(o.refusals) != c.refused {
				t.Errorf("the filings are %q, and %d is refused: %q", names, len(o.refusals), o.refusals)
			}
			for _, r := range o.refusals {
				if !strings.Contains(r, c.want) {
					t.Errorf("it is said %q, not %q", r, c.want)
				}
			}
		})
	}
	// What a table that is not there may hold, no filing is blamed for.
	o := open(t, zipped(t, whole[:6]...))
	for _, want := range []string{"has no FOOTNOTES.tsv, so", "has no OWNER_SIGNATURE.tsv, so"} {
		if strings.Count(o.sentences, want) != 2 {
			t.Errorf("it is not said of each filing: %s", want)
		}
	}
	if strings.Contains(o.sentences, "footnote-dangling") || strings.Contains(o.sentences, "signature-missing") {
		t.Errorf("it is said:\n%s", o.sentences)
	}
}

// TestTooMuch: a table that packs as no table does, or is larger than one, is not unpacked.
func TestTooMuch(t *testing.T) {
	whole := two(t)
	o := open(t, zipped(t, whole.with("FOOTNOTES", func(s string) string { return s + strings.Repeat("\n", 8<<20) }).members()...))
	if len(o.filings) > 0 || !strings.Contains(o.sentences, "FOOTNOTES.tsv would unpack to more than 300 times its size") {
		t.Errorf("%d filings, %q", len(o.filings), o.refusals)
	}
	lines := whole.with("NONDERIV_TRANS", func(s string) string {
		line := strings.SplitAfter(s, "\n")[1]
		var b strings.Builder
		b.WriteString(s)
		for n := range 20_001 {
			b.WriteString(strings.Replace(line, "\t71\t", "\t"+strings.Repeat("1", n%7+1)+string(rune('A'+n%26))+strings.Repeat("2", n/1000)+"\t", 1))
		}
		return b.String()
	})
	o = open(t, zipped(t, lines.members()...))
	if len(o.filings) != 1 || !strings.Contains(o.sentences, first+": A filing of this data set has 20,003 lines in NONDERIV_TRANS.tsv, of which 20,000 at most are read") {
		t.Errorf("%d filings, %q", len(o.filings), o.refusals)
	}
}
