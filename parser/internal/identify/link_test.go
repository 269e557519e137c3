package identify_test

import (
	"strings"
	"testing"

	"filingview/parser/internal/identify"
)

const formWords = "FORM 4\nSTATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP\n"

// TestLinks: a link is called one, however it is kept, and says the way to the filing.
func TestLinks(t *testing.T) {
	const edgar = "https://www.sec.gov/Archives/edgar/data/1/000000000124000001/form4.xml"
	for name, c := range map[string]struct {
		text, format string
		edgar        bool
	}{
		"pasted":              {edgar, "a link", true},
		"pasted, elsewhere":   {"http://example.com/form4.html\n", "a link", false},
		"without a scheme":    {"www.sec.gov/cgi-bin/browse-edgar?action=getcompany", "a link", true},
		"several":             {edgar + "\n" + strings.Replace(edgar, "form4", "form5", 1) + "\n", "a list of links", true},
		"of Windows":          {"[InternetShortcut]\r\nURL=" + edgar + "\r\nIconIndex=0\r\n", "a link that Windows saved (.url)", true},
		"of macOS":            {`<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist version="1.0"><dict><key>URL</key><string>` + edgar + `</string></dict></plist>`, "a link that macOS saved (.webloc)", true},
		"of a desktop":        {"[Desktop Entry]\nType=Link\nURL=" + edgar + "\n", "a link that a desktop saved (.desktop)", true},
		"master.idx":          {"Description:           Master Index of EDGAR Dissemination Feed\n\nCIK|Company Name|Form Type|Date Filed|Filename\n---\n1|A|4|2024-01-02|edgar/data/1/a.txt\n", "one of EDGAR's indexes", true},
		"form.idx":            {"Form Type   Company Name      CIK         Date Filed  File Name\n-----\n4   QUILLMARK CORP   9000001   2024-01-02  edgar/data/9000001/a.txt\n", "one of EDGAR's indexes", true},
		"a sentence":          {"https://www.sec.gov/ has the filings of Quillmark Corp.", "plain text", false},
		"a link after a word": {"See https://www.sec.gov/", "plain text", false},
	} {
		e := identify.Refusal(c.text)
		if e.Format != c.format || strings.Contains(e.Advice, "sec.gov") != c.edgar && strings.Contains(e.Advice, "Complete submission") != c.edgar {
			t.Errorf("%s: it is called %q, and says %q", name, e.Format, e.Advice)
		}
	}
}

// TestLost: what lost its cells is refused by what made it, and nothing else is.
func TestLost(t *testing.T) {
	pipe := "| a | b |\n|---|---|\n| 1 | 2 |\n"
	for name, c := range map[string]struct {
		text string
		lost bool
	}{
		"frames":                     {formWords + strings.Repeat("│ 1. Title │ 2. Date │\n", 6), true},
		"few frames":                 {formWords + strings.Repeat("│ 1. Title │ 2. Date │\n", 4), false},
		"bars":                       {formWords + strings.Repeat("| 1. Title | 2. Date |\n", 6), false},
		"numbers of links":           {formWords + "[1]HARROW EDITH\n\nReferences\n\n   1. https://www.sec.gov/cgi-bin/x\n", true},
		"a heading References":       {formWords + "References\n\n   1. Granted on May 6, 2021.\n", false},
		"Markdown beside HTML":       {formWords + "<table><tr><td>x</td></tr></table>\n" + pipe, true},
		"strokes beside HTML":        {formWords + `\_\_X\_\_ Director <table><tr><td>x</td></tr></table>`, true},
		"EDGAR's table of text":      {formWords + "<TABLE>\n<CAPTION>\n" + pipe + "<S> <C>\n</TABLE>\n", false},
		"Markdown":                   {formWords + pipe, false},
		"a page that shows Markdown": {"<html><body>" + formWords + "<table><tr><td>x</td></tr></table>\n" + pipe, false},
		"a piece of a page":          {formWords + "<table><tr><td>| x |</td></tr></table>", false},
		"frames that are no form":    {strings.Repeat("│ menu │ price │\n", 20), false},
	} {
		if got := identify.Lost(c.text) != nil; got != c.lost {
			t.Errorf("%s: lost %v", name, got)
		}
	}
}
