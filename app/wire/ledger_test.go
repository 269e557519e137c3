package wire

import (
	"errors"
	"reflect"
	"testing"

	"filingview/parser/ownership"
)

// TestLedgerRoundTrip: what the engine says of accounts arrives as it was, field by
// field.
func TestLedgerRoundTrip(t *testing.T) {
	roundTrip(t, (*Reconciliation).Encode, DecodeReconciliation)
	roundTrip(t, (*FullAccount).Encode, DecodeFullAccount)
	roundTrip(t, (*Balances).Encode, DecodeBalances)
}

func roundTrip[T any](t *testing.T, encode func(*T) []byte, decode func([]byte) (*T, error)) {
	t.Helper()
	for seed := range uint64(50) {
		for _, share := range []int{0, 3, 20} {
			want := filled[T](seed, share)
			b := encode(&want)
			got, err := decode(b)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if !reflect.DeepEqual(got, &want) {
				t.Fatalf("seed %d, share %d: %s", seed, share, difference("", reflect.ValueOf(*got), reflect.ValueOf(want)))
			}
			if seed == 0 && share == 0 {
				cutOff(t, b, func(b []byte) error { _, err := decode(b); return err })
			}
		}
	}
}

func cutOff(t *testing.T, b []byte, decode func([]byte) error) {
	t.Helper()
	for n := range b {
		if err := decode(b[:n]); !errors.Is(err, ErrMessage) {
			t.Fatalf("cut off at %d of %d: %v", n, len(b), err)
		}
	}
	if err := decode(append(b, 0)); !errors.Is(err, ErrMessage) {
		t.Errorf("with a byte too many: %v", err)
	}
	b[0]++
	if err := decode(b); !errors.Is(err, ErrVersion) {
		t.Errorf("of another version: %v", err)
	}
}

func TestSummaryOf(t *testing.T) {
	amount := func(n int64) ownership.Amount {
		return ownership.Amount{V: ownership.NewDecimal(n, 0), Known: true}
	}
	gap := func(n int64) ownership.Statement {
		return ownership.Statement{StatementFigures: ownership.StatementFigures{Gap: amount(n)}}
	}
	line := func(s ownership.LineState) ownership.Line {
		return ownership.Line{LineFigures: ownership.LineFigures{State: s}}
	}
	a := ownership.Account{
		AccountSummary: ownership.AccountSummary{
			ID: "x", Title: "Common Stock, par value $.01", Table: 2, ConversionOrExercisePrice: "4.5", ExpirationDate: "2030-01-02",
		},
		Statements: []ownership.Statement{
			{StatementFigures: ownership.StatementFigures{Date: ownership.Date{Year: 2024, Month: 1, Day: 2}}},
			gap(0), gap(4), gap(-9),
			{StatementFigures: ownership.StatementFigures{Gap: amount(5), Date: ownership.Date{Year: 2024, Month: 3, Day: 2}}},
		},
		Lines: []ownership.Line{line(ownership.Reconciled), line(ownership.Unexplained), line(ownership.Explained), {}, {}},
	}
	s := SummaryOf(&a)
	if s.Gaps != 3 || s.Gap != amount(-9) || s.Statements != 5 || s.Date.Month != 3 || s.Standing() != WithUnexplained ||
		s.Class != "common stock" || s.Terms() != "at $4.5, expires 2030-01-02" ||
		s.Rates != (ownership.Rates{Lines: 5, Reconciled: 1, Explained: 1, Unexplained: 1, CannotBeTested: 2}) {
		t.Errorf("got %+v", s)
	}
	if whole := SummaryOf(&ownership.Account{Statements: []ownership.Statement{{}, gap(0)}}); whole.Standing() != WithoutGaps {
		t.Errorf("an account without a gap has one: %+v", whole)
	}
}

// TestStanding: what is least sure decides how an account stands.
func TestStanding(t *testing.T) {
	for _, c := range []struct {
		rates     ownership.Rates
		want      Standing
		explained bool
	}{
		{ownership.Rates{Lines: 3, Reconciled: 2, CannotBeTested: 1}, WithoutGaps, false},
		{ownership.Rates{Lines: 2, Explained: 2}, GapsProved, true},
		{ownership.Rates{Lines: 2, Explained: 2, Told: 1}, GapsTold, true},
		{ownership.Rates{Lines: 3, Explained: 3, Told: 1, Likely: 1}, GapsLikely, true},
		{ownership.Rates{Lines: 3, Explained: 2, Likely: 2, Unexplained: 1}, WithUnexplained, false},
	} {
		s := Summary{Rates: c.rates}
		if got := s.Standing(); got != c.want || got.Explained() != c.explained {
			t.Errorf("%+v: %d, explained %t; want %d, %t", c.rates, got, got.Explained(), c.want, c.explained)
		}
	}
}
