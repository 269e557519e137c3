package honesty

import (
	"filingview/parser/internal/simulate"
	"filingview/parser/ownership"
)

// Simulated returns the filings of invented owners of as many issuers. No figure in them is
// wrong. There are trusts with notes, several funds under one note, lots of options under
// one title, lines that are reported late, Form 3 and Form 5, two owners who file together
// and two who file each by himself. The same number gives the same filings. An error would
// be one of this program.
func Simulated(issuers int) ([]*ownership.Filing, error) {
	const filings = 10
	var all []*ownership.Filing
	for seed := range issuers {
		for _, f := range simulate.Varied(uint64(seed), filings) {
			read, err := open(f.Source.Name, simulate.XML(f))
			if err != nil {
				return nil, err
			}
			all = append(all, read)
		}
	}
	return all, nil
}
