package engine

import (
	"maps"
	"slices"
	"strings"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// keptLedgers is how many ledgers are kept in full: those that were looked at last.
// Of the others the summaries of their accounts are enough, and the ledger is made
// again when one looks at it.
const keptLedgers = 8

// books keeps what the ledgers say, one for all filings of a key, which have no
// influence on those of another. A book is made when it is asked for and gone when
// a filing of its key comes or goes.
type books struct {
	refs   map[string][]wire.Ref // the filings of each key
	made   map[string]*book
	owner  map[string]string // the key of an account's ID; of one that is gone, too
	todo   []string          // keys without a book, in the order of their first filings
	listed map[string]bool   // those in todo
	recent []*book           // books with a ledger, the last one asked for at the end
	making string            // the key of the book that is being made
	spoilt bool              // and a filing of it came or went meanwhile
}

// book is what the ledger of a key says.
type book struct {
	key      string
	refs     []wire.Ref // as they were given to the ledger
	ledger   *ownership.Ledger
	accounts []wire.Summary
	words    []string // what a query is matched with, of each account
	rates    ownership.Rates
}

// add notes a filing of a key.
func (b *books) add(key string, ref wire.Ref) {
	if b.refs == nil {
		b.refs, b.made, b.owner, b.listed = map[string][]wire.Ref{}, map[string]*book{}, map[string]string{}, map[string]bool{}
	}
	b.refs[key] = append(b.refs[key], ref)
	b.drop(key)
}

// remove takes back the filings of a file.
func (b *books) remove(key string, file int) {
	left := slices.DeleteFunc(b.refs[key], func(r wire.Ref) bool { return r.File == file })
	if len(left) == 0 {
		delete(b.refs, key)
	} else {
		b.refs[key] = left
	}
	b.drop(key)
}

// drop lets go of the book of a key.
func (b *books) drop(key string) {
	if b.making == key {
		b.spoilt = true
	}
	if old := b.made[key]; old != nil {
		delete(b.made, key)
		for i := range old.accounts {
			delete(b.owner, old.accounts[i].ID)
		}
		b.recent = slices.DeleteFunc(b.recent, func(k *book) bool { return k == old })
	}
	if !b.listed[key] && len(b.refs[key]) > 0 {
		b.listed[key] = true
		b.todo = append(b.todo, key)
	}
}

// next returns a key whose book is still to be made.
func (b *books) next() (string, bool) {
	for len(b.todo) > 0 {
		key := b.todo[0]
		if len(b.refs[key]) > 0 && b.made[key] == nil {
			return key, true
		}
		b.todo = b.todo[1:]
		delete(b.listed, key)
	}
	return "", false
}

// put keeps a book that was made.
func (b *books) put(k *book, l *ownership.Ledger) {
	for i := range l.Accounts {
		s := wire.SummaryOf(&l.Accounts[i])
		k.accounts = append(k.accounts, s)
		k.words = append(k.words, accountWords(&s))
		k.rates.Add(s.Rates)
		b.owner[s.ID] = k.key
	}
	b.made[k.key] = k
}

// use keeps the ledger of a book in full, and lets go of the one that was not
// looked at for longest.
func (b *books) use(k *book, l *ownership.Ledger) {
	b.recent = append(slices.DeleteFunc(b.recent, func(o *book) bool { return o == k }), k)
	k.ledger = l
	if len(b.recent) > keptLedgers {
		b.recent[0].ledger = nil
		b.recent = slices.Delete(b.recent, 0, 1)
	}
}

func accountWords(s *wire.Summary) string {
	parts := []string{s.Issuer.Name, s.Symbol, s.Title, s.Holder, string(s.Ownership)}
	switch s.Ownership {
	case ownership.Direct:
		parts = append(parts, "direct")
	case ownership.Indirect:
		parts = append(parts, "indirect")
	}
	for _, o := range s.Owners {
		parts = append(parts, o.Name)
	}
	return strings.ToLower(strings.Join(parts, "\n"))
}

// window returns a part of the accounts that are known so far, chosen and sorted.
func (b *books) window(m *wire.Request) *wire.Balances {
	out := &wire.Balances{Groups: len(b.refs), From: max(0, m.From)}
	wanted := strings.Fields(strings.ToLower(m.Query))
	var found []*wire.Summary
	for _, key := range slices.Sorted(maps.Keys(b.made)) {
		k := b.made[key]
		out.Done++
		out.Filings += len(k.refs)
		out.Rates.Add(k.rates)
		for i := range k.accounts {
			s := &k.accounts[i]
			out.Accounts++
			open := s.DoesNotClose()
			if open {
				out.Open++
			}
			if s.Rates.Unexplained > 0 {
				out.Unexplained++
			}
			if m.Which == "open" && !open || m.Which == "unexplained" && s.Rates.Unexplained == 0 || !holdsAll(k.words[i], wanted) {
				continue
			}
			found = append(found, s)
		}
	}
	sortAccounts(found, m.Sort)
	out.Matching = len(found)
	found = found[min(out.From, len(found)):]
	for _, s := range found[:min(max(0, m.Count), len(found))] {
		out.Window = append(out.Window, *s)
	}
	return out
}

func holdsAll(text string, wanted []string) bool {
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
