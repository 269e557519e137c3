package report

import (
	"testing"

	"filingview/parser/ownership"
)

func TestGroupedAmounts(t *testing.T) {
	for raw, want := range map[string]string{"0": "0", "999": "999", "1000": "1,000", "-1163085.5": "-1,163,085.5", "-100": "-100", "12345678.0001": "12,345,678.0001"} {
		d, err := ownership.ParseDecimal(raw)
		if err != nil {
			t.Fatal(err)
		}
		if got := grouped(ownership.Amount{V: d, Known: true}); got != want {
			t.Errorf("%s is %q, want %q", raw, got, want)
		}
	}
	if got := grouped(ownership.Amount{}); got != "" {
		t.Errorf("nothing is %q", got)
	}
}
