package parser_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/pdftest"
)

// piece is a part of a message that a test writes.
type piece struct {
	kind, encoding, disposition string
	data                        []byte
}

// messageOf writes a message by the standard library, which the reader does not use.
func messageOf(t testing.TB, kind string, pieces ...piece) []byte {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	fmt.Fprintf(&b, "Received: from desk.example.com\r\nFrom: Desk <desk@example.com>\r\nTo: owner@example.com\r\nSubject: Form 4\r\nMIME-Version: 1.0\r\nContent-Type: multipart/%s;\r\n\tboundary=%q\r\n\r\nThis is a message of several parts.\r\n", kind, w.Boundary())
	for _, p := range pieces {
		h := textproto.MIMEHeader{"Content-Type": {p.kind}}
		if p.encoding != "" {
			h.Set("Content-Transfer-Encoding", p.encoding)
		}
		if p.disposition != "" {
			h.Set("Content-Disposition", p.disposition)
		}
		part, err := w.CreatePart(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(encodedAs(t, p.encoding, p.data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodedAs(t testing.TB, encoding string, data []byte) []byte {
	t.Helper()
	switch encoding {
	case "base64":
		text := base64.StdEncoding.EncodeToString(data)
		var b bytes.Buffer
		for ; len(text) > 76; text = text[76:] {
			b.WriteString(text[:76] + "\r\n")
		}
		b.WriteString(text + "\r\n")
		return b.Bytes()
	case "quoted-printable":
		var b bytes.Buffer
		w := quotedprintable.NewWriter(&b)
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	return data
}

// TestMail: a filing in a message is the filing, however the message holds it.
func TestMail(t *testing.T) {
	page := testCase(t, "html/form4-classes.html").data
	xml := testCase(t, "xml/form4-plain.xml").data
	submission := testCase(t, "submission/form4-plain.txt").data
	pdf := pdftest.Form(true)
	attached := func(name string) string { return fmt.Sprintf("attachment; filename=%q", name) }
	body := piece{"text/plain; charset=utf-8", "", "", []byte("The form is attached.\r\n")}
	html := func(encoding string) piece { return piece{`text/html; charset="utf-8"`, encoding, "", page} }
	picture := piece{"image/png", "base64", "", []byte("\x89PNG\r\n\x1a\n")}
	single := func(kind, encoding string, data []byte) []byte {
		return append([]byte("From: desk@example.com\nSubject: =?utf-8?Q?Form_4?=\nMIME-Version: 1.0\nContent-Type: "+kind+"\nContent-Transfer-Encoding: "+encoding+"\n\n"), encodedAs(t, encoding, data)...)
	}
	forwarded := append([]byte("From: a@example.com\r\nTo: b@example.com\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"), messageOf(t, "mixed", body, piece{"application/xml", "base64", attached("form4.xml"), xml})...)
	for _, c := range []struct {
		name         string
		message      []byte
		source       []byte // the file as it is without a message
		given, names string
	}{
		{"a page, quoted-printable", messageOf(t, "related", html("quoted-printable"), picture), page, "part 1", "f"},
		{"a page, base64", messageOf(t, "related", html("base64"), picture), page, "part 1", "f"},
		{"a page and its words", messageOf(t, "alternative", body, html("quoted-printable")), page, "part 1", "f"},
		{"a page alone", single("text/html", "quoted-printable", page), page, "part 1", "f"},
		{"XML attached", messageOf(t, "mixed", body, piece{"application/xml", "base64", attached("form4.xml"), xml}, picture), xml, "form4.xml", "f"},
		{"a submission attached", messageOf(t, "mixed", body, piece{"text/plain", "quoted-printable", attached("filed.txt"), submission}), submission, "filed.txt", "f"},
		{"a PDF attached", messageOf(t, "mixed", body, piece{"application/pdf", "base64", attached("form 4.pdf"), pdf}), pdf, "form 4.pdf", "f"},
		{"a ZIP attached", messageOf(t, "mixed", body, piece{"application/zip", "base64", attached("all.zip"), zipOf(t, member{"a.xml", xml}, member{"b.xml", xml})}), xml, "all.zip/a.xml", "ff"},
		{"forwarded", forwarded, xml, "form4.xml", "f"},
		{"in a mailbox", append([]byte("From desk@example.com Mon Mar 11 09:00:00 2024\n"), messageOf(t, "mixed", body, piece{"application/xml", "base64", attached("form4.xml"), xml})...), xml, "form4.xml", "f"},
		{"a picture attached beside it", messageOf(t, "mixed", body, piece{"application/xml", "base64", attached("form4.xml"), xml}, piece{"image/png", "base64", attached("logo.png"), []byte("\x89PNG\r\n\x1a\n....")}), xml, "form4.xml", "fe"},
	} {
		have := open(t, "message.eml", c.message)
		kinds := ""
		for _, r := range have {
			if r.err != nil {
				kinds += "e"
			} else {
				kinds += "f"
			}
		}
		if kinds != c.names {
			t.Errorf("%s: it gives %s, want %s (first error %v)", c.name, kinds, c.names, have[0].err)
			continue
		}
		want := open(t, "form", c.source)[0].filing
		if got := have[0].filing; !slices.Equal(valuesOf(got), valuesOf(want)) || got.Source.Name != "message.eml/"+c.given {
			t.Errorf("%s: %q has other cells than the file", c.name, got.Source.Name)
		} else if err := checkSource(got); err != nil && got.Source.Format != "pdf" {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestMailDamaged cuts messages: what is in them is never half without a word.
func TestMailDamaged(t *testing.T) {
	page := testCase(t, "html/form4-classes.html").data
	xml := testCase(t, "xml/form4-plain.xml").data
	for name, message := range map[string][]byte{
		"quoted-printable": messageOf(t, "related", piece{"text/html", "quoted-printable", "", page}),
		"base64":           messageOf(t, "mixed", piece{"application/xml", "base64", `attachment; filename="a.xml"`, xml}, piece{"application/xml", "base64", `attachment; filename="b.xml"`, xml}),
	} {
		whole := len(open(t, name, message))
		for i := range 300 {
			at := len(message) * i / 300
			have := open(t, name, message[:at])
			said := slices.ContainsFunc(have, func(r result) bool { return r.err != nil })
			if !said && len(have) < whole+1 {
				t.Errorf("%s cut at %d of %d: %d filings, and not a word", name, at, len(message), len(have))
			}
		}
	}
	twice := slices.Clone(messageOf(t, "mixed", piece{"application/xml", "base64", `attachment; filename="a.xml"`, xml}))
	at := bytes.Index(twice, []byte("PG93")) // "<ow"
	if at < 0 {
		at = len(twice) / 2
	}
	twice[at] = '!'
	if have := open(t, "letters", twice); have[0].err == nil || !errors.Is(have[0].err, parser.ErrDamaged) {
		t.Errorf("base64 with a wrong letter gives %v", have[0].err)
	}
}

// TestNoMail: what only looks like a message is read as what it is.
func TestNoMail(t *testing.T) {
	for name, text := range map[string]string{
		"a list of labels":      "From: here\nTo: there\n\nFORM 4\n",
		"a submission":          string(testCase(t, "submission/form4-plain.txt").data),
		"text with a colon":     "Date: 03/05/2024\nSubject: Form 4\nFrom: the issuer\nissuer's name: x\nIt is no header line\n\n",
		"XML":                   string(testCase(t, "xml/form4-plain.xml").data),
		"a page about messages": "<html><body>MIME-Version: 1.0<br>Content-Type: text/html</body></html>",
	} {
		if parser.IsMail(documentOf(text)) && name != "a list of labels" {
			t.Errorf("%s is taken for a message", name)
		}
	}
	nested := strings.Repeat("From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n", 3_000)
	if have := open(t, "deep.eml", []byte(nested)); len(have) != 1 || have[0].err == nil {
		t.Errorf("messages in messages give %d results", len(have))
	}
}

func documentOf(text string) *parser.Document {
	d := &parser.Document{To: len(text), Data: []byte(text)}
	d.Source.Text = text
	return d
}
