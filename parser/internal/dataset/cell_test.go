package dataset

import "testing"

// TestNumber: a number with an exponent is the one that it writes out, and no other text is
// a number.
func TestNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "0.0": "0", "15905.0": "15905", "8.50": "8.50", "28.59": "28.59", "-3.0": "-3", ".5": "0.5", "100.00": "100.00",
		"1.0E7": "10000000", "1.25E7": "12500000", "1.2345678E7": "12345678", "1.23456789E7": "12345678.9", "1.0E-4": "0.0001", "-2.5E-3": "-0.0025",
		"9.99999999E8": "999999999", "1E2": "100", "12.5e1": "125", "0.0E0": "0",
		"": "", "E7": "", ".E7": "", "1.0E": "", "1E99": "", "1.0E7.0": "", "1.2.3E4": "", "1,000": "", "$5": "", "NaN": "", "Infinity": "", "1E+": "", "0x1E2": "",
	} {
		d, ok := number(text)
		if ok != (want != "") || ok && d.String() != want {
			t.Errorf("%q is %s, %v; want %q", text, d, ok, want)
		}
	}
}

func TestDay(t *testing.T) {
	for text, want := range map[string]string{
		"09-JUN-2003": "2003-06-09", "9-Jun-2003": "2003-06-09", "29-FEB-2024": "2024-02-29", "2024-03-05": "2024-03-05", "31-dec-2030": "2030-12-31",
		"29-FEB-2023": "", "09-JUN-03": "", "09-JUNE-2003": "", "09-ANF-2003": "", "00-JAN-2020": "", "JAN-09-2020": "", "09-06-2003": "", "": "", "123-JAN-2020": "",
	} {
		d, ok := day(text)
		if ok != (want != "") || ok && d.String() != want {
			t.Errorf("%q is %s, %v; want %q", text, d, ok, want)
		}
	}
}

func TestClosing(t *testing.T) {
	for text, want := range map[string]int{`a"`: 1, `a""b"`: 4, `""""b"`: 5, `"`: 0, `""`: 2, `a`: 1, `""` + "\t": 3, `a"""`: 3} {
		if got := closing(text, 0); got != want {
			t.Errorf("the cell %q ends at %d, want %d", text, got, want)
		}
	}
}
