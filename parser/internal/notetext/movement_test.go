package notetext_test

import (
	"testing"

	"filingview/parser/internal/notetext"
)

// TestMovements: a clause tells of a movement, which way it may have gone, and what only
// looks like one.
func TestMovements(t *testing.T) {
	const up, down, either, none = "up", "down", "either", ""
	for text, want := range map[string]string{
		"Includes 2,118 shares acquired under the issuer's dividend reinvestment plan.":                up,
		"Includes shares purchased under the Employee Stock Purchase Plan.":                            up,
		"Reflects the forfeiture of awards; 300 units were forfeited on May 1, 2024.":                  down,
		"Reflects the transfer of shares to a family trust.":                                           either,
		"Pro rata distribution by the Fund to its partners for no consideration.":                      either,
		"The change in the form of beneficial ownership is exempt under Rule 16a-13.":                  either,
		"These shares were previously reported as directly owned and were contributed to the LLC.":     either,
		"The prior report inadvertently understated the holding.":                                      either,
		"Reflects the return of 880 shares to the issuer.":                                             either,
		"Sold pursuant to a Rule 10b5-1 trading plan adopted on March 1, 2024.":                        none,
		"The reporting person disclaims beneficial ownership of shares transferred to the trust.":      none,
		"Each share will convert automatically upon any transfer.":                                     none,
		"The shares may be transferred at any time.":                                                   none,
		"Includes 264,853 shares subject to the vesting and forfeiture requirements of the agreement.": none,
		"The price reported is a weighted average price of shares sold in multiple transactions.":      none,
		"Held by the Smith Family Trust, of which the reporting person is trustee.":                    none,
		"Includes 5,000 restricted stock units.":                                                       none,
		"Adjusted for the three-for-one stock split of March 20, 2024.":                                none,
		"Granted in return for services.":                                                              none,
		"The reporting person intends to distribute the shares.":                                       none,
	} {
		got := none
		for _, m := range notetext.Movements(text) {
			switch {
			case m.Up && m.Down:
				got = either
			case m.Up:
				got = up
			case m.Down:
				got = down
			}
			if m.From < 0 || m.To > len(text) || m.From >= m.To {
				t.Errorf("%q: from %d to %d", text, m.From, m.To)
			}
		}
		if got != want {
			t.Errorf("%q tells of a movement %q, want %q", text, got, want)
		}
	}
}
