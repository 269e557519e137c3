package ledger

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// export writes the account as the model has it: its statements in order, and the
// lines that are shown and not counted where their filing stands.
func (a *account) export() ownership.Account {
	out := ownership.Account{AccountSummary: ownership.AccountSummary{Unit: "shares"}}
	if a.dollars {
		out.Unit = "dollars"
	}
	slices.SortStableFunc(a.uncounted, func(x, y *entry) int {
		return cmp.Or(cmp.Compare(x.filing.index, y.filing.index), cmp.Compare(x.table, y.table), cmp.Compare(x.n, y.n))
	})
	uncounted := a.uncounted
	var last *filing
	take := func(e *entry) {
		a.name(&out, e)
		if e.row.Doubted() && e.uncounted == 0 {
			e.line.Doubted, e.line.Explanation = true, cause.InDoubt(e.line.Explanation)
			out.Doubted++
		}
		out.Lines = append(out.Lines, e.line)
		last = e.filing
	}
	for _, s := range a.statements {
		for len(uncounted) > 0 && uncounted[0].filing.index < s.filing.index {
			take(uncounted[0])
			uncounted = uncounted[1:]
		}
		st := ownership.Statement{Filing: s.filing.index, StatementFigures: ownership.StatementFigures{
			Date: s.filing.last, Style: s.chain.Style,
			Opening: ownership.Amount{V: s.chain.Opening(), Known: true}, Closing: ownership.Amount{V: s.chain.Closing(), Known: true},
			From: len(out.Lines),
		}}
		if s.before != nil {
			gap, _ := s.chain.Opening().Difference(s.before.chain.Closing())
			st.Gap = ownership.Amount{V: gap, Known: true}
		}
		for i := range s.chain.Steps {
			for _, e := range s.chain.Steps[i].Lines {
				take(e)
			}
		}
		st.To = len(out.Lines)
		out.Statements = append(out.Statements, st)
	}
	for _, e := range uncounted {
		take(e)
	}
	if n := len(out.Statements); n > 0 {
		out.Opening, out.Closing = out.Statements[0].Opening, out.Statements[n-1].Closing
		if a.closesAt.Known {
			out.Closing = a.closesAt
		}
	}
	if out.Holder == "" && len(out.Natures) > 0 {
		out.Holder = out.Natures[len(out.Natures)-1]
	}
	f := last.asFiled
	out.Issuer = ownership.PartyName{CIK: identity.Number(f.Issuer.CIK.Raw), Name: f.Issuer.Name.V}
	out.Symbol = f.Issuer.TradingSymbol.V
	for i := range f.Owners {
		out.Owners = append(out.Owners, ownership.PartyName{CIK: identity.Number(f.Owners[i].CIK.Raw), Name: f.Owners[i].Name.V})
	}
	return out
}

// name lets the account be called as its line is.
func (a *account) name(out *ownership.Account, e *entry) {
	row := e.row
	out.Table, out.Ownership = e.table, e.id.Own
	out.Title = latest(&out.Titles, wording.Fold(row.SecurityTitle.V), out.Title)
	if e.id.Own == ownership.Indirect {
		latest(&out.Natures, wording.Fold(row.NatureOfOwnership.V), "")
		out.Holder = cmp.Or(e.id.Holder.Shown(), out.Holder)
	}
	if e.table == 2 {
		out.ConversionOrExercisePrice = cmp.Or(filed(&row.ConversionOrExercisePrice), out.ConversionOrExercisePrice)
		out.ExpirationDate = cmp.Or(filed(&row.ExpirationDate), out.ExpirationDate)
		out.UnderlyingTitle = cmp.Or(wording.Fold(row.UnderlyingTitle.V), out.UnderlyingTitle)
	}
}

// first is the first line of the account, counted or not.
func (a *account) first() *entry {
	if len(a.statements) > 0 {
		return a.statements[0].chain.Steps[0].Lines[0]
	}
	return a.uncounted[0]
}

// identifier makes a name for the account out of what its first line says, not of
// how the files are called.
func (a *account) identifier(taken map[string]bool) string {
	e := a.first()
	text := e.filing.issuer + "|" + e.filing.owners + "|" + e.filing.period.String() + "|" + e.path + "|" + e.fingerprint()
	for n := 0; ; n++ {
		sum := sha256.Sum256([]byte(text + strconv.Itoa(n)))
		if id := hex.EncodeToString(sum[:8]); !taken[id] {
			taken[id] = true
			return id
		}
	}
}

func latest(all *[]string, s, now string) string {
	if s == "" {
		return now
	}
	if !slices.Contains(*all, s) {
		*all = append(*all, s)
	}
	return s
}

// filed is a value in the notation of XML, with the digits that were filed; the text of one
// that cannot be read.
func filed[T fmt.Stringer](v *ownership.Value[T]) string {
	if x, ok := v.Get(); ok {
		return x.String()
	}
	return v.Raw
}
