package split

import (
	"fmt"
	"testing"
)

// TestWordings: splits as filers write of them. The notes are invented; the wordings are
// those that registrants use.
func TestWordings(t *testing.T) {
	for _, c := range []struct {
		note string
		want string // ratios with the days, and whether they are to come
	}{
		// Forward splits.
		{"Adjusted to reflect a ten-for-one forward split of the Issuer's common stock effective after market close on October 2, 2024.", "10:1 2024-10-02"},
		{"Reflects the 2-for-1 stock split effected by the Issuer on June 7, 2019.", "2:1 2019-06-07"},
		{"Reflects the two-for-one split of the common stock, paid on July 15, 2005 to holders of record on July 1, 2005.", "2:1 2005-07-15"},
		{"The number of shares has been adjusted for the 3-for-2 stock split paid May 3, 2004.", "3:2 2004-05-03"},
		{"On March 20, 2014, the Issuer effected a three-for-one stock split.", "3:1 2014-03-20"},
		{"as adjusted for a 3:2 stock split", "3:2"},
		{"a three-for-two split in the form of a 50% stock dividend", "3:2"},
		{"a 2-for-1 stock split effected in the form of a 100% stock dividend distributed on August 28, 2020", "2:1 2020-08-28"},
		{"a 5-for-4 stock split (25% stock dividend)", "5:4"},
		{"each share of common stock was subdivided into five shares", "5:1"},
		{"a five-for-one share sub-division", "5:1"},
		{"a 1-for-3 forward split", "3:1"},
		{"a 1.5-for-1 stock split", "3:2"},
		{"the Issuer's 20-for-one stock split in August 2003", "20:1 2003-08-01..2003-08-31"},
		{"the two-for-one stock split in 2005", "2:1 2005-01-01..2005-12-31"},
		// One note, two splits.
		{"as adjusted to give effect to a five-for-one forward split in the form of a stock dividend distributed on August 28, 2020, and a three-for-one forward split distributed on August 24, 2022",
			"5:1 2020-08-28|3:1 2022-08-24"},
		{"a 1-for-10 reverse split on May 1, 2019 and a 3-for-1 forward split on May 1, 2021", "1:10 2019-05-01|3:1 2021-05-01"},
		// Reverse splits.
		{"the 1-for-25 reverse stock split", "1:25"},
		{"a 25-for-1 reverse stock split", "1:25"},
		{"a reverse 1-for-8 split", "1:8"},
		{"a one-for-ten reverse stock split of the Issuer's common stock, effective June 1, 2023", "1:10 2023-06-01"},
		{"a one-for-twenty-five (1:25) reverse stock split", "1:25"},
		{"a reverse stock split at a ratio of 1-for-15", "1:15"},
		{"a reverse split in the ratio of 1:40", "1:40"},
		{"a reverse stock split at a ratio of one (1)-for-twelve (12)", "1:12"},
		{"a one (1) for twenty-five (25) reverse split", "1:25"},
		{"a 50‑to‑1 reverse stock split", "1:50"},
		{"each twenty-five (25) shares of common stock outstanding were combined into one (1) share", "1:25"},
		{"every 10 shares of the Issuer's common stock were automatically reclassified and combined into one share", "1:10"},
		{"pursuant to the reverse split, each ten shares were converted into one share", "1:10"},
		{"holders received one share for each thirty shares held in the reverse stock split", "1:30"},
		{"a 10-for-1 share consolidation", "1:10"},
		{"a share consolidation on the basis of one new share for every ten old shares", "1:10"},
		{"a one-for-two hundred reverse split", "1:200"},
		{"a 2-for-3 reverse split", "2:3"},
		// Stock dividends.
		{"Reflects a 5% stock dividend paid on December 15, 2006.", "21:20 2006-12-15"},
		{"Includes shares received in the 10 percent stock dividend", "11:10"},
		{"a ten percent (10%) common stock dividend", "11:10"},
		{"a 100% stock dividend", "2:1"},
		{"a stock dividend of 5%", "21:20"},
		{"a 2.5% stock dividend", "41:40"},
		{"one additional share for each share held, paid as a stock dividend", "2:1"},
		{"a stock dividend of one share for every two shares held", "3:2"},
		{"the stock split in which one additional share was issued for each two shares held", "3:2"},
		// What is to come, and what is not applied.
		{"These amounts do not reflect the 2-for-1 stock split", "2:1 pending"},
		{"prior to the 3-for-1 split", "3:1 pending"},
		{"on a pre-split basis, before the 4-for-1 split effective May 2, 2011", "4:1 2011-05-02 pending"},
		{"a two-for-one stock split to be effected in July", "2:1 pending"},
		{"a 2-for-1 stock split that was approved on June 1, 2005", "2:1 2005-06-01..2005-09-29"},
		{"the 2-for-1 split, which will be effective on June 3, 2024", "2:1 2024-06-03 pending"},
		{"the Issuer filed an amendment to effect a 1-for-10 reverse stock split; fractions will be rounded up", "1:10"},
		{"pre-funded warrants, adjusted for the 1-for-10 reverse split; fractions will be paid in cash", "1:10"},
		// Dates of something else.
		{"Granted on May 3, 2011, adjusted for the 2-for-1 stock split.", "2:1"},
		{"adjusted for the 2-for-1 stock split. The option vests from May 3, 2021.", "2:1"},
		{"the 2-for-1 stock split; vesting on May 3, 2021", "2:1"},
		{"a one-for-ten reverse stock split (the \"Reverse Split\"). The reverse split became effective on June 3, 2020.", "1:10 2020-06-03"},
		// American depositary shares.
		{"changed the ratio of its ADSs from one ADS representing one ordinary share to one ADS representing ten ordinary shares, effective May 4, 2022", "1:10 ADS 2022-05-04"},
		{"the ADS ratio changed from one (1) ADS to five (5) ordinary shares to one (1) ADS to fifty (50) ordinary shares", "1:10 ADS"},
		{"the same effect as a one-for-four reverse ADS split", "1:4 ADS"},
		// What is none.
		{"The Form 4 has been split into 2 filings to cover 48 transactions", ""},
		{"split-dollar life insurance, 2 for 1", ""},
		{"Each Series A share converts into common stock on a 5-for-1 basis, following the stock split", ""},
		{"each two shares of preferred stock were converted into one share of common stock", ""},
		{"exchanged two-for-one in the business combination", ""},
		{"a 5% dividend on the preferred stock", ""},
		{"an 8% Series A preferred stock dividend", ""},
		{"a 3-for-2 split in the form of a 100% stock dividend", ""}, // it contradicts itself
		{"one-for-one split", ""},
		{"owns 5% of the stock", ""},
		{"from 2 to 4 directors before the split", ""},
		{"$2 for 1 share before the split", ""},
		{"sold 5,000 for 20 dollars before the split", ""},
		{"The option becomes exercisable in 3 for 4 years after the split", ""},
	} {
		got := ""
		for i, m := range Mentions(c.note) {
			if i > 0 {
				got += "|"
			}
			got += fmt.Sprintf("%d:%d", m.Ratio.N, m.Ratio.D)
			if m.Depositary {
				got += " ADS"
			}
			if m.Span.Told() {
				got += " " + m.Span.First.String()
				if m.Span.Last != m.Span.First {
					got += ".." + m.Span.Last.String()
				}
			}
			if m.Pending {
				got += " pending"
			}
		}
		if got != c.want {
			t.Errorf("%q\n tells of %q, not %q", c.note, got, c.want)
		}
	}
}

func TestRepresented(t *testing.T) {
	for text, want := range map[string]Ratio{
		"American Depositary Shares, each representing five ordinary shares":                  {5, 1},
		"ADS (1 ADS = 3 Ordinary Shares)":                                                     {3, 1},
		"Each ADS represents one-half of one ordinary share.":                                 {1, 2},
		"Each ADS represents one ordinary share.":                                             {1, 1},
		"Each American Depositary Share represents the right to receive ten ordinary shares.": {10, 1},
		"Every three ADSs represent 40 common shares":                                         {40, 3},
		"Two ADSs represent one ordinary share":                                               {1, 2},
		"Each ADS represents 0.5 ordinary shares":                                             {1, 2},
		"Each ADS represents two hundred (200) Class A ordinary shares":                       {200, 1},
		"American Depositary Shares, each of which represents 1/5 of an ordinary share":       {1, 5},
		"each ADR representing eight (8) preferred shares":                                    {8, 1},
		"Held in the form of ADSs.":                                                           {},
		"Represents 500 ordinary shares.":                                                     {},
		"ADSs representing less than a tenth of the class":                                    {},
		"Each ADS represented one share; each ADS now represents ten ordinary shares.":        {}, // two numbers
		"Common Stock": {},
	} {
		got, ok := Represented(text)
		if got != want || ok != (want != Ratio{}) {
			t.Errorf("%q: %v, not %v", text, got, want)
		}
	}
}
