package notetext_test

import (
	"testing"

	"filingview/parser/internal/notetext"
)

func TestDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"adopted on March 5, 2024.", "2024-03-05"},
		{"adopted on Mar. 5 2024", "2024-03-05"},
		{"adopted on Sept. 15th, 2023", "2023-09-15"},
		{"adopted 5 March 2024", "2024-03-05"},
		{"adopted on 3/5/2024", "2024-03-05"},
		{"adopted on 03/05/24,", "2024-03-05"},
		{"adopted on 2024-03-05", "2024-03-05"},
		{"adopted in March 2024", "2024-03-00"},
		{"adopted in March of 2024", "2024-03-00"},
		{"may 2024 shares", "2024-05-00"},
		{"Rule 10b5-1", ""},
		{"March 32, 2024", ""},
		{"2/30/2024", ""},
		{"1/3/12345", ""},
		{"Marching 5, 2024", ""},
		{"in 2024", ""},
	} {
		got := ""
		for w := range notetext.Dates(c.text) {
			got += w.Date.String()
			if c.text[w.From:w.To] == "" {
				t.Errorf("%q: an empty date", c.text)
			}
		}
		if got != c.want {
			t.Errorf("Dates(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
