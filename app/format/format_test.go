package format

import (
	"testing"
)

func TestGroup(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "0": "0", "999": "999", "1000": "1,000", "200000": "200,000", "1234567.50": "1,234,567.50",
		"8.50": "8.50", "-1234": "-1,234", "-123": "-123", "123456789012.1234": "123,456,789,012.1234", ".5": ".5",
	} {
		if got := Group(in); got != want {
			t.Errorf("Group(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDim(t *testing.T) {
	for _, c := range []struct {
		in           string
		keep         int
		bright, dull string
	}{
		{"10,000.0000", 0, "10,000", ".0000"},
		{"200,000.0", 0, "200,000", ".0"},
		{"10.5000", 0, "10.5", "000"},
		{"8.50", 2, "8.50", ""},
		{"8.5000", 2, "8.50", "00"},
		{"150.0000", 2, "150.00", "00"},
		{"150.0", 2, "150.0", ""},
		{"1000", 0, "1000", ""},
		{"150.841", 2, "150.841", ""},
	} {
		if bright, dull := Dim(c.in, c.keep); bright != c.bright || dull != c.dull {
			t.Errorf("Dim(%q, %d) = %q, %q, want %q, %q", c.in, c.keep, bright, dull, c.bright, c.dull)
		}
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-05": "Mar 5, 2024", "1999-12-31": "Dec 31, 1999", "0015-11-23": "Nov 23, 0015", "": "", "Immediately": "Immediately",
	} {
		if got := DateText(in); got != want {
			t.Errorf("DateText(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"2018-10-15T17:12:43": "Oct 15, 2018, 5:12:43 PM Eastern",
		"2018-10-15T00:05:00": "Oct 15, 2018, 12:05:00 AM Eastern",
		"2018-10-15T12:00:00": "Oct 15, 2018, 12:00:00 PM Eastern",
		"noon":                "noon",
	} {
		if got := Moment(in); got != want {
			t.Errorf("Moment(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	if got := Count(1, "line", "lines") + ", " + Count(1200, "line", "lines"); got != "1 line, 1,200 lines" {
		t.Error(got)
	}
	if got := List(nil) + List([]string{"a"}) + "; " + List([]string{"a", "b", "c"}); got != "a; a, b and c" {
		t.Error(got)
	}
}
